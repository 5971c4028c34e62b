// Clock (时限): how long is left in the unit the rule counts, 剩 1 个工作日 or 已超期 2 个工作日.
import { StatusTag, type Tone } from "./status-tag.tsx";
import { clockWords, dayWords, provisionalWords } from "./words.ts";

interface ClockProps {
  /** Whole units left, counted by the server, which knows the holidays; negative when overdue, 0 when due today. */
  readonly left: number | null | undefined;
  readonly unit?: "workday" | "day";
  /** The day it falls due, shown on hover. */
  readonly due?: string | Date | undefined;
  /**
   * As the server judges it: each step has its own day of turning amber, and the clock stands still
   * while the applicant mends their papers. Without it, amber begins at the last day but one.
   */
  readonly state?: "ok" | "amber" | "red" | "paused" | undefined;
  /** The clock stands still. */
  readonly paused?: boolean;
  readonly quiet?: boolean;
  /** The days off of its year are not announced yet: the day may still move. */
  readonly provisional?: boolean | undefined;
}

function toneOf(left: number): Tone {
  if (left < 0) return "late";
  return left <= 1 ? "warn" : "wait";
}

const tones = { ok: "wait", amber: "warn", red: "late", paused: "off" } as const;

export function Clock(props: ClockProps) {
  const { left, unit = "workday", due, state, paused, quiet = false, provisional = false } = props;
  const hint = due && provisional ? provisionalWords(due) : "";
  const title = due ? `${dayWords(due)} 到期${hint}` : "";
  if (paused || state === "paused") {
    return (
      <StatusTag tone="off" quiet={quiet} title={title}>
        计时暂停
      </StatusTag>
    );
  }
  if (left === null || left === undefined) {
    return <span style={{ color: "var(--nj-secondary)" }}>不限时</span>;
  }
  return (
    <>
      <StatusTag tone={state ? tones[state] : toneOf(left)} quiet={quiet} title={title}>
        {clockWords(left, unit)}
        {state === "amber" && left > 0 ? "，快到期" : ""}
      </StatusTag>
      {hint && !quiet ? <small style={{ color: "var(--nj-secondary)" }}>{hint}</small> : null}
    </>
  );
}
