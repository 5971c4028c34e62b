// Exports and the template: what goes out, masked or whole, who may take it, and that it can come in again.
import { readSheet } from "@niangjia/foundation/excel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import {
  idNumberOf,
  importFor,
  nameOf,
  openFor,
  phoneOf,
  range,
  rowOf,
  sheetOf,
} from "./testing.ts";

let house: TestHouse;
let officer: Client;
let chair: Client;

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  officer = await house.signIn("officer", tree.firm);
  chair = await house.signIn("chair", tree.firm);
  const other = await house.signIn("officer", tree.otherFirm);
  const bytes = await sheetOf(range(30).map(rowOf));
  await importFor(house, { client: officer, path: tree.firm, bytes });
  const others = await sheetOf(range(5, 100).map(rowOf));
  await importFor(house, { client: other, path: tree.otherFirm, bytes: others });
});
afterAll(() => house.close());

async function tableOf(bytes: Buffer): Promise<Record<string, string>[]> {
  let head: string[] = [];
  const rows: Record<string, string>[] = [];
  for await (const { cells } of await readSheet(bytes)) {
    if (head.length === 0) head = cells.map(({ text }) => text);
    else rows.push(Object.fromEntries(head.map((title, at) => [title, cells[at]?.text ?? ""])));
  }
  return rows;
}

async function exported(client: Client, body: object) {
  const made = await client.post("/api/roster/exports", body);
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  const file = await client.get(`/api/roster/exports/${made.body.id}/file`);
  return { made: made.body, rows: await tableOf(file.bytes) };
}

const looks = async (): Promise<number> =>
  (await house.owner.query("select count(*)::int as n from audit.looks")).rows[0].n;

describe("roster.export", () => {
  test("is on record by the export's id", async () => {
    const { made } = await exported(chair, {});
    const { rows } = await house.owner.query(
      "select action, account_id from audit.entries where subject = $1",
      [`export:${made.id}`],
    );
    expect(rows).toEqual([{ action: "roster.export", account_id: chair.accountId }]);
  });

  test("holds the officer's own members, masked, in the words of the import sheet", async () => {
    const { made, rows } = await exported(officer, {});
    expect(made).toEqual({
      id: expect.any(String),
      rows: 30,
      name: "会员名册-湘岚机械有限公司工会委员会-2026-11-21（脱敏）.xlsx",
    });
    expect(rows).toHaveLength(30);
    expect(rows[0]).toMatchObject({
      工会名称: "湘岚机械有限公司工会委员会",
      姓名: expect.stringMatching(/^王\*./),
      性别: "女",
      证件号码: expect.stringMatching(/^430\*{11}/),
      移动电话: "138****0000",
      学历: "大学专科教育",
      会籍状态: "在册",
      入会日期: "2024-05-01",
      实名核验: "未核验",
    });
    expect(await looks()).toBe(0);
  });

  test("follows the filters of the list", async () => {
    expect((await exported(officer, { q: nameOf(3) })).rows.map((row) => row.移动电话)).toEqual([
      "138****0003",
    ]);
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    expect((await exported(cadre, {})).rows).toHaveLength(35);
    expect((await officer.post("/api/roster/exports", { q: "不在" })).body.code).toBe(
      "roster.export-empty",
    );
  });

  test("is whole only for a chair or cadre who says why, and each person can see that", async () => {
    const whole = ["name", "documentNumber", "phone"];
    const refused = await officer.post("/api/roster/exports", { whole, purpose: "上报年报" });
    expect(refused).toMatchObject({ status: 403, body: { code: "roster.whole-not-permitted" } });
    const silent = await chair.post("/api/roster/exports", { whole });
    expect(silent.body.code).toBe("roster.purpose-needed");
    const { rows } = await exported(chair, { whole, purpose: "上报年报" });
    expect(rows[1]).toMatchObject({
      姓名: nameOf(1),
      证件号码: idNumberOf(1),
      移动电话: phoneOf(1),
    });
    const { rows: seen } = await house.owner.query(
      "select distinct fields, purpose, count(*) over ()::int as n from audit.looks",
    );
    expect(seen).toEqual([{ fields: whole, purpose: "上报年报", n: 30 }]);
  });

  test("can be fetched by nobody but who made it", async () => {
    const made = await chair.post("/api/roster/exports", {});
    const url = `/api/roster/exports/${made.body.id}/file`;
    expect((await chair.get(url)).status).toBe(200);
    expect((await officer.get(url)).body.code).toBe("roster.export-not-found");
  });

  test("of whole people comes in again without a change", async () => {
    const fields = ["name", "documentNumber", "phone", "household"];
    const made = await chair.post("/api/roster/exports", { whole: fields, purpose: "核对名册" });
    const { bytes } = await chair.get(`/api/roster/exports/${made.body.id}/file`);
    const done = await importFor(house, { client: chair, path: tree.firm, bytes });
    expect(done).toMatchObject({
      state: "done",
      enrolled: 0,
      updated: 0,
      unchanged: 30,
      faulty: 0,
    });
  });

  test("of masked people is refused row by row, and stores no stars", async () => {
    const made = await chair.post("/api/roster/exports", {});
    const { bytes } = await chair.get(`/api/roster/exports/${made.body.id}/file`);
    const done = await importFor(house, { client: chair, path: tree.firm, bytes });
    expect(done).toMatchObject({ enrolled: 0, updated: 0, faulty: 30 });
    expect(done.faults.map(({ code }: { code: string }) => code)).toContain("id.masked");
  });
});

describe("the template", () => {
  test("has the 22 columns, is understood whole when it comes back, and enrols from its second row on", async () => {
    const { bytes, headers } = await officer.get("/api/roster/template");
    expect(headers["content-disposition"]).toContain("xlsx");
    const sheet = await readSheet(bytes);
    expect(sheet.sheets.map(({ name }) => name)).toEqual(["会员信息", "填写说明", "代码表"]);
    const titles: string[] = [];
    for await (const { cells } of sheet) titles.push(...cells.map(({ text }) => text));
    expect(titles).toHaveLength(22);
    expect(titles.slice(0, 3)).toEqual(["序号", "姓名*", "性别"]);
    const filled = titles.map((title) =>
      title === "姓名*" ? nameOf(200) : title === "证件号码*" ? idNumberOf(200) : null,
    );
    const back = await sheetOf([filled], titles);
    const opened = await openFor(house, { client: officer, path: tree.firm, bytes: back });
    expect(opened.columns.every((column: { confidence: number }) => column.confidence === 1)).toBe(
      true,
    );
    await officer.post(`/api/roster/imports/${opened.id}/start`);
    await house.settle();
    expect((await officer.get(`/api/roster/imports/${opened.id}`)).body.enrolled).toBe(1);
  });
});
