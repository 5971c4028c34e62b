// Lawyers who leave (律师离岗), by the public door: their matters come to light, and nothing goes to them any more.
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../../server/testing.ts";
import { leftSweep } from "./leaving.ts";
import {
  assigned,
  decide,
  entry,
  file,
  type Lawyer,
  lawyerAt,
  matterRow,
  openHouse,
  setDuty,
} from "./testing.ts";

async function endPost(house: TestHouse, { post }: Lawyer): Promise<void> {
  const admin = await house.signIn("system-admin", tree.changshaCounty);
  const ended = await admin.post(`/api/access/posts/${post}/end`);
  expect(ended.status, JSON.stringify(ended.body)).toBe(200);
  await house.settle();
}

const question = async (house: TestHouse) => ({
  union: await house.unionId(tree.firm),
  kind: "pay",
  question: "公司三个月没有发工资，我该怎么办？",
});

const answer = { facts: { answer: "可以先向公司书面催要，再申请仲裁。", suggestion: "none" } };

const noticesOf = async (client: { get: TestHouse["anonymous"]["get"] }) =>
  (await client.get("/api/notices")).body.rows.filter(
    ({ title }: { title: string }) => title === "承办律师已离岗，请更换律师",
  );

describe("legal-aid.assign, once a lawyer has left", () => {
  it("takes them off the register and tells the county of each matter, with the way to another lawyer", async () => {
    const house = await openHouse();
    const { cadre, lawyer, matter, worker } = await assigned(house);
    await endPost(house, lawyer);

    const { body } = await cadre.get("/api/legal-aid/lawyers");
    expect(body.rows).toMatchObject([{ id: lawyer.post, active: false }]);
    const { number } = await matterRow(house, matter);
    const [told, ...more] = await noticesOf(cadre);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ link: "/functions/legal-aid.assign" });
    expect(told.body).toContain(number);

    const other = await lawyerAt(house, cadre, { name: "何必达" });
    const candidates = await cadre.get(`/api/legal-aid/matters/${matter}/candidates`);
    expect(candidates.body.rows).toMatchObject([{ name: "何必达" }]);
    const union = await house.unionId(tree.changshaCounty);
    const facts = { union, reason: "change", aid: number, why: "原来的律师离岗了" };
    const filed = await file(cadre, "assign", facts);
    const second = await house.signIn("cadre", tree.changshaCounty);
    await decide(second, filed.body.id, "agree", { facts: { lawyer: other.post } });
    expect((await decide(other.client, filed.body.id)).body.status).toBe("approved");
    expect((await entry(other, matter, {})).status).toBe(200);
    expect((await worker.get("/api/notices")).status).toBe(200);
  });

  it("sees by its sweep, once, that a post's last day has passed, and tells the city where the county has nobody", async () => {
    const house = await openHouse();
    const { cadre, lawyer } = await assigned(house);
    const city = await house.signIn("cadre", tree.changsha);
    await house.owner.query("update access.posts set to_day = '2026-11-21' where id = $1", [
      lawyer.post,
    ]);
    await house.owner.query("update access.posts set state = 'ended' where account_id = $1", [
      cadre.accountId,
    ]);
    await house.worker.sweep(leftSweep);
    await house.settle();
    expect(await noticesOf(city)).toEqual([]);
    house.clock.set("2026-11-22T09:00:00+08:00");
    await house.worker.sweep(leftSweep);
    await house.worker.sweep(leftSweep);
    await house.settle();
    expect(await noticesOf(city)).toHaveLength(1);
  });

  it("sends a question past a county whose only lawyer has left, to one who can answer it", async () => {
    const house = await openHouse();
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const city = await house.signIn("cadre", tree.changsha);
    const worker = await house.signIn("worker");
    const gone = await lawyerAt(house, cadre);
    const above = await lawyerAt(house, city, { path: tree.changsha, name: "何必达" });
    await setDuty(cadre, gone, "2026-11-21", "2026-11-22");
    const before = (await file(worker, "consult", await question(house))).body.id;
    await house.owner.query("update access.posts set to_day = '2026-11-21' where id = $1", [
      gone.post,
    ]);
    house.clock.set("2026-11-22T09:00:00+08:00");
    const after = (await file(worker, "consult", await question(house))).body.id;
    const list = await cadre.get("/api/legal-aid/duties?from=2026-11-22&to=2026-11-22");
    expect(list.body.rows).toEqual([]);
    expect((await decide(above.client, after, "agree", answer)).body.status).toBe("approved");
    const { rows } = await house.owner.query("select org_path from business.cases where id = $1", [
      before,
    ]);
    expect(rows).toEqual([{ org_path: tree.changshaCounty }]);
  });

  it("leaves a question already asked to be answered by whom it is handed on to", async () => {
    const house = await openHouse();
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const city = await house.signIn("cadre", tree.changsha);
    const gone = await lawyerAt(house, cadre);
    const above = await lawyerAt(house, city, { path: tree.changsha, name: "何必达" });
    await setDuty(cadre, gone, "2026-11-21");
    const { body } = await file(await house.signIn("worker"), "consult", await question(house));
    await endPost(house, gone);
    const answered = await decide(above.client, body.id, "agree", answer);
    expect(answered.body.status, JSON.stringify(answered.body)).toBe("approved");
  });

  it("does not take somebody whose post has ended back on the register", async () => {
    const house = await openHouse();
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const gone = await lawyerAt(house, cadre);
    await endPost(house, gone);
    const facts = { firm: "湖南某律师事务所", practiceNumber: "14301201810888888" };
    const changed = { ...facts, specialities: ["pay"], active: true };
    const refused = await cadre.put(`/api/legal-aid/lawyers/${gone.post}`, changed);
    expect(refused.body.code).toBe("legal-aid.not-lawyer");
  });
});
