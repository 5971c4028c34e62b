// Scope of what leaves the house: fifty counties take out rosters, faulty rows, lists, rankings, statements and files at
// once; each finds its own people in them and nobody else's, and another's link is refused.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { scoreSweep } from "@niangjia/platforms/realname/data-quality";
import { plantUnions } from "@niangjia/registers/organisations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { range, rowOf, sheetOf } from "../platforms/realname/roster/testing.ts";
import { saidIn } from "./scope-checks.ts";
import { type Client, openTestHouse, type Reply, type TestHouse } from "./testing.ts";

const counties = 50;
const people = 2;

/** A county with a firm, and a word that stands in its names and rows and nowhere else. */
interface Side {
  readonly client: Client;
  readonly word: string;
  readonly firmId: string;
  readonly importId: string;
  readonly fileId: string;
}

const signs = [..."甲乙丙丁戊己庚辛壬癸"];
const wordOf = (nth: number): string => `金丝雀${signs[Math.floor(nth / 10)]}${signs[nth % 10]}`;
const countyOf = (nth: number): string => `/430000/430100/${430_150 + nth}/`;

let house: TestHouse;
const sides: Side[] = [];

async function plantCounties(): Promise<Map<string, string>> {
  const common = { sinceDay: day("2020-01-01"), kind: "10" } as const;
  const unions = range(counties).flatMap((nth) => {
    const [path, name, division] = [countyOf(nth), wordOf(nth), String(430_150 + nth)];
    return [
      { ...common, path, division, name: `${name}县总工会`, level: "county" as const },
      {
        ...common,
        path: `${path}1/`,
        division,
        name: `${name}公司工会`,
        level: "grassroots" as const,
      },
    ];
  });
  return house.act(system("test"), (act) => plantUnions(act, unions, { kind: "import", id: null }));
}

/** A county's cadre with a roster under way: two good rows and a faulty one, all of them bearing the word. */
async function furnish(nth: number, ids: ReadonlyMap<string, string>): Promise<Side> {
  const word = wordOf(nth);
  const client = await house.signIn("cadre", countyOf(nth));
  const good = range(people, nth * 400).map((index) => [...rowOf(index).slice(0, 5), word]);
  const faulty = [
    ...rowOf(nth * 400 + 9)
      .with(1, "110")
      .slice(0, 5),
    word,
  ];
  const upload = await client.upload(`${word}.xlsx`, await sheetOf([...good, faulty]));
  const firmId = ids.get(`${countyOf(nth)}1/`) ?? "";
  const opened = await client.post("/api/roster/imports", { fileId: upload, unionId: firmId });
  await client.post(`/api/roster/imports/${opened.body.id}/start`);
  const fileId = await client.upload(`${word}.txt`, Buffer.from(word));
  return { client, word, firmId, importId: opened.body.id, fileId };
}

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  const ids = await plantCounties();
  for (const nth of range(counties)) sides.push(await furnish(nth, ids));
  await house.settle();
  await house.worker.sweep(scoreSweep);
}, 180_000);
afterAll(() => house.close());

type Door = readonly [what: string, link: (side: Side) => Promise<string>];

const made = async (side: Side, path: string, body: object): Promise<string> => {
  const { status, body: answer } = await side.client.post(path, body);
  if (status !== 200) throw new Error(JSON.stringify(answer));
  return answer.id;
};

/** Links that stand for one county's file: nobody else's business. */
const doors: readonly Door[] = [
  [
    "a roster",
    async (side) => `/api/roster/exports/${await made(side, "/api/roster/exports", {})}/file`,
  ],
  [
    "a whole roster",
    async (side) => {
      const wish = { whole: ["documentNumber"], purpose: side.word };
      return `/api/roster/exports/${await made(side, "/api/roster/exports", wish)}/file`;
    },
  ],
  [
    "faulty rows",
    async (side) => {
      const path = `/api/roster/imports/${side.importId}/faulty`;
      return `/api/roster/exports/${await made(side, path, {})}/file`;
    },
  ],
  [
    "a yearly statement",
    async (side) => {
      const id = await made(side, "/api/data-quality/snapshots", { year: 2025 });
      return `/api/data-quality/snapshots/${id}/file?kind=xlsx`;
    },
  ],
  ["an uploaded file", async (side) => `/api/files/${side.fileId}`],
];

/** What is taken out by asking: each is answered out of what lies under the asker. */
const lists: readonly (readonly [what: string, url: string, of: string])[] = [
  ["the list of unions", "/api/organisations/export", "under"],
  ["the ranking of quality", "/api/data-quality/ranking/file", "unionId"],
];

/** Words that stand in a text. */
const wordsIn = (text: string): string[] =>
  sides.map(({ word }) => word).filter((word) => text.includes(word));

describe.each(doors)("%s, taken out by fifty counties at once", (_what, link) => {
  let links: readonly string[] = [];
  beforeAll(async () => {
    links = await Promise.all(sides.map(link));
  }, 60_000);

  it("holds one's own and nobody else's, and opens to nobody else", async () => {
    const own = await Promise.all(
      sides.map(async ({ client }, nth) => wordsIn(await saidIn(await client.get(links[nth]!)))),
    );
    expect(own).toEqual(sides.map(({ word }) => [word]));
    const others = await Promise.all(
      sides.map(({ client }, nth) => client.get(links[(nth + 1) % counties]!)),
    );
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set([404]));
    expect(others.flatMap(({ bytes }) => wordsIn(bytes.toString()))).toEqual([]);
  });

  /** Asks for a link that needs no session, as each county, to the file of the one `further` on. */
  const asked = (further: number): Promise<Reply<{ path: string }>[]> =>
    Promise.all(
      sides.map(({ client }, nth) =>
        client.post("/api/files/links", {
          path: links[(nth + further) % counties]!.replace("/api", ""),
        }),
      ),
    );

  it("lies behind a link that needs no session, which nobody else can have made", async () => {
    const signed = await asked(0);
    const own = await Promise.all(
      signed.map(async ({ body }) => wordsIn(await saidIn(await house.anonymous.get(body.path)))),
    );
    expect(own).toEqual(sides.map(({ word }) => [word]));
    expect(new Set((await asked(1)).map(({ status }) => status))).toEqual(new Set([404]));
  });
});

describe.each(lists)("%s, taken out by fifty counties at once", (_what, url, of) => {
  it("holds one's own and nobody else's", async () => {
    const own = await Promise.all(
      sides.map(async ({ client }) => wordsIn(await saidIn(await client.get(url)))),
    );
    expect(own).toEqual(sides.map(({ word }) => [word]));
  });

  it("refuses to be taken out for another county", async () => {
    const replies = await Promise.all(
      sides.map(({ client }, nth) =>
        client.get(`${url}?${of}=${sides[(nth + 1) % counties]!.firmId}`),
      ),
    );
    expect(replies.flatMap(({ bytes }) => wordsIn(bytes.toString()))).toEqual([]);
    expect(new Set(replies.map(({ status }) => status))).not.toContain(200);
  });
});

describe("another county's roster and statement", () => {
  /** Asks for what lies under `of`, as `client`. */
  const asked = (client: Client, of: Side): Promise<Reply>[] => [
    client.post("/api/roster/exports", { unionId: of.firmId }),
    client.post("/api/data-quality/snapshots", { year: 2024, unionId: of.firmId }),
    client.post(`/api/roster/imports/${of.importId}/faulty`, { purpose: "核对名册" }),
    client.get(`/api/roster/imports/${of.importId}`),
  ];

  it("cannot be made, let alone fetched, where one's own can", async () => {
    const others = sides.flatMap(({ client }, nth) => asked(client, sides[(nth + 1) % counties]!));
    const own = sides.flatMap((side) => asked(side.client, side));
    expect(new Set((await Promise.all(others)).map(({ status }) => status))).toEqual(
      new Set([404]),
    );
    expect(new Set((await Promise.all(own)).map(({ status }) => status))).toEqual(new Set([200]));
  });
});
