// The list of an event as Excel, by its public door: masked or whole, who may take it, and that each person can see who did.
import { readSheet } from "@niangjia/foundation/excel";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { apply, identityNumber, makeEvent, openHouse, resolved, workerFacts } from "./testing.ts";

async function openScene() {
  const house = await openHouse();
  const officer = await house.signIn("officer", tree.firm);
  const event = await makeEvent(house, officer, resolved);
  const workers = [await house.signIn("worker"), await house.signIn("worker")];
  for (const [nth, worker] of workers.entries()) {
    const facts = workerFacts(event.code, nth + 1, { employer: "顺丰速运" });
    expect((await apply(worker, facts)).status).toBe(200);
    house.clock.advance(60_000);
  }
  await house.settle();
  return { house, officer, event, workers, at: `/api/joining/invitations/${event.id}/exports` };
}

async function tableOf(client: Client, id: string): Promise<Record<string, string>[]> {
  const { bytes, status } = await client.get(`/api/joining/exports/${id}/file`);
  if (status !== 200) throw new Error(bytes.toString());
  let head: string[] = [];
  const rows: Record<string, string>[] = [];
  for await (const { cells } of await readSheet(bytes)) {
    if (head.length === 0) head = cells.map(({ text }) => text);
    else rows.push(Object.fromEntries(head.map((title, nth) => [title, cells[nth]?.text ?? ""])));
  }
  return rows;
}

const looks = async ({ owner }: TestHouse) =>
  (await owner.query("select person_id, account_id, fields, purpose from audit.looks order by id"))
    .rows;

describe("the list of an event", () => {
  it("is taken out masked by its officer, and nobody's look is noted", async () => {
    const { house, officer, at } = await openScene();
    const made = await officer.post(at, {});
    expect(made.body).toEqual({
      id: expect.any(String),
      rows: 2,
      name: "扫码入会名单-星沙快递小哥集中入会-2026-11-21（脱敏）.xlsx",
    });
    const rows = await tableOf(officer, made.body.id);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      姓名: "林*满",
      证件号码: expect.stringMatching(/^430\*{11}/),
      手机号: "138****0001",
      从事的群体: "快递员",
      工作单位或接单平台: "顺丰速运",
      状态: "已入会",
      提交时间: "2026年11月21日 09:00",
      办理结果: expect.stringContaining("会员号"),
    });
    expect(await looks(house)).toEqual([]);
    expect((await officer.post(at, { status: "running" })).body.code).toBe("joining.list-empty");
  });

  it("is whole only for a chair or cadre who says why, and each person has the look on record", async () => {
    const { house, officer, workers, at } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const whole = ["name", "documentNumber", "phone"];
    const wish = { whole, purpose: "制作会员证" };
    expect((await officer.post(at, wish)).body.code).toBe("joining.whole-not-permitted");
    expect((await chair.post(at, { whole })).body.code).toBe("joining.purpose-needed");
    expect(await looks(house)).toEqual([]);
    const { body } = await chair.post(at, wish);
    expect((await tableOf(chair, body.id))[1]).toMatchObject({
      姓名: "林小满",
      证件号码: identityNumber(1),
      手机号: "13800000001",
    });
    const noted = await looks(house);
    expect(noted.map(({ person_id }) => person_id).sort()).toEqual(
      workers.map(({ personId }) => personId).sort(),
    );
    expect(noted[0]).toMatchObject({
      account_id: chair.accountId,
      fields: whole,
      purpose: "制作会员证",
    });
    const { rows } = await house.owner.query(
      "select rows, fields, purpose, account_id from business.joining_exports",
    );
    expect(rows).toEqual([
      { rows: 2, fields: whole, purpose: "制作会员证", account_id: chair.accountId },
    ]);
  });

  it("shows whole only what was asked for", async () => {
    const { house, at } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const { body } = await chair.post(at, { whole: ["phone"], purpose: "电话通知领卡" });
    expect((await tableOf(chair, body.id))[1]).toMatchObject({
      姓名: "林*满",
      证件号码: expect.stringMatching(/^430\*{11}/),
      手机号: "13800000001",
    });
    expect((await looks(house))[0]).toMatchObject({ fields: ["phone"] });
  });

  it("is made by nobody outside the union, and fetched by nobody but who made it", async () => {
    const { house, officer, at } = await openScene();
    const stranger = await house.signIn("chair", tree.otherFirm);
    expect((await stranger.post(at, {})).body.code).toBe("joining.not-found");
    const { body } = await officer.post(at, {});
    const colleague = await house.signIn("chair", tree.firm);
    const file = `/api/joining/exports/${body.id}/file`;
    expect((await colleague.get(file)).body.code).toBe("joining.list-not-found");
    expect((await officer.get(file)).status).toBe(200);
  });
});
