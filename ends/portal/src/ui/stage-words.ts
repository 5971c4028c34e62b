// Words of a stage (步骤的说法): what is said of a step depends on what it is; nobody works on a wait or a notice.

/** What a stage is, as the case engine tells it. */
export type StageKind =
  | "submit"
  | "review"
  | "approve"
  | "copy"
  | "branch"
  | "wait"
  | "notice"
  | "sub"
  | "end";

/** `done now ahead skipped` come from the case engine; `back` and `no` are for a history of actions. */
export type StageState = "done" | "now" | "ahead" | "skipped" | "back" | "no";

const states: Record<StageState, string> = {
  done: "已完成",
  now: "正在办理",
  ahead: "尚未开始",
  skipped: "不再经过",
  back: "已退回",
  no: "未通过",
};

const ownStates: Partial<Record<StageKind, Partial<Record<StageState, string>>>> = {
  wait: { done: "已期满", now: "等候期满" },
  notice: { done: "公示已结束", now: "正在公示" },
  sub: { now: "等关联事项办结" },
};

export const stateWords = (state: StageState, kind?: StageKind): string =>
  (kind && ownStates[kind]?.[state]) ?? states[state];

const terms: Partial<Record<StageKind, string>> = { wait: "等候", notice: "公示" };

/** Who does it; of a step that nobody does, how long it lasts: `公示 5 个工作日`. */
export const whoWords = (who: string, kind?: StageKind): string => {
  const before = kind && terms[kind];
  return before && who ? `${before} ${who}` : who;
};
