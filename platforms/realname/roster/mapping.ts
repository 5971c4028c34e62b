// Mapping (栏目对应): which column of a sheet holds which field, found by titles and, where they fail, by content.

import type { Day } from "@niangjia/foundation/day";
import { type Cell, findHead, type Head, type SheetRow } from "@niangjia/foundation/excel";
import { readIdNumber } from "@niangjia/foundation/idnumber";
import { readPhone } from "@niangjia/foundation/phone";
import { cleanText } from "@niangjia/foundation/text";
import {
  isRosterField,
  type RosterField,
  rosterColumns,
  rosterFields,
  titleOf,
} from "./columns.ts";

/** One column as understood. */
interface MappedColumn {
  /** As the sheet's head names it; empty when it does not. */
  readonly title: string;
  readonly field: RosterField | null;
  /** 1 by a known title, less by a like one or by content; 0 where nothing was found. */
  readonly confidence: number;
}

export interface Mapping {
  /** Last row of the head, from 1; 0 when the sheet has none. Rows up to it are not read. */
  readonly headRow: number;
  readonly columns: readonly MappedColumn[];
}

/** Titles as they are compared: no spaces, stars or remarks in brackets, no group before the slash. */
const plainTitle = (title: string): string =>
  cleanText(title)
    .replace(/[(（【[].*?[)）】\]]/g, "")
    .replace(/[\s*:：、,.·/／\\-]/g, "")
    .toUpperCase();

const titles = new Map<string, RosterField>(
  rosterFields.flatMap((field) => {
    const { title, alsoCalled } = rosterColumns[field];
    return [title, ...alsoCalled].map((word) => [plainTitle(word), field] as const);
  }),
);

/** Short words say too little inside longer titles (单位 in 单位地址), but for these. */
const tellingWords = new Set(["姓名", "性别", "民族", "学历", "籍贯"]);

/** Longest first, so that 户籍所在地 is not taken for 户籍地. */
const partOfTitles = [...titles]
  .filter(([word]) => word.length >= 3 || tellingWords.has(word))
  .sort(([one], [other]) => other.length - one.length);

/** Titles of columns that speak of somebody or something else than the worker. */
const ofOthers = /紧急|家属|配偶|父|母|子女|联系人|推荐人|介绍人|办公|单位电话|负责人/;

interface Guess {
  readonly field: RosterField;
  readonly confidence: number;
}

/** Titles under a group read `联系方式/手机`: the last part counts, then the whole. */
function guessByTitle(title: string): Guess | undefined {
  const last = title.split(/[/／]/).at(-1) ?? "";
  for (const wording of [last, title]) {
    const exact = titles.get(plainTitle(wording));
    if (exact) return { field: exact, confidence: 1 };
  }
  if (ofOthers.test(title)) return undefined;
  const plain = plainTitle(title);
  const part = partOfTitles.find(([word]) => plain.includes(word));
  return part && { field: part[1], confidence: 0.7 };
}

const isKnownTitle = (title: string): boolean => guessByTitle(title)?.confidence === 1;

/** What the cells themselves tell, where the title does not. */
const contentTests: readonly (readonly [RosterField, (text: string, today: Day) => boolean])[] = [
  ["documentNumber", (text, today) => readIdNumber(text, { today }).ok],
  ["phone", (text) => readPhone(text).ok],
  ["sex", (text) => text === "男" || text === "女"],
  ["name", (text) => surnameFirst.test(text)],
];

/** The hundred most frequent surnames cover 85 of 100 people, which tells a column of names from one of places. */
const surnameFirst =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]\p{Script=Han}{1,2}$/u;

const mostly = 0.7;

function guessByContent(cells: readonly Cell[], today: Day): RosterField | undefined {
  const texts = cells.map(({ text }) => cleanText(text).replace(/ /g, "")).filter(Boolean);
  if (texts.length < 2) return undefined;
  const share = (test: (text: string, today: Day) => boolean): number =>
    texts.filter((text) => test(text, today)).length / texts.length;
  return contentTests.find(([, test]) => share(test) >= mostly)?.[0];
}

/** The head the officer points at: its titles are those of that very row. */
const headAtRow = (rows: readonly SheetRow[], headRow: number): Head | null => {
  const row = rows.find((each) => each.row === headRow);
  const titles = row?.cells.map(({ text }) => text.replace(/\s+/g, ""));
  return titles ? { firstRow: headRow, lastRow: headRow, titles } : null;
};

/** The head as it shows itself: rows of titles that name at least one field. */
function headOf(rows: readonly SheetRow[]): Head | null {
  const head = findHead(rows.slice(0, 20), isKnownTitle);
  return head?.titles.some((title) => guessByTitle(title)) ? head : null;
}

interface MappingOptions {
  readonly today: Day;
  /** Where the officer says the head is; 0 for none. */
  readonly headRow?: number | undefined;
}

/**
 * Understands the first rows of a sheet (some fifty are plenty). Each field is given to one column, the most certain
 * one; the officer can correct the rest.
 */
export function findMapping(
  rows: readonly SheetRow[],
  { today, headRow }: MappingOptions,
): Mapping {
  const found = headRow === undefined ? headOf(rows) : headAtRow(rows, headRow);
  const below = rows.filter(({ row }) => row > (found?.lastRow ?? headRow ?? 0));
  const width = Math.max(found?.titles.length ?? 0, ...below.map(({ cells }) => cells.length));
  const taken = new Set<RosterField>();
  const guesses = titleGuesses(found, width, taken);
  for (let column = 0; column < width; column += 1) {
    if (guesses[column]) continue;
    const cells = below.flatMap((row) => row.cells[column] ?? []);
    const field = guessByContent(cells, today);
    if (!field || taken.has(field)) continue;
    taken.add(field);
    guesses[column] = { field, confidence: 0.5 };
  }
  return {
    headRow: found?.lastRow ?? headRow ?? 0,
    columns: Array.from({ length: width }, (_, column) => ({
      title: found?.titles[column] ?? "",
      field: guesses[column]?.field ?? null,
      confidence: guesses[column]?.confidence ?? 0,
    })),
  };
}

/** By titles, the certain ones first: a field goes to one column only. */
function titleGuesses(
  head: Head | null,
  width: number,
  taken: Set<RosterField>,
): (Guess | undefined)[] {
  const guesses = Array.from({ length: width }, (_, column) =>
    guessByTitle(head?.titles[column] ?? ""),
  );
  for (const certain of [true, false]) {
    for (const [column, guess] of guesses.entries()) {
      if (!guess || (guess.confidence === 1) !== certain) continue;
      if (taken.has(guess.field)) guesses[column] = undefined;
      else taken.add(guess.field);
    }
  }
  return guesses;
}

/** The mapping with fields as the officer gives them, or a few words on what is wrong with them. */
export function correctColumns(
  mapping: Mapping,
  fields: readonly (string | null)[],
): Mapping | string {
  if (fields.length !== mapping.columns.length) {
    return `表格有 ${mapping.columns.length} 列，收到 ${fields.length} 列`;
  }
  const unknown = fields.find((field) => field !== null && !isRosterField(field));
  if (unknown) return `没有“${unknown}”这个栏目`;
  const given = fields.filter((field) => field !== null && isRosterField(field));
  const twice = given.find((field, index) => given.indexOf(field) !== index);
  if (twice) return `“${titleOf(twice)}”对应了不止一列`;
  const columns = mapping.columns.map(({ title }, column) => {
    const field = fields[column] ?? null;
    return field !== null && isRosterField(field)
      ? { title, field, confidence: 1 }
      : { title, field: null, confidence: 0 };
  });
  return { ...mapping, columns };
}

/** Fields without which no row can be read. */
export const missingFields = ({ columns }: Mapping): RosterField[] =>
  rosterFields.filter(
    (field) =>
      "required" in rosterColumns[field] && !columns.some((column) => column.field === field),
  );
