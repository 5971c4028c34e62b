// Importing a survey (导入摸排表): an officer's list of firms and communities without a union, row by row.
import type { Act } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { type Day, dayOf, readDay } from "@niangjia/foundation/day";
import {
  type Cell,
  findHead,
  readSheet,
  type SheetRow,
  sheetFile,
} from "@niangjia/foundation/excel";
import { getFile } from "@niangjia/foundation/files";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { cleanText } from "@niangjia/foundation/text";
import { readUscc } from "@niangjia/foundation/uscc";
import { employersWithUnion, holdUnion, type Union } from "@niangjia/registers/organisations";
import {
  type importTargets as contract,
  kinds,
  limits,
  refusals,
  type TargetKind,
} from "./contract.ts";
import { unionInReach } from "./coverage.ts";
import { type NewTarget, putTargets } from "./target-store.ts";

const titles = {
  name: "单位名称",
  uscc: "统一社会信用代码",
  kind: "类别",
  staff: "职工人数",
  openedDay: "开业日期",
  address: "地址",
} as const;
type Column = keyof typeof titles;

const titleOf = (text: string): Column | undefined =>
  (Object.keys(titles) as Column[]).find((column) => text.replace(/[*＊]/g, "") === titles[column]);

type Found = Pick<NewTarget, "kind" | "name" | "uscc" | "address" | "staff" | "opened_day">;
type ReadRow = { readonly row: number } & ({ readonly found: Found } | { readonly say: string });

function kindOf(text: string): TargetKind | undefined {
  if (text === "") return "firm";
  return /社区|村/.test(text) ? "community" : /企业|单位|公司/.test(text) ? "firm" : undefined;
}

/** Whole people; undefined when it is no number. */
function staffOf(text: string): number | null | undefined {
  if (text === "") return null;
  const count = Number(text.replace(/[,人]/g, ""));
  return Number.isSafeInteger(count) && count >= 0 && count <= 2_000_000 ? count : undefined;
}

function openedOf(cell: Cell | undefined, today: Day): Day | null | undefined {
  if (!cell || cell.text === "") return null;
  const read = readDay(cell.day ?? cell.text);
  return read.ok && read.value <= today ? read.value : undefined;
}

function readRow(
  { row, cells }: SheetRow,
  places: ReadonlyMap<Column, number>,
  today: Day,
): ReadRow {
  const cellOf = (column: Column) => cells[places.get(column) ?? -1];
  const text = (column: Column) => cleanText(cellOf(column)?.text ?? "");
  const name = text("name");
  const code = text("uscc") === "" ? null : readUscc(text("uscc"));
  const kind = kindOf(text("kind"));
  const staff = staffOf(text("staff"));
  const opened = openedOf(cellOf("openedDay"), today);
  const faults = [
    ...(name.length < 2 || name.length > 100 ? ["单位名称应是 2 至 100 个字。"] : []),
    ...(code && !code.ok ? [code.say] : []),
    ...(kind ? [] : [`类别请填“${Object.values(kinds).join("”或“")}”。`]),
    ...(staff === undefined ? ["职工人数应是整数。"] : []),
    ...(opened === undefined ? ["开业日期请写成 2026-01-31 的样子，不能晚于今天。"] : []),
  ];
  if (faults.length > 0 || kind === undefined) return { row, say: faults.join("") };
  const uscc = code?.ok ? code.value.code : null;
  const address = text("address").slice(0, 200) || null;
  return {
    row,
    found: { kind, name, uscc, address, staff: staff ?? null, opened_day: opened ?? null },
  };
}

async function readRows(act: Act, fileId: string): Promise<ReadRow[]> {
  const { sha256 } = await getFile(act, fileId);
  const sheet = await readSheet(act.vault.path(sha256), { maxRows: limits.importRows + 21 });
  const rows: SheetRow[] = [];
  for await (const row of sheet) rows.push(row);
  const head = findHead(rows.slice(0, 20), (title) => titleOf(title) !== undefined);
  const places = new Map<Column, number>();
  for (const [at, title] of (head?.titles ?? []).entries()) {
    const column = titleOf(title);
    if (column && !places.has(column)) places.set(column, at);
  }
  if (!head || !places.has("name")) throw refuse(refusals.fileColumns);
  const below = rows.filter(({ row }) => row > head.lastRow);
  if (below.length === 0) throw refuse(refusals.fileEmpty);
  if (below.length > limits.importRows) {
    throw refuse(refusals.fileTooLong, { words: { limit: limits.importRows } });
  }
  return below.map((row) => readRow(row, places, dayOf(act.now)));
}

/** Those whose code no living union has as its employer's; the last of a name in a file counts. */
async function withoutUnion(act: Act, found: readonly Found[]): Promise<Found[]> {
  const byName = new Map(found.map((one) => [one.name, one]));
  const codes = found.flatMap(({ uscc }) => uscc ?? []);
  const covered = await employersWithUnion(act, codes);
  return [...byName.values()].filter(({ uscc }) => uscc === null || !covered.has(uscc));
}

const targetAt = (act: Act, { id, path }: Union, found: Found): NewTarget => ({
  ...found,
  ...{ id: newId(act.now), org_id: id, org_path: path, employed: 0, source: "import" },
});

/** Good rows are entered, faulty ones told; the same file twice changes nothing the second time. */
export async function importTargets(
  act: Act,
  { body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { id } = await unionInReach(act, body.union);
  const union = await holdUnion(act, id);
  const rows = await readRows(act, body.file);
  const faults = rows.flatMap((one) => ("say" in one ? [{ row: one.row, say: one.say }] : []));
  const good = rows.flatMap((one) => ("found" in one ? one.found : []));
  const open = await withoutUnion(act, good);
  concerns(act, `file:${body.file}`);
  const added = await putTargets(
    act,
    open.map((found) => targetAt(act, union, found)),
  );
  return {
    ...{ added, updated: open.length - added, skipped: good.length - open.length },
    ...{ faulty: faults.length, faults: faults.slice(0, limits.faultsShown) },
  };
}

/** The same day gives the same bytes. */
export async function downloadTemplate(): Promise<Download> {
  return sheetFile({
    ...{ name: "应建未建摸排表", file: "应建未建摸排表模板" },
    columns: Object.entries(titles).map(([column, title]) => ({
      title: column === "name" ? `${title}*` : title,
      ...(column === "kind" ? { choices: Object.values(kinds) } : {}),
      widthCharacters: column === "name" || column === "address" ? 40 : 20,
    })),
    rows: [],
  });
}
