// Identity document (证件): reads the number of each document kind a roster may bear.
import { type Day, findDay } from "./day.ts";
import {
  type Holder,
  type IdContext,
  type IdFault,
  type IdNumber,
  readIdNumber,
} from "./idnumber.ts";
import { bareNumber, isMasked, isScientific } from "./text.ts";
import { faulty, taken, type Verdict } from "./verdict.ts";

export interface DocumentNumber {
  /** Code of the list `document-kind`. */
  readonly kind: string;
  /** The normal form: two rows of one document have the same. */
  readonly number: string;
  /**
   * Only for numbers that bear them (18 digits, and the old permanent residence card's birth day).
   */
  readonly birthDay?: Day;
  readonly sex?: IdNumber["sex"];
}

export type DocumentFault = IdFault | "other-kind" | "unknown-kind";

/** Kinds whose number has the form of the identity number, and who may hold them. */
const numbered: ReadonlyMap<string, readonly Holder[]> = new Map([
  ["111", ["citizen"]],
  ["112", ["citizen"]],
  ["113", ["citizen"]],
  ["553", ["foreigner"]],
  ["H01", ["hong-kong", "macao"]],
  ["H02", ["taiwan"]],
]);

const rightKind: Readonly<Record<Holder, string>> = {
  citizen: "居民身份证",
  "hong-kong": "港澳居民居住证",
  macao: "港澳居民居住证",
  taiwan: "台湾居民居住证",
  foreigner: "外国人永久居留身份证",
};

interface Shape {
  readonly pattern: RegExp;
  readonly say: string;
}

const passport: Shape = {
  pattern: /^(?=.*\d)[A-Z0-9]{5,17}$/,
  say: "护照号码应是 5 至 17 位字母和数字，请照护照核对。",
};

/** The first group is the number proper; what follows it counts reissues and is left out. */
const shapes: ReadonlyMap<string, Shape> = new Map([
  ["411", passport],
  ["412", passport],
  ["413", passport],
  ["414", passport],
  [
    "511",
    {
      pattern: /^(\d{8}|\d{10})(?:\([A-Z0-9]{1,2}\)|[A-Z])?$/,
      say: "台湾居民来往大陆通行证号码应是 8 位数字（旧证 10 位数字），请照证件核对。",
    },
  ],
  [
    "516",
    {
      pattern: /^([HM]\d{8})(?:\d\d)?$/,
      say: "港澳居民来往内地通行证号码应是 H 或 M 加 8 位数字，请照证件核对。",
    },
  ],
]);

/** Documents without a published form: officers' cards (军字第…号), settlement papers, others. */
const anyShape: Shape = {
  pattern: /^(?=.*\d)[\p{Script=Han}A-Z0-9()]{4,30}$/u,
  say: "证件号码应是 4 至 30 位字母、数字或汉字，请照证件核对。",
};

const freeKinds = new Set(["114", "115", "512", "513", "517", "551", "552", "554", "990"]);

/**
 * Permanent residence card before December 2023: country, place of issue, birth, order and check
 * digit.
 */
const oldResidence = /^[A-Z]{3}\d{4}(\d\d)(\d\d)(\d\d)\d\d$/;

type Reading = Verdict<DocumentNumber, DocumentFault>;

function readOldResidence(bare: string, today: Day): Reading | undefined {
  const parts = oldResidence.exec(bare);
  if (!parts) return undefined;
  const [month, dayOfMonth] = [Number(parts[2]), Number(parts[3])];
  const births = [2000, 1900].map((century) =>
    findDay(century + Number(parts[1]), month, dayOfMonth),
  );
  const birthDay = births.find((birth) => birth !== undefined && birth <= today);
  if (birthDay) return taken({ kind: "553", number: bare, birthDay });
  return faulty("birth-date", "永久居留证号码里的出生日期不存在，请照证件核对第 8 至 13 位。");
}

function readNumbered(kind: string, text: string, context: IdContext): Reading {
  const reading = readIdNumber(text, context);
  if (!reading.ok) return reading;
  const { number, birthDay, sex, holder } = reading.value;
  if (!numbered.get(kind)?.includes(holder)) {
    return faulty("other-kind", `这是${rightKind[holder]}的号码，请改选证件类别。`);
  }
  return taken({ kind, number, birthDay, sex }, reading.notes);
}

function readShaped(kind: string, bare: string, shape: Shape): Reading {
  if (bare === "") return faulty("empty", "证件号码没有填写，请补上。");
  if (isMasked(bare)) return faulty("masked", "证件号码中间被星号遮住了，请填写完整的号码。");
  if (isScientific(bare)) {
    return faulty(
      "excel-rounded",
      "证件号码被表格软件改成了数字，请把这一列设成“文本”格式，照证件重新填写。",
    );
  }
  const parts = shape.pattern.exec(bare);
  if (!parts) return faulty("characters", shape.say);
  const number = parts[1] ?? bare;
  return number === bare
    ? taken({ kind, number })
    : taken({ kind, number }, ["证件号码末尾的换证次数已略去"]);
}

/**
 * Reads a number as that of a document of `kind` (code of the list `document-kind`, see
 * `codelists.ts`).
 */
export function readDocument(kind: string, text: string, context: IdContext): Reading {
  const bare = bareNumber(text);
  if (kind === "553" && /^[A-Z]/.test(bare)) {
    const old = readOldResidence(bare, context.today);
    return (
      old ?? faulty("length", "永久居留证号码应是 18 位，旧证是 3 个字母加 12 位数字，请核对。")
    );
  }
  if (numbered.has(kind)) return readNumbered(kind, text, context);
  const shape = shapes.get(kind) ?? (freeKinds.has(kind) ? anyShape : undefined);
  if (!shape) return faulty("unknown-kind", "没有这种证件类别，请从列表里选一种。");
  return readShaped(kind, bare, shape);
}
