// For tests of the roster room: people with sound numbers, sheets of them, and an import from upload to end.
import { day } from "@niangjia/foundation/day";
import { type Value, writeSheetBytes } from "@niangjia/foundation/excel";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import type { Client, TestHouse } from "../../../server/testing.ts";

export const today = day("2026-11-21");

/** The sound identity number of the n-th test person, a woman of 1985. */
export function idNumberOf(index: number): string {
  const dayOfYear = Math.floor(index / 400);
  const month = String(1 + (Math.floor(dayOfYear / 28) % 12)).padStart(2, "0");
  const dayOfMonth = String(1 + (dayOfYear % 28)).padStart(2, "0");
  const sequence = String(2 + (index % 400) * 2).padStart(3, "0");
  const year = 1960 + Math.floor(dayOfYear / 336);
  const first17 = `430121${year}${month}${dayOfMonth}${sequence}`;
  const number = first17 + checkCharacter(first17);
  return number.endsWith("000") ? idNumberOf(index + 100_000) : number;
}

export const phoneOf = (index: number): string => `138${String(index).padStart(8, "0")}`;

const givenNames = Array.from("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰文华建国");
export const nameOf = (index: number): string =>
  `王${givenNames[index % givenNames.length]}${givenNames[Math.floor(index / 28) % givenNames.length]}`;

export const titles = ["姓名", "证件号码", "手机号", "学历", "会籍变化日期", "工作单位"];

export const rowOf = (index: number): Value[] => [
  nameOf(index),
  idNumberOf(index),
  phoneOf(index),
  "大专",
  "2024-05-01",
  "湘岚机械有限公司",
];

export const sheetOf = (rows: readonly (readonly Value[])[], head = titles): Promise<Buffer> =>
  writeSheetBytes({ name: "名册", columns: head.map((title) => ({ title })), rows });

export const range = (count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

/** Uploads a file and opens it as an import into the union of a path; answers the import. */
export async function openFor(
  house: TestHouse,
  { client, path, bytes }: { client: Client; path: string; bytes: Uint8Array },
) {
  const fileId = await client.upload("名册.xlsx", bytes);
  const unionId = await house.unionId(path);
  const reply = await client.post("/api/roster/imports", { fileId, unionId });
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return reply.body;
}

/** The whole way: upload, open, start, run to its end. */
export async function importFor(
  house: TestHouse,
  wanted: { client: Client; path: string; bytes: Uint8Array },
) {
  const { id } = await openFor(house, wanted);
  const started = await wanted.client.post(`/api/roster/imports/${id}/start`);
  if (started.status !== 200) throw new Error(JSON.stringify(started.body));
  await house.settle();
  return (await wanted.client.get(`/api/roster/imports/${id}`)).body;
}

/** Has the faulty rows of an import made into a file, and fetches it. */
export async function faultyFile(client: Client, id: string, purpose?: string) {
  const made = await client.post(`/api/roster/imports/${id}/faulty`, { purpose });
  if (made.status !== 200) return made;
  return client.get(`/api/roster/exports/${made.body.id}/file`);
}

export const countOf = async (house: TestHouse, table: string): Promise<number> =>
  (await house.owner.query(`select count(*)::int as n from ${table}`)).rows[0].n;
