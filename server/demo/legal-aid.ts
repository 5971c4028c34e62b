// Legal aid in the demo (演示法律援助): lawyers on duty, questions, and matters at each step up to money won back.
import { insertPost, openAccount } from "@niangjia/foundation/access";
import { type Act, type Actor, system } from "@niangjia/foundation/act";
import { addCalendarDays, dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { room } from "@niangjia/platforms/grassroots/legal-aid";
import { sql } from "kysely";
import { setDuties } from "../../platforms/grassroots/legal-aid/duties.ts";
import { writeEntry } from "../../platforms/grassroots/legal-aid/journal.ts";
import { declareInterest, registerLawyer } from "../../platforms/grassroots/legal-aid/lawyers.ts";
import type { House } from "../app.ts";
import { DemoDesk, demoActor } from "./desk.ts";
import { applications, type Ending, lawyers, questions } from "./legal-aid-data.ts";
import { officerName } from "./names.ts";
import { IdentityRegistrar, staffPhone } from "./numbers.ts";
import { createRandom } from "./random.ts";
import { demoSeed } from "./seed.ts";

export interface LegalAidDemo {
  readonly countyPath: string;
  readonly townPath: string;
}

type Acting = Pick<House, "act">;
type Lawyer = Actor & { readonly post: NonNullable<Actor["post"]> };

/** Beyond the phones of the demo's own accounts. */
const apart = 980_000;
const bare = { query: undefined, device: "演示", upload: undefined } as const;
const random = () => createRandom(`${demoSeed}/legal-aid`);

interface Ground {
  readonly cadre: Actor;
  readonly reviewer: Actor;
  readonly lawyers: readonly Lawyer[];
  readonly town: string;
}

async function addLawyers(act: Act, path: string, orgId: string): Promise<void> {
  const names = random();
  for (let nth = 1; nth < lawyers.length; nth += 1) {
    const person = { name: officerName(names), phone: staffPhone(apart + nth) };
    const { id: accountId } = await openAccount(act, person);
    const post = { id: newId(act.now), accountId, orgId, orgPath: path, role: "lawyer" } as const;
    const held = { ...post, title: "援助律师", fromDay: "2024-01-01", toDay: null };
    await insertPost(act, held, "held");
  }
}

/** Nothing when it was loaded before. */
async function groundOf(act: Act, paths: LegalAidDemo): Promise<Ground | undefined> {
  const { rows } = await sql`select from business.legal_aid_lawyers limit 1`.execute(act.tx);
  if (rows.length > 0) return undefined;
  const path = paths.countyPath;
  const cadre = await demoActor(act, { role: "cadre", path });
  await addLawyers(act, path, cadre.post!.orgId);
  const found = lawyers.map((_, nth) => demoActor(act, { role: "lawyer", path, nth }));
  const { rows: towns } = await sql<{ id: string }>`select id from organisation.unions
    where path = ${paths.townPath}`.execute(act.tx);
  return {
    cadre,
    reviewer: await demoActor(act, { role: "cadre", path, nth: 1 }),
    lawyers: (await Promise.all(found)) as Lawyer[],
    town: towns[0]!.id,
  };
}

/** Registered, two of them on duty every other day for a month, one with a client of his own. */
async function registerAll(act: Act, ground: Ground): Promise<void> {
  for (const [nth, { post }] of ground.lawyers.entries()) {
    const { serves, client, ...facts } = lawyers[nth]!;
    const served = serves === "town" ? { serves: ground.town } : {};
    await registerLawyer(act, {
      ...bare,
      params: undefined,
      body: { ...facts, ...served, post: post.id },
    });
    const days = Array.from({ length: 15 }, (_, day) =>
      addCalendarDays(dayOf(act.now), day * 2 + (nth % 2)),
    );
    await setDuties(act, { ...bare, params: undefined, body: { lawyer: post.id, days } });
    if (!client) continue;
    const body = { kind: "adviser", name: client } as const;
    await declareInterest(act, { ...bare, params: { id: post.id }, body });
  }
}

/** Legal aid as it goes in the county, by workers of its firms. */
class Course {
  readonly #house: Acting;
  readonly #desk: DemoDesk;
  readonly #ground: Ground;
  readonly #random = random();
  readonly #numbers = new IdentityRegistrar("apart");
  #workers = 0;

  constructor(house: Acting, ground: Ground) {
    this.#house = house;
    this.#desk = new DemoDesk(house, room);
    this.#ground = ground;
  }

  async #worker(): Promise<Actor & { readonly phone: string }> {
    this.#workers += 1;
    const name = officerName(this.#random);
    const phone = staffPhone(apart + 100 + this.#workers);
    const made = await this.#house.act(system("demo"), (act) => openAccount(act, { name, phone }));
    return {
      ...{ kind: "person", accountId: made.id, personId: made.personId, post: null },
      ...{ role: "worker", sessionId: null, name, ownName: name, phone },
    };
  }

  async ask({ answer, ...question }: (typeof questions)[number]): Promise<void> {
    const worker = await this.#worker();
    const union = this.#ground.town;
    const id = await this.#desk.file(worker, "legal-aid.consult", async () => ({
      ...{ union, ...question },
    }));
    if (answer) await this.#desk.agree(this.#ground.lawyers[0]!, id, answer);
  }

  async apply({ ending, ...facts }: (typeof applications)[number]): Promise<void> {
    const worker = await this.#worker();
    const idNumber = this.#numbers.issue("430121", 7_400 + this.#workers, "男");
    const id = await this.#desk.file(worker, "legal-aid.apply", async () => ({
      ...{ name: worker.ownName, phone: worker.phone, idNumber, union: this.#ground.town },
      ...{ limit: "none", relief: "none", promise: true, ...facts },
    }));
    if (ending.until === "filed") return;
    await this.#desk.agree(this.#ground.cadre, id);
    if (ending.until !== "granted") await this.#assigned(worker, id, ending);
  }

  async #assigned(worker: Actor, id: string, ending: Ending): Promise<void> {
    const { cadre, lawyers: all } = this.#ground;
    const lawyer = all[ending.lawyer ?? 0]!;
    const assigning = await this.#house.act(system("demo"), async (act) => {
      const { rows } = await sql<{ id: string }>`select case_id as id from business.case_subs
        where parent_id = ${id}`.execute(act.tx);
      return rows[0]!.id;
    });
    await this.#desk.agree(cadre, assigning, { lawyer: lawyer.post.id });
    await this.#desk.decide(lawyer, assigning, { task: 2 });
    for (const entry of ending.entries ?? []) {
      await this.#house.act(lawyer, (act) =>
        writeEntry(act, {
          ...{ ...bare, params: { id } },
          body: { day: dayOf(act.now), files: [], ...entry },
        }),
      );
    }
    if (ending.closed) await this.#close(worker, id, ending.closed);
  }

  async #close(worker: Actor, id: string, closed: NonNullable<Ending["closed"]>): Promise<void> {
    const { daysAgo, ...facts } = closed;
    const closing = await this.#desk.file(worker, "legal-aid.close", async () => facts);
    await this.#desk.agree(this.#ground.reviewer, closing);
    await this.#house.act(system("demo"), ({ tx }) =>
      sql`update business.legal_aid_matters set closed_day = closed_day - ${daysAgo}::int,
          filed_at = filed_at - make_interval(days => ${daysAgo}::int + 20)
        where case_id = ${id}`.execute(tx),
    );
  }
}

/** Loads it once: what is there already is left alone. */
export async function loadLegalAid(house: Acting, paths: LegalAidDemo): Promise<void> {
  const ground = await house.act(system("demo"), (act) => groundOf(act, paths));
  if (!ground) return;
  await house.act(ground.cadre, (act) => registerAll(act, ground));
  const course = new Course(house, ground);
  for (const question of questions) await course.ask(question);
  for (const application of applications) await course.apply(application);
}
