// Spoils (弄脏): ways a good row goes wrong, one for each fault, and how many rows get it.
import { addCalendarDays, addCalendarMonths, type Day } from "@niangjia/foundation/day";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import type { DemoPerson } from "./people.ts";
import type { Random } from "./random.ts";
import type { RosterFault } from "./roster-faults.ts";
import type { RosterCells, RosterField } from "./roster-sheet.ts";

/** A person's row while it is being spoilt. */
export interface SpoiltRow {
  person: DemoPerson;
  readonly cells: RosterCells;
}

interface SpoilContext {
  readonly random: Random;
  readonly today: Day;
}

export interface Spoil {
  readonly code: RosterFault;
  readonly rows: number;
  /** People it can happen to; everybody when left out. */
  suits?(person: DemoPerson): boolean;
  /** Changes the cells and tells which field is at fault. */
  apply(row: SpoiltRow, context: SpoilContext): RosterField;
}

const withCheck = (first17: string): string => first17 + checkCharacter(first17);

const compact = (day: Day): string => day.replaceAll("-", "");

/** Another digit in the county's or the sequence's place: only the check character shows it. */
function oneDigitOff(id: string, random: Random): string {
  const place = random.pick([2, 3, 4, 5, 14]);
  const digit = String((Number(id[place]) + random.int(1, 9)) % 10);
  return id.slice(0, place) + digit + id.slice(place + 1);
}

/** A spoil of the number alone, from the true one. */
const ofId = (
  code: RosterFault,
  rows: number,
  write: (id: string, random: Random) => string | number | null,
): Spoil => ({
  code,
  rows,
  apply: ({ person, cells }, { random }) => {
    cells.documentNumber = write(person.idNumber, random);
    return "documentNumber";
  },
});

/** A spoil that puts one of some words into a field. */
const ofWords = (
  code: RosterFault,
  rows: number,
  { field, words }: { field: RosterField; words: readonly string[] },
): Spoil => ({
  code,
  rows,
  apply: ({ cells }, { random }) => {
    cells[field] = random.pick(words);
    return field;
  },
});

const endsInX = ({ idNumber }: DemoPerson): boolean => idNumber.endsWith("X");

const idSpoils: readonly Spoil[] = [
  ofId("id.missing", 14, () => null),
  ofId("id.masked", 6, (id) => `${id.slice(0, 6)}********${id.slice(14)}`),
  ofId("id.characters", 8, (id, random) => id.replace(/[01]/, random.pick(["O", "l", "?"]))),
  {
    ...ofId("id.length", 12, (id, random) =>
      random.chance(0.5) ? id.slice(0, 9) + id.slice(11) : `${id}${random.int(0, 9)}`,
    ),
    suits: (person) => !endsInX(person),
  },
  { ...ofId("id.lost-x", 10, (id) => id.slice(0, 17)), suits: endsInX },
  ofId("id.rounded", 16, (id, random) => {
    const rounded = `${id.slice(0, 15)}000`;
    return random.chance(0.5) ? rounded : Number(rounded);
  }),
  ofId("id.scientific", 12, (id, random) => {
    const digits = random.chance(0.5) ? id.slice(1, 6) : id.slice(1, 15);
    return `${id[0]}.${digits.replace(/0+$/, "")}E+17`;
  }),
  ofId("id.division", 6, (id) => withCheck(`16${id.slice(2, 17)}`)),
  ofId("id.birth", 8, (id, random) =>
    withCheck(id.slice(0, 10) + random.pick(["0230", "1301", "0631"]) + id.slice(14, 17)),
  ),
  ofId("id.check-digit", 30, oneDigitOff),
];

const birthSpoils: readonly Spoil[] = [
  ofWords("birth.unreadable", 10, {
    field: "birthDay",
    words: ["88年春", "1988年", "八八年三月初五", "88/3/5", "26-3-5", "3月5日", "不清楚"],
  }),
  ofWords("birth.impossible", 8, {
    field: "birthDay",
    words: ["1988年2月30日", "19880230", "1990.13.05", "1979-06-31", "1985/4/31"],
  }),
  {
    code: "birth.mismatch",
    rows: 16,
    apply: ({ person, cells }, { random }) => {
      cells.birthDay = addCalendarDays(person.birthDay, random.int(1, 400));
      return "birthDay";
    },
  },
  {
    code: "age.under-16",
    rows: 6,
    apply: (row, { random, today }) => {
      const { person, cells } = row;
      const birthDay = addCalendarDays(addCalendarMonths(today, -15 * 12), -random.int(0, 360));
      const { idNumber: adult } = person;
      const idNumber = withCheck(adult.slice(0, 6) + compact(birthDay) + adult.slice(14, 17));
      row.person = { ...person, birthDay, idNumber };
      Object.assign(cells, { birthDay, documentNumber: idNumber });
      return "documentNumber";
    },
  },
];

const unknownCodes: readonly (readonly [RosterField, readonly string[]])[] = [
  ["ethnicGroup", ["汗族", "土家簇", "苗旅"]],
  ["education", ["自学成才", "夜校"]],
  ["employmentStatus", ["在家", "打零工"]],
  ["skillGrade", ["九级工", "老师傅"]],
  ["politicalStatus", ["积极分子", "老同志"]],
  ["documentKind", ["工作证", "驾驶证"]],
  ["householdKind", ["流动户口"]],
  ["changeKind", ["入伙", "续会"]],
  ["migrantWorker", ["可能", "待定"]],
];

const codeSpoils: readonly Spoil[] = unknownCodes.map(([field, words]) =>
  ofWords("code.unknown", 5, { field, words }),
);

const otherSpoils: readonly Spoil[] = [
  ofWords("name.missing", 12, { field: "name", words: ["", " ", "　"] }),
  {
    code: "name.unreadable",
    rows: 8,
    apply: ({ person, cells }, { random }) => {
      cells.name = random.pick([`${person.name}1`, `${person.name}?`, "#N/A", "????", "13"]);
      return "name";
    },
  },
  ofWords("sex.unknown", 8, { field: "sex", words: ["南", "先", "X", "3", "男女"] }),
  {
    code: "sex.mismatch",
    rows: 14,
    apply: ({ person, cells }) => {
      cells.sex = person.sex === "男" ? "女" : "男";
      return "sex";
    },
  },
  {
    code: "phone.invalid",
    rows: 22,
    suits: ({ phone }) => phone !== null,
    apply: ({ person, cells }, { random }) => {
      const phone = person.phone!;
      const wrong = [phone.slice(0, 10), `${phone}${phone[10]}`, `2${phone.slice(1)}`];
      cells.phone = random.pick([
        ...wrong,
        "0731-84012345",
        `${phone.slice(0, 3)}****${phone.slice(7)}`,
      ]);
      return "phone";
    },
  },
  ofWords("date.unreadable", 10, {
    field: "changeDay",
    words: ["26/3/5", "去年三月", "2025年", "刚入会", "25.11.3"],
  }),
  ofWords("date.impossible", 8, {
    field: "changeDay",
    words: ["2025年2月30日", "2024-11-31", "20250631", "2023.2.29"],
  }),
  {
    code: "date.future",
    rows: 8,
    apply: ({ cells }, { random, today }) => {
      cells.changeDay = addCalendarDays(today, random.int(30, 900));
      return "changeDay";
    },
  },
  ofWords("text.formula", 4, { field: "name", words: ["=1+1", "=CONCAT(A1,A2)", "@SUM(1,1)"] }),
  ofWords("text.formula", 4, {
    field: "household",
    words: ['=HYPERLINK("http://example.com","点这里")', "+cmd|' /C calc'!A0", "@SUM(A1:A9)"],
  }),
];

/**
 * Every fault that a row can have by itself. Duplicates take two rows and are made in
 * `dirty-roster.ts`.
 */
export const rosterSpoils: readonly Spoil[] = [
  ...idSpoils,
  ...birthSpoils,
  ...codeSpoils,
  ...otherSpoils,
];

/** Faults that may stand beside another one, each in a field of its own. */
export const secondSpoils: readonly Spoil[] = rosterSpoils.filter(({ code }) =>
  ["phone.invalid", "code.unknown", "date.unreadable"].includes(code),
);
