// The Excel of faulty rows over HTTP: numbers stand whole in it, so who takes it says what for, and is noted.
import { readSheet } from "@niangjia/foundation/excel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { faultyFile, idNumberOf, importFor, rowOf, sheetOf } from "./testing.ts";

let house: TestHouse;
let uploader: Client;
let id: string;

/** A number whose last figure but one was mistyped. */
const slip = idNumberOf(3).replace(/(\d)(.)$/, (_, nine, last) => `${9 - Number(nine)}${last}`);

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  uploader = await house.signIn("officer", tree.firm);
  const rows = [rowOf(1), rowOf(2).with(2, "12"), rowOf(3).with(1, slip)];
  const bytes = await sheetOf(rows);
  ({ id } = await importFor(house, { client: uploader, path: tree.firm, bytes }));
});
afterAll(() => house.close());

const looks = async () =>
  (
    await house.owner.query(
      "select account_id, about, org_path, fields, purpose from audit.looks order by at, id",
    )
  ).rows;

async function numbersIn(bytes: Buffer): Promise<string[]> {
  const numbers: string[] = [];
  for await (const { cells } of await readSheet(bytes)) numbers.push(cells[1]?.text ?? "");
  return numbers.slice(1);
}

describe("the file of faulty rows", () => {
  test("goes to who brought the roster without a question, and is in the access log", async () => {
    const before = await looks();
    const file = await faultyFile(uploader, id);
    expect(await numbersIn(file.bytes)).toEqual([idNumberOf(2), slip]);
    expect((await looks()).slice(before.length)).toEqual([
      {
        account_id: uploader.accountId,
        about: "名册错误行 2 行",
        org_path: tree.firm,
        fields: ["name", "documentNumber", "phone"],
        purpose: "改正自己上传的名册",
      },
    ]);
    const auditor = await house.signIn("audit-admin", tree.province);
    const { body } = await auditor.get("/api/audit/looks");
    expect(body.rows[0]).toMatchObject({ personId: null, about: "名册错误行 2 行" });
  });

  test("goes to others who may import there only with a purpose, which is noted", async () => {
    const colleague = await house.signIn("chair", tree.firm);
    const before = await looks();
    expect((await faultyFile(colleague, id)).body.code).toBe("roster.faulty-purpose-needed");
    expect(await looks()).toEqual(before);
    expect((await faultyFile(colleague, id, "替小周改正名册")).status).toBe(200);
    expect((await looks()).at(-1)).toMatchObject({
      account_id: colleague.accountId,
      purpose: "替小周改正名册",
    });
  });

  test("is refused to an officer of a sibling union, made or ready, and nothing is noted", async () => {
    const sibling = await house.signIn("officer", tree.otherFirm);
    const made = await uploader.post(`/api/roster/imports/${id}/faulty`, {});
    const before = await looks();
    expect((await faultyFile(sibling, id, "想看一看")).status).toBe(404);
    const url = `/api/roster/exports/${made.body.id}/file`;
    expect((await sibling.get(url)).status).toBe(404);
    const above = await house.signIn("cadre", tree.changshaCounty);
    expect((await above.get(url)).body.code).toBe("roster.export-not-found");
    expect(await looks()).toEqual(before);
  });
});

test("no screen of an import holds a whole number", async () => {
  for (const page of ["preview", "faulty-rows"]) {
    const { body } = await uploader.get(`/api/roster/imports/${id}/${page}`);
    const text = JSON.stringify(body);
    for (const whole of [idNumberOf(1), idNumberOf(2), slip]) {
      expect(text, page).not.toContain(whole);
    }
    expect(text).toMatch(/430\*{11}\d{3}[\dX]/);
  }
});
