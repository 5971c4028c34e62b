// Oddities (不规范写法): ways to write a good row that an import has to understand.
import { type Day, daysBetween, day as knownDay } from "@niangjia/foundation/day";
import type { DemoPerson } from "./people.ts";
import type { Random } from "./random.ts";
import type { RosterOddity } from "./roster-faults.ts";
import type { RosterCell, RosterField } from "./roster-sheet.ts";
import type { SpoiltRow } from "./roster-spoils.ts";

export interface Oddity {
  readonly code: RosterOddity;
  readonly rows: number;
  /** People it can happen to; everybody when left out. */
  suits?(person: DemoPerson): boolean;
  apply(row: SpoiltRow, random: Random): void;
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const firstSerial = knownDay("1899-12-30");

/** How a day stands in cells of real rosters: eight texts, a serial number and a true date. */
function writtenDay(day: Day, random: Random): RosterCell {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return random.pick<RosterCell>([
    `${year}.${month}.${dayOfMonth}`,
    `${year}年${month}月${dayOfMonth}日`,
    day.replaceAll("-", ""),
    `${year}/${month}/${dayOfMonth}`,
    `${year}-${month}-${dayOfMonth}`,
    ` ${year} 年 ${month} 月 ${dayOfMonth} 日`,
    fullWidth(`${year}.${month}.${dayOfMonth}`),
    `${day} 00:00:00`,
    daysBetween(firstSerial, day),
    { day },
  ]);
}

/** Another way to write a number or name: from the true one. */
const rewritten = (
  code: RosterOddity,
  rows: number,
  {
    field,
    write,
  }: { field: RosterField; write: (person: DemoPerson, random: Random) => RosterCell },
): Oddity => ({
  code,
  rows,
  apply: ({ person, cells }, random) => {
    cells[field] = write(person, random);
  },
});

const writtenId = ({ idNumber }: DemoPerson, random: Random): string =>
  random.pick([
    idNumber.endsWith("X") ? idNumber.replace("X", "x") : fullWidth(idNumber),
    ` ${idNumber}`,
    `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`,
    `'${idNumber}`,
    `${idNumber}\u00a0`,
  ]);

const writtenName = ({ name }: DemoPerson, random: Random): string => {
  const [first = "", ...rest] = name;
  return random.pick([
    ` ${name} `,
    `${first}　${rest.join("")}`,
    `${first} ${rest.join(" ")}`,
    `${name}\u200b`,
    `${name}\n`,
  ]);
};

const writtenPhone = ({ phone }: DemoPerson, random: Random): RosterCell => {
  const number = phone!;
  return random.pick<RosterCell>([
    `+86${number}`,
    `+86 ${number}`,
    `0086-${number}`,
    `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
    `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
    fullWidth(number),
    Number(number),
  ]);
};

/** Old codes, codes and common words for the demo's words, as officers type them. */
const otherWords: Readonly<Record<string, readonly RosterCell[]>> = {
  男: ["男性", "1", 1],
  女: ["女性", "2", 2],
  汉族: ["汉", "01", 1],
  土家族: ["土家", "15"],
  苗族: ["苗", "06"],
  在岗: ["在职", "1", 1],
  大学本科: ["本科", "20"],
  大学专科: ["大专", "专科"],
  普通高中: ["高中"],
  技工学校: ["技校"],
  高级技师: ["1", 1, "一级"],
  技师: ["2", 2],
  高级工: ["3", 3, "三级"],
  中级工: ["4", 4, "四级"],
  初级工: ["5", 5, "五级"],
  中共党员: ["党员", "01"],
  共青团员: ["团员", "03"],
  群众: ["13"],
  农业户口: ["农村", "农业"],
  非农业户口: ["城镇", "非农"],
  居民身份证: ["身份证", "111", 111],
  入会: ["新入会", "1"],
  是: ["√", "有", "1"],
  否: ["×", "0"],
};

const codedFields: readonly RosterField[] = [
  "sex",
  "ethnicGroup",
  "employmentStatus",
  "education",
  "skillGrade",
  "politicalStatus",
  "householdKind",
  "documentKind",
  "changeKind",
  "migrantWorker",
];

function writeCodes({ cells }: SpoiltRow, random: Random, fields: readonly RosterField[]): void {
  for (const field of fields) {
    const others = otherWords[String(cells[field])];
    if (others) cells[field] = random.pick(others);
  }
}

const emptied = (code: RosterOddity, rows: number, field: RosterField): Oddity =>
  rewritten(code, rows, { field, write: () => null });

const hasPhone = ({ phone }: DemoPerson): boolean => phone !== null;

export const rowOddities: readonly Oddity[] = [
  {
    ...rewritten("id.15", 10, {
      field: "documentNumber",
      write: ({ idNumber }) => idNumber.slice(0, 6) + idNumber.slice(8, 17),
    }),
    suits: ({ birthDay }) => birthDay < "2000",
  },
  rewritten("id.written", 60, { field: "documentNumber", write: writtenId }),
  rewritten("name.written", 60, { field: "name", write: writtenName }),
  {
    ...rewritten("name.written", 3, {
      field: "name",
      write: ({ name }, random) => name.replace("·", random.pick([".", "•", "・", "．"])),
    }),
    suits: ({ name }) => name.includes("·"),
  },
  { ...rewritten("phone.written", 70, { field: "phone", write: writtenPhone }), suits: hasPhone },
  rewritten("date.written", 90, {
    field: "birthDay",
    write: ({ birthDay }, random) => writtenDay(birthDay, random),
  }),
  rewritten("date.written", 90, {
    field: "changeDay",
    write: ({ joinedDay }, random) => writtenDay(joinedDay, random),
  }),
  {
    code: "code.written",
    rows: 110,
    apply: (row, random) => writeCodes(row, random, random.shuffle(codedFields).slice(0, 4)),
  },
  {
    code: "code.written",
    rows: 20,
    suits: ({ skillGrade }) => skillGrade !== null && skillGrade in otherWords,
    apply: (row, random) => writeCodes(row, random, ["skillGrade"]),
  },
  emptied("birth.empty", 16, "birthDay"),
  emptied("sex.empty", 10, "sex"),
  {
    code: "result.old",
    rows: 12,
    apply: ({ cells }) => Object.assign(cells, { result: "失败", reason: "身份证号错误" }),
  },
];
