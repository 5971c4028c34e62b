// People of the desk's benchmark (办件各方): firms under four counties, each with an applicant and
// those who decide, signed in.
import { insertPost, openAccount, openSession } from "@niangjia/foundation/access";
import { type Act, system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { plantUnions } from "@niangjia/registers/organisations";
import type { Ground } from "../ground.ts";

/** A union where cases are filed, with the session token of each who has to do with them. */
export interface Firm {
  readonly unionId: string;
  readonly county: string;
  readonly countyId: string;
  readonly worker: string;
  readonly officer: string;
  readonly chair: string;
  readonly cadre: string;
}

const city = "/430000/430100/";
const counties = ["430102", "430103", "430104", "430121"].map((code) => `${city}${code}/`);
const firmsInCounty = 25;
const sinceDay = day("2020-01-01");

const roleNames = { officer: "工会干事", chair: "工会主席", cadre: "总工会干部" } as const;

interface Post {
  readonly role: keyof typeof roleNames;
  readonly orgId: string;
  readonly orgPath: string;
}

/** Opens an account, with a post when it is staff, and signs it in. Answers the session's token. */
async function signIn(act: Act, nth: number, post?: Post): Promise<string> {
  const phone = `139${String(nth).padStart(8, "0")}`;
  const account = await openAccount(act, { name: post ? roleNames[post.role] : "林小满", phone });
  if (post) {
    const term = { fromDay: sinceDay, toDay: null, title: roleNames[post.role] };
    await insertPost(act, { id: newId(), accountId: account.id, ...post, ...term }, "held");
  }
  const opening = { openedBy: "password-totp", device: "bench" } as const;
  return (await openSession(act, account.id, opening)).token;
}

const federation = (path: string, level: "province" | "city" | "county", name: string) => ({
  ...{ path, level, name, sinceDay },
  kind: "10",
  division: path.split("/").at(-2)!,
});

async function plantTree(act: Act): Promise<Map<string, string>> {
  const firms = counties.flatMap((county) =>
    Array.from({ length: firmsInCounty }, (_, nth) => ({
      path: `${county}${nth + 1}/`,
      level: "grassroots" as const,
      name: `第${nth + 1}机械厂工会委员会`,
      kind: "1",
      division: county.split("/").at(-2)!,
      sinceDay,
    })),
  );
  const above = [
    federation("/430000/", "province", "湖南省总工会"),
    federation(city, "city", "长沙市总工会"),
    ...counties.map((county, nth) => federation(county, "county", `第${nth + 1}区总工会`)),
  ];
  return plantUnions(act, [...above, ...firms], { kind: "demo", id: null });
}

/** Plants the tree and everybody in it; the firms of the counties take turns. */
export const plantPeople = (ground: Ground): Promise<Firm[]> =>
  ground.act(system("bench"), async (act) => {
    const ids = await plantTree(act);
    let accounts = 0;
    const open = (post?: Post): Promise<string> => {
      accounts += 1;
      return signIn(act, accounts, post);
    };
    const cadres = new Map<string, string>();
    for (const county of counties) {
      const post = { role: "cadre", orgId: ids.get(county)!, orgPath: county } as const;
      cadres.set(county, await open(post));
    }
    const firms: Firm[] = [];
    for (let nth = 0; nth < firmsInCounty; nth += 1) {
      for (const county of counties) {
        const place = { orgPath: `${county}${nth + 1}/`, orgId: ids.get(`${county}${nth + 1}/`)! };
        firms.push({
          unionId: place.orgId,
          county,
          countyId: ids.get(county)!,
          worker: await open(),
          officer: await open({ role: "officer", ...place }),
          chair: await open({ role: "chair", ...place }),
          cadre: cadres.get(county)!,
        });
      }
    }
    return firms;
  });
