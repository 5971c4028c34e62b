// Money (金额): whole 分 in a number; read, shown, written in capitals, split to the cent.
import { cleanText } from "./text.ts";
import { faulty, taken, type Verdict } from "./verdict.ts";

/** Whole 分, within ±9,007,199,254,740,991 (90 trillion yuan), where a number is exact. */
export type Fen = number;

export function assertFen(amountFen: number): Fen {
  if (!Number.isSafeInteger(amountFen)) throw new RangeError(`not a whole amount: ${amountFen}`);
  return amountFen;
}

export type MoneyFault = "empty" | "shape" | "grouping" | "too-fine" | "too-large";

const say: Record<MoneyFault, string> = {
  empty: "金额没有填写，请补上。",
  shape: "看不懂这个金额，请只写数字，单位是元，例如 1234.50。",
  grouping: "金额里的逗号位置不对，请核对是不是少了或多了数字。",
  "too-fine": "金额最多写到分，也就是两位小数。",
  "too-large": "金额太大，请核对是不是多写了数字。",
};

const refuse = (fault: MoneyFault) => faulty(fault, say[fault]);

/**
 * Reads yuan: `1234.5`, `1,234.50`, `¥1,234`, `1234元`, `-20`. No rounding: a third decimal is
 * refused.
 */
export function readYuan(text: string): Verdict<Fen, MoneyFault> {
  const bare = cleanText(text)
    .replace(/\s/g, "")
    .replace(/^(-?)(?:¥|RMB|人民币)/i, "$1")
    .replace(/元整?$/, "");
  if (bare === "") return refuse("empty");
  const parts = /^(-?)(\d[\d,]*)(?:\.(\d+))?$/.exec(bare);
  if (!parts) return refuse("shape");
  const [, sign, whole = "", decimals = ""] = parts;
  if (whole.includes(",") && !/^\d{1,3}(?:,\d{3})+$/.test(whole)) return refuse("grouping");
  if (!/^\d{0,2}0*$/.test(decimals)) return refuse("too-fine");
  const amountFen = Number(whole.replaceAll(",", "") + decimals.slice(0, 2).padEnd(2, "0"));
  if (!Number.isSafeInteger(amountFen)) return refuse("too-large");
  return taken(sign === "-" ? 0 - amountFen : amountFen);
}

/** Yuan and fen of an amount without its sign, as digits. */
function digitsOf(amountFen: Fen): { yuan: string; cents: string } {
  const digits = String(Math.abs(assertFen(amountFen))).padStart(3, "0");
  return { yuan: digits.slice(0, -2), cents: digits.slice(-2) };
}

/** ¥1,234.00, -¥0.05 */
export function formatYuan(amountFen: Fen): string {
  const { yuan, cents } = digitsOf(amountFen);
  const grouped = yuan.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${amountFen < 0 ? "-" : ""}¥${grouped}.${cents}`;
}

/**
 * Splits a pot by whole weights, to the cent: each share is first rounded down, then the cents left
 * over go one each to the largest remainders, the earlier share first when two are equal (largest
 * remainder, Hamilton). The shares add up to the pot, keep its sign, and anyone can check them by
 * hand. Throws RangeError when no weight is above 0.
 */
export function splitFen(totalFen: Fen, weights: readonly number[]): Fen[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError("weights are whole numbers from 0 up");
  }
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (weightSum === 0n) throw new RangeError("no weight above 0 to split by");
  const pot = BigInt(Math.abs(assertFen(totalFen)));
  const products = weights.map((weight) => pot * BigInt(weight));
  const shares = products.map((product) => Number(product / weightSum));
  const leftOver = Number(pot) - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = products
    .map((product, index) => ({ index, remainder: product % weightSum }))
    .sort((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder));
  for (const { index } of byRemainder.slice(0, leftOver)) shares[index]! += 1;
  return totalFen < 0 ? shares.map((share) => 0 - share) : shares;
}

const capitals = "零壹贰叁肆伍陆柒捌玖";

/** Four digits, 0305 → 零叁佰零伍. */
const capitalFour = (four: string): string =>
  Array.from(four, (digit, place) =>
    digit === "0" ? "零" : `${capitals[Number(digit)]}${"仟佰拾".charAt(place)}`,
  ).join("");

/** One 零 for a run of them inside the number, none at its end. */
const quiet = (said: string): string => said.replace(/零+/g, "零").replace(/零$/, "");

/** Eight digits, 00050020 → 零伍万零贰拾. */
function capitalEight(eight: string): string {
  const tenThousands = quiet(capitalFour(eight.slice(0, 4)));
  return quiet(`${tenThousands ? `${tenThousands}万` : "零"}${capitalFour(eight.slice(4))}`);
}

function capitalYuan(yuan: string): string {
  const sixteen = yuan.padStart(16, "0");
  const hundredMillions = capitalEight(sixteen.slice(0, 8));
  const rest = capitalEight(sixteen.slice(8));
  return `${hundredMillions && `${hundredMillions}亿`}${rest}`.replace(/^零/, "");
}

/**
 * 大写金额 as on vouchers (支付结算办法 附一 正确填写票据和结算凭证的基本规定): 整 after 元 only,
 * 零 where digits are left out in the middle, without 人民币 in front.
 */
export function capitalAmount(amountFen: Fen): string {
  const { yuan, cents } = digitsOf(amountFen);
  const [tenths, hundredths] = [Number(cents[0]), Number(cents[1])];
  const sign = amountFen < 0 ? "负" : "";
  const wholes = yuan === "0" ? "" : `${capitalYuan(yuan)}元`;
  if (cents === "00") return `${sign}${wholes || "零元"}整`;
  const gap = wholes && (tenths === 0 || yuan.endsWith("0")) ? "零" : "";
  const jiao = tenths ? `${capitals[tenths]}角` : "";
  const fen = hundredths ? `${capitals[hundredths]}分` : "";
  return `${sign}${wholes}${gap}${jiao}${fen}`;
}
