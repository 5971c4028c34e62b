// Words of what one may do to a case (可办): the button, what it will bring about, and what it asks for.
import type { Case } from "./shown-case.ts";

export type Door = Extract<Case["can"][number], { open: true }>;
export type Kind = Door["command"];

interface DoorWords {
  readonly verb: string;
  readonly effect: string;
  /** What is written to it; absent where nothing is. */
  readonly ask?: string;
  readonly required?: true;
}

/** In the order of the buttons; the first is a page's main one when somebody waits for it. */
export const doorWords: Partial<Record<Kind, DoorWords>> = {
  agree: { verb: "同意", effect: "同意后继续往下办。", ask: "想说的话" },
  answer: { verb: "答复", effect: "问您的同志会收到您的答复。", ask: "答复", required: true },
  return: {
    verb: "退回",
    effect: "退回去重新办，对方会看到您写的原因。",
    ask: "要改什么",
    required: true,
  },
  reject: { verb: "不同意", effect: "这件事到此结束，不再往下办。", ask: "原因", required: true },
  abstain: { verb: "弃权", effect: "不算同意，也不算反对。", ask: "想说的话" },
  read: { verb: "已阅", effect: "告诉对方您已经看过。" },
  urge: { verb: "催一催", effect: "会给正在办理的人发一条通知，一天只能催一次。" },
  withdraw: { verb: "撤回申请", effect: "撤回后不再办理，需要时可以重新申请。", ask: "原因" },
};

/** A step that calls agreeing by its own verb is asked in that verb. */
export function wordsFor({ command, verb }: Door): DoorWords {
  const words = doorWords[command] ?? { verb: "", effect: "" };
  if (verb === undefined) return words;
  return { ...words, verb, effect: words.effect.replace(words.verb, verb) };
}

/** What waits for this very person: it comes before everything else on the page. */
export const waiting: readonly Kind[] = ["agree", "answer", "return", "reject", "abstain", "read"];
