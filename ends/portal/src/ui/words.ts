// Small words (用语): numbers, days and moments as the portal writes them.

const grouped = new Intl.NumberFormat("zh-CN");

/** `1234567` → `1,234,567`. */
export const countWords = (count: number): string => grouped.format(count);

/** Integer fen → `¥1,234.00`, without passing through a fraction. */
export function moneyWords(fen: number | bigint): string {
  const all = BigInt(fen);
  const size = all < 0n ? -all : all;
  const yuan = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${all < 0n ? "−" : ""}¥${yuan}.${(size % 100n).toString().padStart(2, "0")}`;
}

/** China has one clock, eight hours ahead of UTC all year; terms are counted on it wherever the reader is. */
const chinaAheadMs = 8 * 3_600_000;

const onChinaClock = (moment: string | Date): string =>
  new Date(new Date(moment).getTime() + chinaAheadMs).toISOString();

/** The day in China, `2026-11-21`. Days that come as text pass unchanged. */
export function dayWords(day: string | Date): string {
  if (typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  return onChinaClock(day).slice(0, 10);
}

/** The moment in China to its minute, `2026-11-21 09:05`. */
export function momentWords(moment: string | Date): string {
  return onChinaClock(moment).slice(0, 16).replace("T", " ");
}

/** How long ago, for what changed within a day; older moments are written out. */
export function sinceWords(moment: string | Date, now: Date = new Date()): string {
  const seconds = (now.getTime() - new Date(moment).getTime()) / 1000;
  if (seconds < 60) return "刚刚";
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分钟前`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} 小时前`;
  return momentWords(moment);
}

/** Seconds still to go, in the roughest words that stay true: `约 40 秒`, `约 3 分钟`, `约 1 小时 20 分钟`. */
export function remainingWords(seconds: number): string {
  if (seconds < 60) return `约 ${Math.max(1, Math.ceil(seconds))} 秒`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `约 ${minutes} 分钟`;
  const rest = minutes % 60;
  return `约 ${Math.floor(minutes / 60)} 小时${rest ? ` ${rest} 分钟` : ""}`;
}

/** Beside a last day that may still move: `（暂按 2027 年放假安排公布前推算）`. */
export const provisionalWords = (due: string | Date): string =>
  `（暂按 ${dayWords(due).slice(0, 4)} 年放假安排公布前推算）`;

const unitWords = { workday: "个工作日", day: "天" } as const;

/** Whole units left of a term, negative when overdue: `剩 1 个工作日`, `今天到期`, `已超期 2 个工作日`. */
export function clockWords(left: number, unit: keyof typeof unitWords = "workday"): string {
  if (left < 0) return `已超期 ${-left} ${unitWords[unit]}`;
  if (left === 0) return "今天到期";
  return `剩 ${left} ${unitWords[unit]}`;
}
