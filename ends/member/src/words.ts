// Small words (用语): days and moments as people say them, on China's clock.

const chinaAheadMs = 8 * 3_600_000;
const dayMs = 86_400_000;

const onChinaClock = (moment: Date): string =>
  new Date(moment.getTime() + chinaAheadMs).toISOString();

/** `11月21日`, with the year where it is another than now. Days and moments as ISO text. */
export function dayWords(text: string, now: Date = new Date()): string {
  const day = text.length === 10 ? text : onChinaClock(new Date(text)).slice(0, 10);
  const [year = "", month = "", date = ""] = day.split("-");
  const thisYear = onChinaClock(now).slice(0, 4) === year;
  return `${thisYear ? "" : `${year}年`}${Number(month)}月${Number(date)}日`;
}

/** `今天 09:05`, `昨天 18:30`, `11月18日 08:00`. */
export function momentWords(moment: string, now: Date = new Date()): string {
  const at = new Date(moment);
  const clock = onChinaClock(at).slice(11, 16);
  const day = onChinaClock(at).slice(0, 10);
  if (day === onChinaClock(now).slice(0, 10)) return `今天 ${clock}`;
  if (day === onChinaClock(new Date(now.getTime() - dayMs)).slice(0, 10)) return `昨天 ${clock}`;
  return `${dayWords(moment, now)} ${clock}`;
}

interface Clock {
  readonly due: string;
  readonly workdaysLeft: number | null;
  /** Its year's days off are not announced yet: it may still move. */
  readonly provisional?: boolean;
}

/** Beside a last day that may still move: `（暂按 2027 年放假安排公布前推算）`. */
export const provisionalWords = (due: string): string =>
  `（暂按 ${due.slice(0, 4)} 年放假安排公布前推算）`;

/** Until when somebody has to decide, and how that stands. */
export function clockWords(clock: Clock, now: Date = new Date()): string {
  const { due, workdaysLeft, provisional = false } = clock;
  const hint = provisional ? provisionalWords(due) : "";
  if (workdaysLeft === null) return `${dayWords(due, now)}前办完${hint}`;
  if (workdaysLeft < 0) return `已超期 ${-workdaysLeft} 个工作日，可以催办`;
  if (workdaysLeft === 0) return "今天办完";
  return `${dayWords(due, now)}前办完，还剩 ${workdaysLeft} 个工作日${hint}`;
}

/** A term that may stand still; the house judges how it stands. */
export interface Term {
  readonly due: string | null;
  readonly workdaysLeft: number | null;
  readonly state: "ok" | "amber" | "red" | "paused";
  readonly provisional?: boolean;
}

/** As `clockWords`, for a term that may stand still. */
export function termWords({ due, state, ...rest }: Term, now: Date = new Date()): string {
  if (state === "paused" || due === null) return "计时暂停";
  const { workdaysLeft } = rest;
  const words = clockWords({ due, ...rest }, now);
  return state === "amber" && workdaysLeft !== 0 ? `${words}，快到期了` : words;
}
