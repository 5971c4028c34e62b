// The dirty roster (问题花名册): 2,000 people with known faults, and what an import must find.
import { type Day, formatDay } from "@niangjia/foundation/day";
import type { DemoPerson } from "./people.ts";
import { type Draft, mergedFrom, mergedLength, rosterDrafts } from "./roster-drafts.ts";
import type { ExpectedFault, RosterOddity } from "./roster-faults.ts";
import { type RosterCell, rosterColumns, rosterFields } from "./roster-sheet.ts";
import { demoToday, showcase } from "./unions.ts";

/** What an import must know of a good row. */
type RosterPerson = Pick<
  DemoPerson,
  "name" | "sex" | "birthDay" | "idNumber" | "phone" | "employer"
>;

/** Rows that are nobody's. */
type SkippedAs = "title" | "header" | "blank" | "total" | "note";

export type RosterExpectation =
  | {
      readonly verdict: "good";
      readonly person: RosterPerson;
      readonly oddities: readonly RosterOddity[];
    }
  /** The row is given back with all of these and no others. */
  | { readonly verdict: "faulty"; readonly faults: readonly ExpectedFault[] }
  | { readonly verdict: "skipped"; readonly as: SkippedAs };

export interface RosterRow {
  /** 22 cells, columns A to V. */
  readonly cells: readonly RosterCell[];
  readonly expected: RosterExpectation;
}

export interface DirtyRoster {
  readonly sheetName: string;
  /** `rows[0]` is row 1 of the sheet. */
  readonly rows: readonly RosterRow[];
  /** Row number of the header. */
  readonly headerRow: number;
  /** Merged ranges, as `A1:V1`; only the first cell of each holds the value. */
  readonly merges: readonly string[];
}

const headerRow = 3;
const blankRow: readonly RosterCell[] = rosterFields.map(() => null);

const skipped = (as: SkippedAs, ...first: RosterCell[]): RosterRow => ({
  cells: [...first, ...blankRow.slice(first.length)],
  expected: { verdict: "skipped", as },
});

const header = skipped("header", ...Object.values(rosterColumns));

/**
 * Rows between people, as printed sheets have them: before which person (counted from 0) and what.
 */
const interruptions: ReadonlyMap<number, RosterRow> = new Map([
  [120, skipped("blank")],
  [333, skipped("blank", null, " ", null, "　")],
  [500, header],
  [901, skipped("blank")],
  [1000, header],
  [1200, skipped("total", "小计", "1200人")],
  [1500, skipped("blank")],
  [1750, header],
]);

const opening = (today: Day): RosterRow[] => [
  skipped("title", `${showcase.county.name}工会会员实名制信息采集表`),
  skipped("title", `填报单位：${showcase.county.name}总工会　　填报日期：${formatDay(today)}`),
  header,
];

const closing: readonly RosterRow[] = [
  skipped("total", "合计", "2000人"),
  skipped("blank"),
  skipped("note", "注：证件号码和移动电话请设为文本格式。"),
  skipped("note", "填表人：　　　　审核人：　　　　联系电话："),
];

function expectationOf(draft: Draft, rowOf: ReadonlyMap<Draft, number>): RosterExpectation {
  if (draft.faults.length > 0) {
    const faults = draft.faults.map(({ code, field, other }) =>
      other ? { code, field, otherRow: rowOf.get(other)! } : { code, field },
    );
    return { verdict: "faulty", faults };
  }
  const { name, sex, birthDay, idNumber, phone, employer } = draft.person;
  const person = { name, sex, birthDay, idNumber, phone, employer };
  return { verdict: "good", person, oddities: draft.oddities };
}

/**
 * The sample roster of a seed as it stands on a day, which an import of it has to be given as its
 * today.
 */
export function dirtyRoster(seed: string, today: Day = demoToday): DirtyRoster {
  const drafts = rosterDrafts(seed, today);
  const laid: (RosterRow | Draft)[] = opening(today);
  const rowOf = new Map<Draft, number>();
  for (const [index, draft] of drafts.entries()) {
    const interruption = interruptions.get(index);
    if (interruption) laid.push(interruption);
    rowOf.set(draft, laid.push(draft));
  }
  const rows = [...laid, ...closing].map(
    (row): RosterRow =>
      "expected" in row
        ? row
        : {
            cells: rosterFields.map((field) => row.cells[field]),
            expected: expectationOf(row, rowOf),
          },
  );
  const employerColumn = "R";
  const merged = mergedFrom.map((from) => {
    const [top, bottom] = [drafts[from]!, drafts[from + mergedLength - 1]!];
    return `${employerColumn}${rowOf.get(top)}:${employerColumn}${rowOf.get(bottom)}`;
  });
  return {
    sheetName: "会员信息",
    rows,
    headerRow,
    merges: ["A1:V1", "A2:V2", ...merged],
  };
}
