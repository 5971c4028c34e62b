// Whole or nothing: the line to the database is cut before, and after, each statement of every kind of command in turn;
// the store is then as it was, or as it would have been, and the command can be given again.
import { newId } from "@niangjia/foundation/ids";
import type { Sweep } from "@niangjia/foundation/worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as founding from "../../platforms/grassroots/founding/testing.ts";
import * as mediation from "../../platforms/grassroots/mediation/testing.ts";
import { rooms } from "../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { clockSweep } from "./clock.ts";
import { offersOf } from "./functions.ts";
import { type CaseRoom, casesRoom } from "./index.ts";
import { leavingSweep } from "./leaving.ts";
import { agree, fileSample, give, idNumber, sampleFacts, sampleRoom } from "./testing.ts";
import { Line, type When } from "./testing-line.ts";

const others = rooms.filter(({ word }) => word !== "cases");
const offering: CaseRoom[] = [
  ...others.filter((room): room is CaseRoom => "cases" in room),
  sampleRoom,
];
const offers = offersOf(offering);

const line = new Line();
let house: TestHouse;
let worker: Client;
let officer: Client;
let chair: Client;

beforeAll(async () => {
  house = await openTestHouse({
    closeAfter: "caller",
    rooms: [...others, casesRoom(offering)],
    through: (url) => line.stand(url),
  });
  worker = await house.signIn("worker");
  officer = await house.signIn("officer", tree.firm);
  chair = await house.signIn("chair", tree.firm);
});
afterAll(async () => {
  await house.close();
  await line.close();
});

/** Gives a command once more under this key; false when the line was cut under it. */
type Command = (key: string) => Promise<boolean>;

/** What is refused for what it is, and not for the cut, is a mistake of the test. */
const over =
  (client: Client, url: string, body: object): Command =>
  async (key) => {
    const reply = await client.post(url, body, key);
    if (reply.status !== 200 && reply.status < 500) throw new Error(JSON.stringify(reply.body));
    return reply.status === 200;
  };

const order = (client: Client, id: string, command: object): Command =>
  over(client, `/api/cases/${id}/commands`, { command });

/** A round of the house looks at one subject. */
const round =
  (sweep: Sweep, subject: string): Command =>
  async () => {
    const did = await house.worker.sweep(sweep, subject).catch(() => undefined);
    return did !== undefined;
  };

const clock = clockSweep(offers);
const start = "2026-11-16T09:00:00+08:00";
let filed = 0;

async function facts(): Promise<object> {
  filed += 1;
  return sampleFacts(house, tree.firm, { idNumber: idNumber(filed) });
}

async function fileOne(word: string): Promise<string> {
  house.clock.set(start);
  return (await fileSample(worker, word, await facts())).id;
}

const postOf = (client: Client): Promise<string> => mediation.postOf(house, client);

/** Another desk, with so many tasks on it. */
async function fullDesk(tasks: number): Promise<Client> {
  house.clock.set(start);
  const leaving = await house.signIn("officer", tree.firm);
  for (let nth = 0; nth < tasks; nth += 1) {
    await give(leaving, await fileOne("one"), { kind: "claim", task: 1 });
  }
  return leaving;
}

/** A union that lives from the moment its notice ends. */
async function foundedAlmost(): Promise<string> {
  house.clock.set("2026-11-21T09:00:00+08:00");
  filed += 1;
  const staff = await founding.staffOf(house);
  const firm = `湖南星沙智造${filed}号有限公司`;
  const own = { firm, name: `${firm}工会委员会`, uscc: founding.uscc(filed) };
  const union = await founding.elected(house, staff, own);
  const members = [{ name: "周正", idNumber: founding.identityNumber(2 * filed, "19850518") }];
  const facts = founding.publishFacts(union, { members });
  const { body } = await founding.file(staff.officer, "publish", facts);
  expect((await founding.agree(staff.chair, body.id)).body).toMatchObject({ status: "running" });
  house.clock.set("2026-12-10T12:00:00+08:00");
  return body.id;
}

/** A dispute both sides have settled: what is left is the seal. */
async function sealing(): Promise<Command> {
  house.clock.set("2026-11-23T09:00:00+08:00");
  filed += 1;
  const applicant = await house.signIn("worker");
  const mediator = await house.signIn("mediator", tree.changshaCounty);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const mediatorPost = await postOf(mediator);
  const scene = { house, worker: applicant, mediator, cadre, mediatorPost };
  const id = await mediation.accepted(scene, { respondent: `湘岚机械第 ${filed} 有限公司` });
  await mediation.agree(mediator, id, mediation.agreedFacts);
  await mediation.agree(applicant, id);
  const { can } = (await mediator.get(`/api/cases/${id}`)).body;
  const { task } = can.find(({ command }: { command: string }) => command === "agree");
  const signed = { signer: "周明远", joint: true, court: "长沙县人民法院", paidFen: 100 };
  const papers = { signedPaper: [await mediation.paper(mediator)] };
  return order(mediator, id, { kind: "agree", task, facts: { ...signed, ...papers } });
}

/** By what it is called: makes all that comes before, and answers the command. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  "handing in": async () => {
    house.clock.set(start);
    const url = "/api/cases/functions/sample.two/file";
    return over(worker, url, { facts: await facts() });
  },
  "agreeing, with a case begun by it": async () =>
    order(officer, await fileOne("part"), { kind: "agree", task: 1 }),
  "agreeing, with the effect": async () =>
    order(officer, await fileOne("one"), { kind: "agree", task: 1 }),
  returning: async () =>
    order(officer, await fileOne("two"), { kind: "return", task: 1, opinion: "请补正" }),
  "handing in again": async () => {
    const id = await fileOne("two");
    await give(officer, id, { kind: "return", task: 1, opinion: "请补正" });
    const { answers } = (await worker.get(`/api/cases/${id}`)).body;
    const command = { kind: "resubmit" };
    return over(worker, `/api/cases/${id}/commands`, { command, facts: answers });
  },
  "adding a signer": async () => {
    const posts = [await postOf(chair)];
    const command = { kind: "add-sign", task: 1, when: "before", posts, opinion: "请先看" };
    return order(officer, await fileOne("one"), command);
  },
  "taking back": async () => {
    const id = await fileOne("two");
    await agree(officer, id);
    return order(officer, id, { kind: "take-back", task: 1 });
  },
  "handing over a desk": async () => {
    const [from, to] = [await postOf(await fullDesk(3)), await postOf(officer)];
    return over(chair, "/api/cases/hand-over", { from, to, reason: "长期病休" });
  },
  "the round after somebody left": async () => {
    const { accountId } = await fullDesk(1);
    const ends = "update access.posts set to_day = '2026-11-16' where account_id = $1";
    await house.owner.query(ends, [accountId]);
    house.clock.set("2026-11-17T01:37:00+08:00");
    return round(leavingSweep(offers), accountId);
  },
  "a term that passes, with the effect": async () => {
    const id = await fileOne("pass");
    house.clock.set("2026-11-19T09:00:00+08:00");
    return round(clock, id);
  },
  "the end of a notice": async () => {
    const id = await fileOne("notice");
    await agree(officer, id);
    house.clock.set("2026-11-24T09:00:00+08:00");
    return round(clock, id);
  },
  "the end of a notice, with a union that lives": async () => round(clock, await foundedAlmost()),
  "sealing an agreement": sealing,
};

/** That a round ran is kept beside what it did. */
const beside = ["outbox.runs"];

async function allTables(): Promise<string[]> {
  const { rows } = await house.owner.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information_schema)'`,
  );
  return rows.map(({ name }) => name).filter((name) => !beside.includes(name));
}

type Stock = ReadonlyMap<string, { readonly count: number; readonly digest: string }>;

/** How many rows each table holds, and a digest of all that is in them, whatever their order. */
async function stockOf(tables: readonly string[]): Promise<Stock> {
  const { rows } = await house.owner.query(
    tables
      .map(
        (name) => `select '${name}' as name, count(*)::int as count,
          sum(hashtextextended(t::text, 0))::text as digest from ${name} t`,
      )
      .join(" union all "),
  );
  return new Map(rows.map(({ name, ...held }) => [name, held]));
}

/** By how many rows each table has grown that is not what it was; 0 where rows are other ones only. */
function changeOf(before: Stock, after: Stock): Record<string, number> {
  const changed = [...after].filter(([name, { digest }]) => digest !== before.get(name)?.digest);
  return Object.fromEntries(
    changed.map(([name, { count }]) => [name, count - before.get(name)!.count]),
  );
}

interface Cuts {
  readonly tables: readonly string[];
  readonly whole: Readonly<Record<string, number>>;
  readonly prepare: () => Promise<Command>;
}

/**
 * Cuts at this statement, the next one, and so on until the command ends before it is cut. Where nothing is left of it,
 * it is given again; where all of it is, giving it again changes nothing and the next one is made. Answers how often
 * either was found.
 */
async function cutFrom(first: number, when: When, { tables, whole, prepare }: Cuts) {
  const found = { nothing: 0, all: 0 };
  let command = await prepare();
  let before = await stockOf(tables);
  for (let nth = first; ; nth += 1) {
    const key = newId();
    line.arm(nth, when);
    const isDone = await command(key);
    const wasCut = await line.disarm();
    const change = changeOf(before, await stockOf(tables));
    if (wasCut && Object.keys(change).length === 0) {
      found.nothing += 1;
      continue;
    }
    expect(change, `cut ${when} statement ${nth}`).toEqual(whole);
    if (!wasCut) {
      expect(isDone).toBe(true);
      return found;
    }
    found.all += 1;
    expect(await command(key), "given again").toBe(true);
    expect(changeOf(before, await stockOf(tables)), "given again").toEqual(whole);
    command = await prepare();
    before = await stockOf(tables);
  }
}

describe.each(Object.entries(commands))("%s", (name, prepare) => {
  it("is whole in the store or not at all, wherever the line is cut, and can be given again", {
    timeout: 120_000,
  }, async () => {
    const every = await allTables();
    // The first of its kind leaves what others find, such as the flow it runs on.
    expect(await (await prepare())(newId())).toBe(true);
    const command = await prepare();
    const before = await stockOf(every);
    expect(await command(newId())).toBe(true);
    const whole = changeOf(before, await stockOf(every));
    expect(Object.keys(whole)).toContain("business.cases");

    const cuts = { tables: Object.keys(whole), whole, prepare };
    const early = await cutFrom(1, "before", cuts);
    expect(early.nothing).toBeGreaterThan(10);
    // Where the answer alone is lost: the end has arrived and nobody has heard of it.
    const late = await cutFrom(Math.max(1, early.nothing - 2), "after", cuts);
    expect(late.all).toBeGreaterThan(0);
    console.info(
      `${name}: cut ${early.nothing + early.all} times, ${Object.keys(whole).length} tables`,
    );
  });
});
