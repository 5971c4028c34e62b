// Many at once over HTTP: of all who reach for one task one gets it, and the others hear who.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { effects, fileSample, give, openSampleHouse, sampleFacts } from "./testing.ts";

const many = 8;

async function openScene() {
  const house = await openSampleHouse();
  const worker = await house.signIn("worker");
  const officers: Client[] = [];
  for (let nth = 0; nth < many; nth += 1) officers.push(await house.signIn("officer", tree.firm));
  // So that each can be told from the others in what the losers hear.
  await house.owner.query(
    `update access.accounts a set name = '干事' || n.nth from
       (select id, row_number() over (order by id) as nth from access.accounts) n
     where n.id = a.id`,
  );
  const { id } = await fileSample(worker, "one", await sampleFacts(house, tree.firm));
  return { house, officers, id };
}

type Reply = Awaited<ReturnType<typeof give>>;

/** The one whose request was taken, and what the others were told. */
function outcome(replies: readonly Reply[], officers: readonly Client[]) {
  const winners = officers.filter((_, nth) => replies[nth]?.status === 200);
  const refused = replies.filter(({ status }) => status !== 200).map(({ body }) => body);
  return { winners, refused };
}

async function nameOf({ owner }: TestHouse, { accountId }: Client): Promise<string> {
  const { rows } = await owner.query("select name from access.accounts where id = $1", [accountId]);
  return rows[0].name;
}

describe("eight at once on one task", () => {
  it("one agrees, and seven are told who was first", async () => {
    const { house, officers, id } = await openScene();
    const command = { kind: "agree", task: 1 };
    const replies = await Promise.all(officers.map((officer) => give(officer, id, command)));
    const { winners, refused } = outcome(replies, officers);
    expect(winners).toHaveLength(1);
    expect(refused).toHaveLength(many - 1);
    const first = await nameOf(house, winners[0]!);
    expect(refused.map(({ code, title }) => [code, title])).toEqual(
      Array.from({ length: many - 1 }, () => [
        "process.task-closed",
        `这项待办已由${first}（工会干事）办理。`,
      ]),
    );
    expect(await effects(house)).toBe(1);
    const { rows } = await house.owner.query(
      "select done_by from business.tasks where case_id = $1",
      [id],
    );
    expect(rows).toEqual([{ done_by: winners[0]?.accountId }]);
  });

  it("one claims it, and seven are told who has it; only that one may decide", async () => {
    const { house, officers, id } = await openScene();
    const claims = officers.map((officer) => give(officer, id, { kind: "claim", task: 1 }));
    const { winners, refused } = outcome(await Promise.all(claims), officers);
    expect(winners).toHaveLength(1);
    const say = `${await nameOf(house, winners[0]!)}（工会干事）已认领这项待办。`;
    expect(refused.map(({ code, title }) => [code, title])).toEqual(
      Array.from({ length: many - 1 }, () => ["process.claimed", say]),
    );
    const desks = await Promise.all(officers.map((officer) => officer.get("/api/desk")));
    expect(desks.map(({ body }) => body.total).toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    const loser = officers.find((officer) => officer !== winners[0])!;
    expect((await give(loser, id, { kind: "agree", task: 1 })).body.code).toBe("process.claimed");
    expect((await give(winners[0]!, id, { kind: "put-back", task: 1 })).status).toBe(200);
    expect((await give(loser, id, { kind: "agree", task: 1 })).body.status).toBe("approved");
  });
});
