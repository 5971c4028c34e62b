// Unified social credit code (统一社会信用代码): reads and checks 18 characters (GB 32100-2015).
import { bareNumber, isMasked, isScientific } from "./text.ts";
import { faulty, taken, type Verdict } from "./verdict.ts";

export interface Uscc {
  /** 18 characters. */
  readonly code: string;
  /** Division of the registering authority, GB/T 2260. */
  readonly division: string;
  /** The nine characters that were the organisation code of GB 11714. */
  readonly organisation: string;
  /**
   * `union` for codes given to unions (81, 89); others are told apart by their registers, not here.
   */
  readonly holder: "grassroots-union" | "union" | "other";
}

export type UsccFault =
  | "empty"
  | "masked"
  | "excel-rounded"
  | "old-code"
  | "length"
  | "confusable"
  | "characters"
  | "check-character";

const say: Record<UsccFault, string> = {
  empty: "统一社会信用代码没有填写，请补上。",
  masked: "统一社会信用代码中间被星号遮住了，请填写完整的代码。",
  "excel-rounded":
    "统一社会信用代码像是被表格软件改成了数字，后几位已经丢失。" +
    "请把这一列设成“文本”格式，照证书重新填写。",
  "old-code": "这是旧的组织机构代码或营业执照注册号，请照现在的证书填写 18 位统一社会信用代码。",
  length: "统一社会信用代码应是 18 位，请照证书核对有没有多写或漏写。",
  confusable: "统一社会信用代码不用字母 I、O、Z、S、V，请核对是不是数字 1、0、2、5 或字母 U。",
  characters: "统一社会信用代码只能是数字和大写字母，第 3 至 8 位是数字，请照证书核对。",
  "check-character": "统一社会信用代码的校验码不对，至少有一位写错了，请照证书逐位核对。",
};

const refuse = (fault: UsccFault) => faulty(fault, say[fault]);

/** The 31 characters of the code, in the order of their values. */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Powers of 3 modulo 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * ISO 7064 MOD 31-3 over 17 characters (GB 32100-2015, 附录 A): catches any one wrong character.
 */
export function usccCheckCharacter(first17: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(first17.charAt(index)),
    0,
  );
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

function holderOf(code: string): Uscc["holder"] {
  if (code.startsWith("81")) return "grassroots-union";
  return code.startsWith("8") ? "union" : "other";
}

function faultOf(bare: string): UsccFault | undefined {
  if (bare === "") return "empty";
  if (isMasked(bare)) return "masked";
  if (isScientific(bare)) return "excel-rounded";
  if (/^[A-Z0-9]{8}[\dX]$|^\d{15}$|^\d{13}$/.test(bare)) return "old-code";
  if (bare.length !== 18) return "length";
  if (/^[A-Z\d]+$/.test(bare) && /[IOZSV]/.test(bare)) return "confusable";
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(bare)) return "characters";
  if (usccCheckCharacter(bare) === bare.at(-1)) return undefined;
  return /^\d{15}000$/.test(bare) ? "excel-rounded" : "check-character";
}

/**
 * Full-width characters, spaces, dashes, small letters and a spreadsheet's text mark are
 * understood.
 */
export function readUscc(text: string): Verdict<Uscc, UsccFault> {
  const bare = bareNumber(text);
  const fault = faultOf(bare);
  if (fault) return refuse(fault);
  return taken({
    code: bare,
    division: bare.slice(2, 8),
    organisation: bare.slice(8, 17),
    holder: holderOf(bare),
  });
}
