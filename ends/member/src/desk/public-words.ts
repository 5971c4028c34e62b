// Words of public notices (公示): how each stands, and until when.
import type { Tone } from "../ui/kit.tsx";
import { dayWords, provisionalWords } from "../words.ts";

interface Notice {
  readonly fromDay: string;
  readonly dueDay: string | null;
  readonly workdaysLeft: number | null;
  readonly provisional: boolean;
  readonly state: "running" | "paused" | "ended";
}

export const noticeTones: Record<Notice["state"], { readonly tone: Tone; readonly words: string }> =
  {
    running: { tone: "doing", words: "公示中" },
    paused: { tone: "warn", words: "暂停" },
    ended: { tone: "off", words: "已结束" },
  };

/** `11月21日到11月25日，还有 3 个工作日`. */
export function untilWords(notice: Notice): string {
  const { state, fromDay, dueDay, workdaysLeft, provisional } = notice;
  if (state === "paused") return "正在处理异议，公示暂停";
  if (state === "ended" || dueDay === null) return `${dayWords(fromDay)}起公示`;
  const span = `${dayWords(fromDay)}到${dayWords(dueDay)}`;
  if (workdaysLeft === null || workdaysLeft < 0) return span;
  if (workdaysLeft === 0) return `${span}，今天是最后一天`;
  return `${span}，还有 ${workdaysLeft} 个工作日${provisional ? provisionalWords(dueDay) : ""}`;
}
