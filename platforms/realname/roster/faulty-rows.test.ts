// Faulty rows on the screen: pages of them in order, narrowed to one kind, with what the sheet says there.
import { expect, test } from "vitest";
import { openTestHouse, tree } from "../../../server/testing.ts";
import { importFor, nameOf, range, rowOf, sheetOf } from "./testing.ts";

test("an officer pages through the faulty rows, and through those of one kind", async () => {
  const house = await openTestHouse();
  const client = await house.signIn("officer", tree.firm);
  const rows = range(30).map((index) => {
    if (index % 3 === 0) return rowOf(index).with(2, "12");
    return index === 4 ? rowOf(index).with(0, "").with(2, "13") : rowOf(index);
  });
  const { id } = await importFor(house, { client, path: tree.firm, bytes: await sheetOf(rows) });
  const url = `/api/roster/imports/${id}/faulty-rows`;

  const { body: first } = await client.get(`${url}?size=2`);
  expect(first).toMatchObject({ total: 11, page: 1, size: 2 });
  expect(first.rows[0]).toEqual({
    row: 2,
    name: nameOf(0),
    faults: [{ title: "移动电话", written: "12", say: expect.stringContaining("手机号不对") }],
  });
  const { body: second } = await client.get(`${url}?size=2&page=2`);
  expect(second.rows.map(({ row }: { row: number }) => row)).toEqual([6, 8]);
  expect(second.rows[0].faults).toHaveLength(2);

  const { body: nameless } = await client.get(`${url}?code=name.missing`);
  expect(nameless.total).toBe(1);
  expect(nameless.rows[0]).toMatchObject({ row: 6, name: "" });

  const elsewhere = await house.signIn("officer", tree.furongFirm);
  expect((await elsewhere.get(url)).status).toBe(404);
});

test("the preview gives a few examples of each kind of fault", async () => {
  const house = await openTestHouse();
  const client = await house.signIn("officer", tree.firm);
  const bytes = await sheetOf(range(5).map((index) => rowOf(index).with(2, `12${index}`)));
  const fileId = await client.upload("名册.xlsx", bytes);
  const unionId = await house.unionId(tree.firm);
  const { body: opened } = await client.post("/api/roster/imports", { fileId, unionId });
  const { body } = await client.get(`/api/roster/imports/${opened.id}/preview`);
  expect(body.faults).toEqual([
    {
      code: "phone.invalid",
      title: "手机号不对",
      rows: 5,
      examples: [2, 3, 4].map((row) => ({
        row,
        written: `12${row - 2}`,
        say: expect.stringContaining("手机号不对"),
      })),
    },
  ]);
});
