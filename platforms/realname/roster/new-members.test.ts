// The new members of an import over HTTP: exactly the rows that went in, in order, for whoever may see the import.
import { expect, test } from "vitest";
import { openTestHouse, tree } from "../../../server/testing.ts";
import { importFor, range, rowOf, sheetOf, titles } from "./testing.ts";

test("an officer pages through who is new by an import, and through nobody else", async () => {
  const house = await openTestHouse();
  const client = await house.signIn("officer", tree.firm);
  const bring = async (rows: readonly number[], change?: string) => {
    const sheet = rows.map((nth) => (change ? [...rowOf(nth), change] : rowOf(nth)));
    const bytes = await sheetOf(sheet, change ? [...titles, "会籍变化类型"] : titles);
    return importFor(house, { client, path: tree.firm, bytes });
  };
  const first = await bring(range(3));
  const second = await bring([1, 2, 5, 6, 7], "保留会籍");
  expect(second).toMatchObject({ enrolled: 3, updated: 2 });

  const url = `/api/roster/imports/${second.id}/members`;
  const { body } = await client.get(url);
  expect(body).toMatchObject({ total: 3, page: 1, size: 20 });
  const masksOf = (rows: { phoneMask: string }[]) => rows.map(({ phoneMask }) => phoneMask);
  expect(masksOf(body.rows)).toEqual(["138****0005", "138****0006", "138****0007"]);
  expect(body.rows[0].name).toMatch(/^王\*./);
  const { body: last } = await client.get(`${url}?size=2&page=2`);
  expect(masksOf(last.rows)).toEqual(["138****0007"]);
  const { body: before } = await client.get(`/api/roster/imports/${first.id}/members`);
  expect(before.total).toBe(3);

  const sibling = await house.signIn("officer", tree.otherFirm);
  expect((await sibling.get(url)).status).toBe(404);
});
