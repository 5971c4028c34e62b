// Importing rosters over HTTP: from upload to members, with what is wrong given back.
import { readSheet } from "@niangjia/foundation/excel";
import { maskIdNumber, maskPhone } from "@niangjia/foundation/masks";
import { describe, expect, test } from "vitest";
import { openTestHouse, tree } from "../../../server/testing.ts";
import {
  countOf,
  faultyFile,
  idNumberOf,
  importFor,
  nameOf,
  openFor,
  phoneOf,
  range,
  rowOf,
  sheetOf,
} from "./testing.ts";

async function textsOf(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of await readSheet(bytes)) rows.push(cells.map(({ text }) => text));
  return rows;
}

describe("roster.import: an officer imports a roster", () => {
  test("and good rows are members at once, faulty ones come back with reasons", async () => {
    const house = await openTestHouse();
    const client = await house.signIn("officer", tree.firm);
    const bad = rowOf(3).with(1, "430121198503010000").with(2, "0731-84012345");
    const bytes = await sheetOf([rowOf(1), rowOf(2), bad]);
    const opened = await openFor(house, { client, path: tree.firm, bytes });
    expect(opened).toMatchObject({
      state: "ready",
      headRow: 1,
      rowsTotal: 3,
      missing: [],
      says: "认出 3 行，请核对栏目后开始导入。",
      can: { map: true, start: true, cancel: true, faulty: false },
    });
    await client.post(`/api/roster/imports/${opened.id}/start`);
    await house.settle();
    const { body } = await client.get(`/api/roster/imports/${opened.id}`);
    expect(body).toMatchObject({
      state: "done",
      rowsRead: 3,
      enrolled: 2,
      updated: 0,
      unchanged: 0,
      faulty: 1,
      says: "导入完成：新入库 2 人，更新 0 人，没有变化 0 人，有错 1 行。",
    });
    expect(body.faults).toEqual([
      { code: "id.rounded", title: "证件号码尾数变成 0", rows: 1 },
      { code: "phone.invalid", title: "手机号不对", rows: 1 },
    ]);
    const back = await faultyFile(client, opened.id);
    const [head, ...rows] = await textsOf(back.bytes);
    expect(head).toEqual([
      "姓名",
      "证件号码",
      "手机号",
      "学历",
      "会籍变化日期",
      "工作单位",
      "错误原因",
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.slice(0, 3)).toEqual([nameOf(3), "430121198503010000", "0731-84012345"]);
    expect(rows[0]![6]).toMatch(/^1\. 证件号码的后几位.*\n2\. 手机号不对/);
    const list = await client.get("/api/members");
    expect(list.body.total).toBe(2);
  });

  test("mends the faulty rows and imports that very file again", async () => {
    const house = await openTestHouse();
    const client = await house.signIn("officer", tree.firm);
    const wanted = { client, path: tree.firm };
    const bytes = await sheetOf([rowOf(1), rowOf(2).with(1, "4.30121E+17")]);
    const first = await importFor(house, { ...wanted, bytes });
    expect(first).toMatchObject({ enrolled: 1, faulty: 1 });
    const back = await faultyFile(client, first.id);
    const [head, ...rows] = await textsOf(back.bytes);
    const mended = await sheetOf(
      rows.map((row) => row.with(1, idNumberOf(2))),
      head,
    );
    const second = await importFor(house, { ...wanted, bytes: mended });
    expect(second).toMatchObject({ enrolled: 1, faulty: 0 });
    expect(await countOf(house, "member.memberships")).toBe(2);
  });

  test("twice the same, and nobody is enrolled twice or written again", async () => {
    const house = await openTestHouse();
    const client = await house.signIn("officer", tree.firm);
    const bytes = await sheetOf(range(30).map(rowOf));
    const wanted = { client, path: tree.firm, bytes };
    expect(await importFor(house, wanted)).toMatchObject({ enrolled: 30 });
    expect(await importFor(house, wanted)).toMatchObject({ enrolled: 0, unchanged: 30 });
    for (const table of ["persons", "memberships", "changes", "statements"]) {
      expect(await countOf(house, `member.${table}`), table).toBe(30);
    }
  });

  test("and is told which county someone is a member in already", async () => {
    const house = await openTestHouse();
    const bytes = await sheetOf([rowOf(1)]);
    const there = await house.signIn("officer", tree.furongFirm);
    await importFor(house, { client: there, path: tree.furongFirm, bytes });
    const client = await house.signIn("officer", tree.firm);
    const done = await importFor(house, { client, path: tree.firm, bytes });
    expect(done).toMatchObject({ enrolled: 0, faulty: 1 });
    const back = await faultyFile(client, done.id);
    const rows = await textsOf(back.bytes);
    expect(rows[1]!.at(-1)).toBe(
      "这个人已是芙蓉区总工会下的工会会员。一个人只能在一个工会，请办理“组织关系接转”，不要重复导入。",
    );
  });

  test("and duplicates inside the file are found: the first stands, contradicting names both go back", async () => {
    const house = await openTestHouse();
    const client = await house.signIn("officer", tree.firm);
    const rows = [
      rowOf(1),
      rowOf(2).with(2, "12345"),
      rowOf(1),
      rowOf(2),
      rowOf(5),
      rowOf(5).with(0, "李大勇"),
    ];
    const done = await importFor(house, { client, path: tree.firm, bytes: await sheetOf(rows) });
    expect(done).toMatchObject({ enrolled: 2, faulty: 4 });
    const { rows: kept } = await house.owner.query(
      "select row, faults from business.roster_import_faults order by row",
    );
    const field = "documentNumber";
    expect(kept).toEqual([
      { row: 3, faults: [{ code: "phone.invalid", field: "phone" }] },
      { row: 4, faults: [{ code: "duplicate.file", field, otherRow: 2 }] },
      { row: 6, faults: [{ code: "duplicate.file-name-differs", field, otherRow: 7 }] },
      { row: 7, faults: [{ code: "duplicate.file-name-differs", field, otherRow: 6 }] },
    ]);
  });
});

describe("before it starts", () => {
  test("the preview shows rows as understood, with notes and faults, and enrols nobody", async () => {
    const house = await openTestHouse();
    const client = await house.signIn("officer", tree.firm);
    const bytes = await sheetOf([rowOf(1), rowOf(2).with(0, "")]);
    const { id } = await openFor(house, { client, path: tree.firm, bytes });
    const { body } = await client.get(`/api/roster/imports/${id}/preview`);
    expect(body.rows[0]).toEqual({
      row: 2,
      values: {
        name: nameOf(1),
        sex: "女",
        birthDay: "1960-01-01",
        documentKind: "居民身份证",
        documentNumber: maskIdNumber(idNumberOf(1)),
        phone: maskPhone(phoneOf(1)),
        education: "大学专科教育",
        changeKind: "入会",
        changeDay: "2024-05-01",
        employer: "湘岚机械有限公司",
      },
      faults: [],
      notes: ["“大专”按“30 大学专科教育”登记"],
    });
    expect(body.rows[1].faults).toEqual([
      { field: "name", title: "姓名", say: "没有填姓名，请照身份证补上。" },
    ]);
    expect(body.looked).toEqual({ rows: 2, whole: true, good: 1, faulty: 1, skipped: 0 });
    expect(await countOf(house, "member.persons")).toBe(0);
  });

  test("odd headers are understood, and the officer can correct a column", async () => {
    const house = await openTestHouse();
    const client = await house.signIn("officer", tree.firm);
    const head = ["职工姓名（必填）", "备用", "联系电话", "文化程度", "入会时间", "所在单位"];
    const bytes = await sheetOf(range(3).map(rowOf), head);
    const opened = await openFor(house, { client, path: tree.firm, bytes });
    expect(opened.columns.map((column: { field: string }) => column.field)).toEqual([
      "name",
      "documentNumber",
      "phone",
      "education",
      "changeDay",
      "employer",
    ]);
    expect(opened.columns[1].confidence).toBe(0.5);
    const url = `/api/roster/imports/${opened.id}`;
    const without = ["name", null, "phone", null, null, null];
    expect((await client.put(`${url}/mapping`, { columns: without })).body).toMatchObject({
      missing: ["证件号码"],
      can: { start: false },
    });
    const refused = await client.post(`${url}/start`);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: "roster.columns-missing", title: "还没有认出这些栏目：“证件号码”。" },
    });
    const twice = ["name", "name", null, null, null, null];
    expect((await client.put(`${url}/mapping`, { columns: twice })).body).toMatchObject({
      code: "roster.mapping-wrong",
      title: "栏目对应不对：“姓名”对应了不止一列。",
    });
    await client.put(`${url}/mapping`, { headRow: 1 });
    await client.post(`${url}/start`);
    await house.settle();
    expect((await client.get(url)).body).toMatchObject({ state: "done", enrolled: 3 });
  });

  test("a union outside the officer's reach is refused, and so is a file of somebody else", async () => {
    const house = await openTestHouse();
    const client = await house.signIn("officer", tree.firm);
    const other = await house.signIn("officer", tree.furongFirm);
    const fileId = await client.upload("名册.xlsx", await sheetOf([rowOf(1)]));
    const unionId = await house.unionId(tree.furongFirm);
    expect(await client.post("/api/roster/imports", { fileId, unionId })).toMatchObject({
      status: 404,
      body: { code: "roster.union-not-found" },
    });
    expect(await other.post("/api/roster/imports", { fileId, unionId })).toMatchObject({
      status: 404,
      body: { code: "files.not-found" },
    });
  });

  test("an import under another union cannot be seen, started or fetched", async () => {
    const house = await openTestHouse();
    const client = await house.signIn("officer", tree.firm);
    const other = await house.signIn("officer", tree.furongFirm);
    const bytes = await sheetOf([rowOf(1).with(1, "1")]);
    const { id } = await importFor(house, { client, path: tree.firm, bytes });
    const url = `/api/roster/imports/${id}`;
    for (const path of [url, `${url}/preview`, `${url}/faulty-rows`]) {
      expect((await other.get(path)).status, path).toBe(404);
      expect((await client.get(path)).status, path).toBe(200);
    }
    for (const verb of ["start", "cancel", "faulty"]) {
      const purpose = { purpose: "核对名册" };
      expect((await other.post(`${url}/${verb}`, purpose)).status, verb).toBe(404);
    }
    expect((await other.get("/api/roster/imports")).body.total).toBe(0);
    const above = await house.signIn("cadre", tree.changshaCounty);
    expect((await above.get("/api/roster/imports")).body.total).toBe(1);
  });
});
