// A joining event (集中入会): a thousand people scan one code within a minute, some of them twice; everyone
// gets an answer and nobody is a member twice.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { newId } from "@niangjia/foundation/ids";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../server/testing.ts";

const people = 1_000;
/** People who tap at the same moment. */
const atOnce = 50;
/** Generous: another machine may be slow, and the numbers themselves are printed. */
const secondsAtMost = 170;

interface Reply {
  readonly status: number;
  readonly id: string | undefined;
  readonly code: string | undefined;
}

interface Answered {
  readonly nth: number;
  readonly replies: readonly Reply[];
}

const surnames = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"];
const givenNames = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂小满云山河岳春秋冬夏安宁和顺康健志文武英",
];

const nameOf = (nth: number): string =>
  `${surnames[nth % surnames.length]}${givenNames[Math.floor(nth / 20) % givenNames.length]}`;

/** Everyone another number: 500 people a birth day. */
function numberOf(nth: number): string {
  const first17 = `4301211990010${1 + Math.floor(nth / 500)}${String(nth % 500).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}

/** One of ten taps twice, as browsers repeat a request; another one of ten opens the form twice. */
function keysOf(nth: number): string[] {
  const key = newId();
  if (nth % 10 === 3) return [key, key];
  return nth % 10 === 7 ? [key, newId()] : [key];
}

async function eachOf<T>(items: readonly T[], work: (item: T, nth: number) => Promise<void>) {
  const waiting = [...items.entries()];
  const hand = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}

const secondsSince = (start: number): number => Math.round((performance.now() - start) / 100) / 10;

describe("a thousand people at one event", () => {
  let house: TestHouse;
  let address: string;
  const workers: Client[] = [];
  beforeAll(async () => {
    house = await openTestHouse({ closeAfter: "caller" });
    address = await house.app.listen({ port: 0, host: "127.0.0.1" });
    await eachOf(Array.from({ length: people }), async () => {
      workers.push(await house.signIn("worker"));
    });
  });
  afterAll(() => house?.close());

  async function file(worker: Client, facts: object, key: string): Promise<Reply> {
    const reply = await fetch(`${address}/api/cases/functions/joining.scan/file`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${worker.token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify({ facts }),
    });
    const body = (await reply.json()) as { id?: string; code?: string };
    return { status: reply.status, id: body.id, code: body.code };
  }

  test("all get an answer, all are members once, and the officer's table has them all", async () => {
    const officer = await house.signIn("officer", tree.firm);
    const { body: event } = await officer.post("/api/joining/invitations", {
      union: await house.unionId(tree.firm),
      kind: "event",
      title: "星沙快递小哥集中入会",
      place: "星沙物流园",
      opensAt: "2026-11-21T08:00:00+08:00",
      closesAt: "2026-11-21T18:00:00+08:00",
      expiresAt: "2026-11-21T18:00:00+08:00",
      resolution: "工会委员会第 12 次会议决议",
      resolutionDay: "2026-11-18",
    });
    const start = performance.now();
    const answered: Answered[] = [];
    const slowest = { ms: 0 };
    let coming = true;
    const admitting = (async () => {
      while (coming) await house.settle();
    })();
    await eachOf(workers, async (worker, nth) => {
      const facts = {
        invitation: event.code,
        name: nameOf(nth),
        idNumber: numberOf(nth),
        phone: `138${String(nth).padStart(8, "0")}`,
        gigOccupation: "02",
        voluntary: true,
      };
      const asked = performance.now();
      const replies = await Promise.all(keysOf(nth).map((key) => file(worker, facts, key)));
      slowest.ms = Math.max(slowest.ms, performance.now() - asked);
      answered.push({ nth, replies });
    });
    const filedAfter = secondsSince(start);
    coming = false;
    await admitting;
    await house.settle();
    const admittedAfter = secondsSince(start);
    const taps = answered.flatMap(({ replies }) => replies).length;
    process.stdout.write(
      `event: ${people} people, ${taps} taps, all answered after ${filedAfter} s ` +
        `(slowest ${Math.round(slowest.ms)} ms), all members after ${admittedAfter} s\n`,
    );

    expect(answered).toHaveLength(people);
    for (const { nth, replies } of answered) {
      const filed = new Set(replies.filter(({ status }) => status === 200).map(({ id }) => id));
      expect(filed.size, `person ${nth}: ${JSON.stringify(replies)}`).toBe(1);
      const refused = replies.filter(({ status }) => status !== 200).map(({ code }) => code);
      const told = ["cases.already-running", "joining.already-member", "cases.not-for-you"];
      expect(refused.every((code) => code !== undefined && told.includes(code))).toBe(true);
      if (nth % 10 === 3) expect(refused).toEqual([]);
    }
    const { rows } = await house.owner.query(
      `select (select count(*)::int from business.cases) as cases,
        (select count(*)::int from business.cases where status = 'approved') as approved,
        count(*)::int as memberships, count(distinct m.person_id)::int as persons,
        count(distinct p.id_blind)::int as documents, count(distinct m.number)::int as numbers
       from member.memberships m join member.identities p on p.person_id = m.person_id
       where m.state = 'active' and m.org_path = $1`,
      [tree.firm],
    );
    const all = { memberships: people, persons: people, documents: people, numbers: people };
    expect(rows).toEqual([{ cases: people, approved: people, ...all }]);
    const list = await officer.get(`/api/joining/invitations/${event.id}/arrivals?size=100`);
    expect(list.body).toMatchObject({ total: people, counts: { approved: people, running: 0 } });
    expect(admittedAfter).toBeLessThan(secondsAtMost);
  });
});
