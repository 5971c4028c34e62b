// Identity number (公民身份号码): reads 15 and 18 digits, names faults, tells birth and sex.
import { compareDays, type Day, day, findDay } from "./day.ts";
import { bareNumber, isMasked, isScientific } from "./text.ts";
import { faulty, taken, type Verdict } from "./verdict.ts";

/**
 * Who holds a number of this form: its first digits tell (81, 82, 83 residence permits; 9 permanent
 * residence).
 */
export type Holder = "citizen" | "hong-kong" | "macao" | "taiwan" | "foreigner";

/** A sound number is not proof that such a person exists. */
export interface IdNumber {
  /** 18 characters, the last a digit or `X`. */
  readonly number: string;
  readonly holder: Holder;
  readonly birthDay: Day;
  /** GB/T 2261.1: 1 male, 2 female. */
  readonly sex: "1" | "2";
  /** Six digits of GB/T 2260 where the number was first issued; divisions since abolished occur. */
  readonly division: string;
  /** True when written with 15 digits, which bear no check digit. */
  readonly from15: boolean;
}

export type IdFault =
  | "empty"
  | "masked"
  | "excel-rounded"
  | "characters"
  | "lost-x"
  | "length"
  | "division"
  | "birth-date"
  | "future-birth"
  | "check-digit";

export interface IdContext {
  /** Nobody is born after this day. */
  readonly today: Day;
  /**
   * A person typed it just now, from the card. Only then is a number ending in 000 taken: about one
   * true number in a thousand does, but so does every number a spreadsheet rounded, and one in
   * eleven of those checks out.
   */
  readonly typed?: boolean;
}

const say: Record<IdFault, string> = {
  empty: "身份证号没有填写，请补上。",
  masked: "身份证号中间被星号遮住了，请填写完整的号码。",
  "excel-rounded":
    "身份证号像是被表格软件改成了数字，后几位已经丢失。请把这一列设成“文本”格式，" +
    "照证件重新填写；如果证件上确实以 000 结尾，请单独录入。",
  characters: "身份证号里有不该出现的字符，只能是数字，最后一位可以是 X。",
  "lost-x": "身份证号只有 17 位，像是漏了最后的 X，请照证件补上。",
  length: "身份证号应是 18 位（旧证 15 位），请照证件核对有没有多写或漏写。",
  division: "身份证号开头的地区代码不存在，请照证件核对前 6 位。",
  "birth-date":
    "身份证号里的出生日期不存在或太早，请照证件核对第 7 至 14 位（旧证第 7 至 12 位）。",
  "future-birth": "身份证号里的出生日期还没有到，请照证件核对第 7 至 14 位。",
  "check-digit": "身份证号的校验码不对，至少有一位写错了，请照证件逐位核对。",
};

const refuse = (fault: IdFault) => faulty(fault, say[fault]);

/**
 * Provinces of GB/T 2260 with Taiwan, Hong Kong and Macao, and 83 (residence permit of Taiwan
 * residents).
 */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

const holdersByPrefix: Readonly<Record<string, Holder>> = {
  "810000": "hong-kong",
  "820000": "macao",
  "830000": "taiwan",
};

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * ISO 7064 MOD 11-2 over 17 digits (GB 11643-1999, 5): catches any one wrong digit and any swap of
 * neighbours.
 */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return "10X98765432".charAt(sum % 11);
}

/**
 * Turns 15 digits into 18: century, then check character. 996 to 999 were kept for people born
 * before 1900.
 */
function widen(fifteen: string): string {
  const century = Number(fifteen.slice(12)) >= 996 ? "18" : "19";
  const first17 = fifteen.slice(0, 6) + century + fifteen.slice(6);
  return first17 + checkCharacter(first17);
}

/** A cross, or the Cyrillic or Greek letter, typed for the last X. */
const mendLastX = (bare: string): string => bare.replace(/[×✕╳ХΧ]$/, "X");

const earliestBirth = day("1900-01-01");

const findBirthDay = (number: string): Day | undefined =>
  findDay(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)));

/**
 * The division the number was issued in: a foreigner's has a 9, then two digits of the province,
 * then a country.
 */
const divisionOf = (number: string): string =>
  number.startsWith("9") ? `${number.slice(1, 3)}0000` : number.slice(0, 6);

function holderOf(number: string): Holder {
  if (number.startsWith("9")) return "foreigner";
  return holdersByPrefix[number.slice(0, 6)] ?? "citizen";
}

/** What is wrong with the shape, before the parts are looked at. */
function faultOfShape(bare: string, typed: boolean): IdFault | undefined {
  if (bare === "") return "empty";
  if (isMasked(bare) || /X{3,}/.test(bare)) return "masked";
  if (isScientific(bare)) return "excel-rounded";
  if (!/^\d+X?$/.test(bare)) return "characters";
  if (bare.length === 17) return checkCharacter(bare) === "X" ? "lost-x" : "length";
  if (bare.length === 15) return bare.endsWith("X") ? "characters" : undefined;
  if (bare.length !== 18) return "length";
  const last = checkCharacter(bare);
  return bare.endsWith("000") && !(typed && last === "0") ? "excel-rounded" : undefined;
}

function faultOfParts(number: string, birthDay: Day | undefined, today: Day): IdFault | undefined {
  if (!provinces.test(divisionOf(number))) return "division";
  if (birthDay === undefined || compareDays(birthDay, earliestBirth) < 0) return "birth-date";
  if (compareDays(birthDay, today) > 0) return "future-birth";
  if (checkCharacter(number) !== number.at(-1)) return "check-digit";
}

/**
 * Reads the number of a resident identity card (居民身份证法, GB 11643-1999), of a residence permit
 * of Hong Kong, Macao or Taiwan residents, or of a foreigner's permanent residence card of 2023:
 * all three have one form. Full-width digits, spaces, dashes, a small x and a spreadsheet's text
 * mark are understood.
 */
export function readIdNumber(text: string, context: IdContext): Verdict<IdNumber, IdFault> {
  const bare = mendLastX(bareNumber(text)).replace(/^(\d{15}|\d{17,18})\.0+$/, "$1");
  const shapeFault = faultOfShape(bare, context.typed ?? false);
  if (shapeFault) return refuse(shapeFault);
  const from15 = bare.length === 15;
  const number = from15 ? widen(bare) : bare;
  const birthDay = findBirthDay(number);
  const fault = faultOfParts(number, birthDay, context.today);
  if (fault || birthDay === undefined) return refuse(fault ?? "birth-date");
  const value: IdNumber = {
    number,
    holder: holderOf(number),
    birthDay,
    sex: Number(number[16]) % 2 === 1 ? "1" : "2",
    division: divisionOf(number),
    from15,
  };
  return from15 ? taken(value, ["15 位旧号码已换成 18 位，请照新证件核对"]) : taken(value);
}
