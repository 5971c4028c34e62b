// COPY on a real connection: every kind of value comes back as it went out, however long, and no row is lost.
import { system } from "@niangjia/foundation/act";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../server/testing.ts";
import { type CopyValue, copyRows } from "./copy.ts";
import { Database } from "./database.ts";

let house: TestHouse;
let database: Database;

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  database = new Database(house.url, 1);
});
afterAll(async () => {
  await database.close();
  await house.close();
});

interface Line {
  readonly words: string | null;
  readonly bytes: Buffer | null;
  readonly is: boolean;
  readonly at: Date;
  readonly n: number;
}

/** Copies lines into a table of their own and reads them back in order. */
const copied = (lines: readonly Line[]): Promise<Line[]> =>
  database.transaction(system("test"), async (tx) => {
    await sql`create temporary table lines
      (n int, words text, bytes bytea, "is" boolean, at timestamptz) on commit drop`.execute(tx);
    const rows = lines.map(({ n, words, bytes, is, at }): CopyValue[] => [n, words, bytes, is, at]);
    await copyRows(tx, "lines", rows);
    return (await sql<Line>`select n, words, bytes, "is", at from lines order by n`.execute(tx))
      .rows;
  });

const at = new Date("2026-03-01T04:05:06.789Z");
const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

test("What COPY gives a meaning of its own comes back as it was", async () => {
  const words = ["制表\t换行\n回车\r反斜\\N", "\\.", "", "N", "𠮷野家", null];
  const lines = words.map((each, n): Line => {
    return { n, words: each, bytes: n % 2 === 0 ? every : null, is: n % 2 === 0, at };
  });
  expect(await copied(lines)).toEqual(lines);
});

test("A row longer than a piece is whole, and those around it are", async () => {
  const lines = [1, 400_000, 1, 0].map((length, n): Line => {
    const bytes = Buffer.alloc(length, n + 1);
    return { n, words: "长".repeat(length), bytes, is: true, at };
  });
  expect(await copied(lines)).toEqual(lines);
});

test("Rows of many pieces all arrive", async () => {
  const lines = Array.from({ length: 5_000 }, (_, n): Line => {
    return { n, words: `第${n}行`.repeat(20), bytes: every.subarray(n % 256), is: false, at };
  });
  expect(await copied(lines)).toEqual(lines);
});

test("Of no rows nothing is written", async () => {
  expect(await copied([])).toEqual([]);
});
