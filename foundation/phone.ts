// Mobile number (手机号): reads the eleven digits out of what a cell or a form holds.
import { bareNumber, isMasked, isScientific } from "./text.ts";
import { faulty, taken, type Verdict } from "./verdict.ts";

export type PhoneFault =
  | "empty"
  | "masked"
  | "excel-rounded"
  | "several"
  | "landline"
  | "characters"
  | "length"
  | "segment";

const say: Record<PhoneFault, string> = {
  empty: "手机号没有填写，请补上。",
  masked: "手机号中间被星号遮住了，请填写完整的号码。",
  "excel-rounded":
    "手机号被表格软件改成了科学计数，后几位已经丢失。请把这一列设成“文本”格式，重新填写。",
  several: "这里写了不止一个号码，请只留一个手机号。",
  landline: "这像是固定电话，请填写 11 位手机号。",
  characters: "手机号里有不该出现的字符，请只写 11 位数字。",
  length: "手机号应是 11 位数字，请核对有没有多写或漏写。",
  segment: "手机号应以 13 至 19 开头，请核对。",
};

const mobile = /^1[3-9]\d{9}$/;

/** Area code, then seven or eight digits, perhaps an extension; or seven or eight digits alone. */
const landline = /^(?:0\d{2,3})?[2-9]\d{6,7}(?:转\d+)?$/;

function faultOf(bare: string, local: string): PhoneFault {
  if (bare === "") return "empty";
  if (isMasked(bare)) return "masked";
  if (isScientific(bare)) return "excel-rounded";
  if (/1\d{10}(?:\D+|(?=1\d{10}))1\d{10}/.test(local)) return "several";
  if (landline.test(local)) return "landline";
  if (!/^\d+$/.test(local)) return "characters";
  return local.length === 11 ? "segment" : "length";
}

/**
 * Gives eleven digits. Understood: full-width digits, spaces, dashes, dots and brackets, +86 and
 * 0086 in front, and the `.0` a spreadsheet adds to a number. Satellite and machine numbers (10 to
 * 12, 13 digits) are not people's.
 */
export function readPhone(text: string): Verdict<string, PhoneFault> {
  const bare = bareNumber(text);
  const local = bare
    .replace(/(\d{11})\.0+$/, "$1")
    .replace(/[().·]/g, "")
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, "");
  if (mobile.test(local)) return taken(local);
  const fault = faultOf(bare, local);
  return faulty(fault, say[fault]);
}
