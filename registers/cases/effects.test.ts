// Effects of a step: cases that it begins and stops, and the parent that hears of their end.
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../server/testing.ts";
import { offersOf } from "./functions.ts";
import { subsSweep } from "./subs.ts";
import {
  agree,
  effects,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

async function openScene() {
  const house = await openSampleHouse();
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  const facts = await sampleFacts(house, tree.firm);
  return { house, worker, officer, chair, facts };
}

const subsOf = async (house: TestHouse, id: string) =>
  (
    await house.owner.query(
      `select s.case_id as id, s.told_at is not null as told, c.status, c.account_id, c.person_id,
         c.org_path, c.state->'applicant'->>'words' as applicant, c.number
       from business.case_subs s join business.cases c on c.id = s.case_id
       where s.parent_id = $1 order by s.token, s.key`,
      [id],
    )
  ).rows;

const statusOf = async (house: TestHouse, id: string): Promise<string> =>
  (await house.owner.query("select status from business.cases where id = $1", [id])).rows[0].status;

describe("a step that begins a case", () => {
  it("files it in the applicant's name at the same union, and goes on when it has ended", async () => {
    const { house, worker, officer, chair, facts } = await openScene();
    const { id } = await fileSample(worker, "part", facts);
    expect((await agree(officer, id)).body.status).toBe("running");
    const [sub] = await subsOf(house, id);
    expect(sub).toMatchObject({
      ...{ status: "running", told: false, applicant: "申请人", org_path: tree.firm },
      ...{ account_id: worker.accountId, person_id: worker.personId },
    });
    expect((await chair.get("/api/desk")).body.total).toBe(0);
    const shown = await worker.get(`/api/cases/${id}`);
    expect(shown.body.related).toMatchObject([{ id: sub.id, begun: true, status: "running" }]);
    expect((await worker.get(`/api/cases/${sub.id}`)).body.related).toMatchObject([
      { id, begun: false },
    ]);

    expect((await agree(officer, sub.id)).body.status).toBe("approved");
    await house.settle();
    expect(await subsOf(house, id)).toMatchObject([{ told: true, status: "approved" }]);
    expect((await agree(chair, id, 2)).body.status).toBe("approved");
    expect(await effects(house)).toBe(2);
  });

  it("is refused with the sub-case's own reason, and leaves nothing", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { number } = await fileSample(worker, "one", facts);
    const { id } = await fileSample(worker, "part", facts);
    const refused = await agree(officer, id);
    expect(refused.body).toMatchObject({ status: 409, code: "cases.sub-refused" });
    expect(refused.body.title ?? refused.body.detail ?? "").toContain("关联事项“疗养申请”");
    expect(await subsOf(house, id)).toEqual([]);
    const { rows } = await house.owner.query(
      "select number from business.cases where function = $1",
      ["sample.one"],
    );
    expect(rows).toEqual([{ number }]);
    expect((await officer.get(`/api/cases/${id}`)).body.history).toHaveLength(1);
  });

  it("ends as not approved, or goes on, when the sub-case fails, as its flow says", async () => {
    const { house, worker, officer, facts } = await openScene();
    const strict = await fileSample(worker, "part", facts);
    const other = await sampleFacts(house, tree.firm, { idNumber: idNumber(2) });
    const easy = await fileSample(worker, "rest", other);
    for (const { id } of [strict, easy]) {
      await agree(officer, id);
      const [sub] = await subsOf(house, id);
      await give(officer, sub.id, { kind: "reject", task: 1, opinion: "不符合条件" });
    }
    await house.settle();
    expect(await statusOf(house, strict.id)).toBe("rejected");
    expect(await statusOf(house, easy.id)).toBe("running");
  });

  it("hears of the end by the sweep too, once, and when it has gone on already", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { id } = await fileSample(worker, "rest", facts);
    await agree(officer, id);
    const [sub] = await subsOf(house, id);
    await agree(officer, sub.id);
    const sweep = subsSweep(offersOf([sampleRoom]));
    expect(await house.worker.sweep(sweep)).toEqual({ told: 1, refused: 0 });
    expect(await house.worker.sweep(sweep)).toEqual({ told: 0, refused: 0 });
    await house.owner.query("update business.case_subs set told_at = null");
    await house.settle();
    expect(await subsOf(house, id)).toMatchObject([{ told: true }]);
    const { history } = (await worker.get(`/api/cases/${id}`)).body;
    expect(history.filter(({ kind }: { kind: string }) => kind === "sub-ended")).toHaveLength(1);
  });

  it("stops it when the parent ends without it, though somebody had decided there", async () => {
    const { house, worker, officer, chair, facts } = await openScene();
    const { id } = await fileSample(worker, "beside", facts);
    const [sub] = await subsOf(house, id);
    expect((await agree(officer, sub.id)).body.status).toBe("running");
    const rejected = await give(chair, id, { kind: "reject", task: 1, opinion: "不符合条件" });
    expect(rejected.body.status).toBe("rejected");
    expect(await statusOf(house, sub.id)).toBe("withdrawn");
    const { body } = await worker.get(`/api/cases/${sub.id}`);
    expect(body.history.at(-1)).toMatchObject({ kind: "withdraw", who: "系统" });
    await house.settle();
    expect(await subsOf(house, id)).toMatchObject([{ told: true }]);
  });
});
