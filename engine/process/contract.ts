// The case engine's contract (办件流程契约): statuses, commands, doors, forms, refusals.
import { z } from "zod";

export const statuses = {
  draft: "草稿",
  running: "办理中",
  returned: "退回补正",
  approved: "办结",
  rejected: "不予通过",
  withdrawn: "已撤回",
} as const;
export type Status = keyof typeof statuses;
export const statusShape = z.enum(Object.keys(statuses) as [Status, ...Status[]]);

/** What people may do to a case. */
export const commands = {
  submit: "提交申请",
  agree: "同意",
  return: "退回",
  reject: "不予通过",
  withdraw: "撤回",
  resubmit: "重新提交",
  urge: "催办",
} as const;
export type PersonCommandKind = keyof typeof commands;
/** `lapse` is sent by the clock alone, `fulfil` by the house alone. */
export type CommandKind = PersonCommandKind | "lapse" | "fulfil";

/** What was done, as the history shows it: people's commands and what the clock and the house did. */
export const actions = {
  ...commands,
  remind: "逾期提醒",
  pass: "逾期默认通过",
  escalate: "逾期上报",
  fulfil: "自动办结",
} as const;
export type ActionKind = keyof typeof actions;

export const opinionLimit = 500;
export const reasonMinimum = 2;

const opinion = z
  .string()
  .trim()
  .max(opinionLimit, `意见最多 ${opinionLimit} 个字，请写短一些。`)
  .optional();
const reason = z
  .string("请写明原因。")
  .trim()
  .min(reasonMinimum, `请写明原因，至少 ${reasonMinimum} 个字。`)
  .max(opinionLimit, `原因最多 ${opinionLimit} 个字，请写短一些。`);
const task = z.int().positive().describe("待办在本办件中的序号");
const step = z.string().max(60).describe("退回到的步骤;不写则退回申请人");

/** A command as a person sends it. Opinions are trimmed; returning and rejecting need a reason. */
export const commandShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("submit"), opinion }),
  z.object({ kind: z.literal("agree"), task, opinion }),
  z.object({ kind: z.literal("return"), task, opinion: reason, to: step.optional() }),
  z.object({ kind: z.literal("reject"), task, opinion: reason }),
  z.object({ kind: z.literal("withdraw"), opinion }),
  z.object({ kind: z.literal("resubmit"), opinion }),
  z.object({ kind: z.literal("urge"), opinion }),
]);
export type PersonCommand = z.infer<typeof commandShape>;

/** A door (按钮): open with what it needs, or closed with what a refused command would hear. */
export const doorShape = z.discriminatedUnion("open", [
  z.object({
    command: z.enum(Object.keys(commands) as [PersonCommandKind, ...PersonCommandKind[]]),
    open: z.literal(true),
    task: task.optional(),
    to: z.array(z.object({ node: z.string(), title: z.string() })).optional(),
  }),
  z.object({
    command: z.enum(Object.keys(commands) as [PersonCommandKind, ...PersonCommandKind[]]),
    open: z.literal(false),
    code: z.string(),
    why: z.string(),
    next: z.string(),
  }),
]);
export type Door = z.infer<typeof doorShape>;

/** One stage of the timeline (办事进度). `since` and `until` are ISO instants. */
export const stageShape = z.object({
  id: z.string(),
  title: z.string(),
  who: z.string(),
  state: z.enum(["done", "now", "ahead", "skipped"]),
  since: z.string().nullable(),
  until: z.string().nullable(),
  due: z.string().nullable(),
});
export type Stage = z.infer<typeof stageShape>;

/** One field of a form as an end draws it. Choices and bounds are those of one day. */
export const fieldShape = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum([
    "text",
    "long-text",
    "number",
    "money",
    "day",
    "choice",
    "person-name",
    "id-number",
    "phone",
    "union",
    "files",
    "yes-no",
  ]),
  required: z.boolean(),
  help: z.string().optional(),
  prefill: z.string().optional().describe("工会已掌握、可以预先填好的内容"),
  when: z
    .object({ field: z.string(), is: z.array(z.union([z.string(), z.boolean()])) })
    .optional()
    .describe("另一项填了其中一个值时才出现"),
  options: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
  min: z.number().optional().describe("金额的单位是分"),
  max: z.number().optional().describe("金额的单位是分"),
  decimals: z.number().optional(),
  maxLength: z.number().optional(),
  unit: z.string().optional(),
  earliest: z.string().optional(),
  latest: z.string().optional(),
  maxCount: z.number().optional(),
  accept: z.array(z.string()).optional(),
});
export type FieldDescription = z.infer<typeof fieldShape>;

export const formShape = z.object({
  groups: z.array(
    z.object({
      title: z.string().optional(),
      help: z.string().optional(),
      fields: z.array(fieldShape),
    }),
  ),
});
export type FormDescription = z.infer<typeof formShape>;

interface Turned {
  readonly code: string;
  readonly status: number;
  readonly say: string;
  readonly next: string;
}
const turned = (code: string, status: number, say: string, next: string): Turned => ({
  code: `process.${code}`,
  status,
  say,
  next,
});

/** Refused because the command does not belong to the status the case is in. */
export const notNow: Readonly<Record<Status, Turned>> = {
  draft: turned("is-draft", 409, "这件事还没有提交。", "请先提交申请。"),
  running: turned("is-running", 409, "这件事正在办理中。", "请等候办理；久未办理时可以催办。"),
  returned: turned("is-returned", 409, "这件事已退回申请人补正。", "申请人改好重新提交后再办。"),
  approved: turned("is-approved", 409, "这件事已经办结。", "请刷新页面查看结果。"),
  rejected: turned(
    "is-rejected",
    409,
    "这件事的结论是不予通过。",
    "请查看原因；条件具备后可另行申请。",
  ),
  withdrawn: turned("is-withdrawn", 409, "这件事已由申请人撤回。", "如仍需办理，请重新申请。"),
};

/** Every other way the engine turns a command down. Words in braces are filled in. */
export const refusals = {
  notApplicant: turned("not-applicant", 403, "只有申请人可以这样做。", "请由申请人本人操作。"),
  notYours: turned(
    "not-yours",
    403,
    "这一步不由您现在的岗位办理。",
    "如果您有别的岗位，请切换岗位。",
  ),
  ownCase: turned(
    "own-case",
    403,
    "这件事与您本人有关，您不能自己办理。",
    "请由同岗位的其他同志办理。",
  ),
  samePerson: turned(
    "same-person",
    403,
    "前面的步骤是您办理的，这一步须由另一位同志办理。",
    "请由同岗位的其他同志办理。",
  ),
  noSuchTask: turned("no-such-task", 404, "没有找到这项待办。", "请刷新页面后再试。"),
  taskClosed: turned("task-closed", 409, "这项待办已由{who}办理。", "请刷新页面查看最新进度。"),
  reasonNeeded: turned(
    "reason-needed",
    422,
    "没有写明原因。",
    `请写明原因，至少 ${reasonMinimum} 个字。`,
  ),
  opinionTooLong: turned(
    "opinion-too-long",
    422,
    "意见太长了。",
    `请写到 ${opinionLimit} 个字以内。`,
  ),
  notEarlier: turned(
    "not-earlier",
    422,
    "只能退回到这一步之前的审核、审批步骤。",
    "请重新选择退回到哪一步，或退回申请人。",
  ),
  decided: turned("decided", 409, "已经有人办理，不能再撤回。", "如需修改，请联系办理人退回。"),
  urgedToday: turned("urged-today", 409, "今天已经催办过了。", "请明天再催办。"),
  onlyClock: turned("only-clock", 403, "逾期由系统自动处理，不能由人操作。", "请等候系统处理。"),
  onlyHouse: turned("only-house", 403, "这一步由系统自动办结，不能由人操作。", "请等候系统处理。"),
  notLate: turned("not-late", 409, "这项待办还没有逾期。", "到期后系统会自动处理。"),
  nobody: turned(
    "nobody",
    409,
    "“{title}”这一步找不到办理的工会。",
    "请核对所选工会；仍不行时请联系上级工会。",
  ),
} as const;

/** A refusal with its braces filled, for one that is a value and not thrown. */
export const worded = (kind: Turned, words: Readonly<Record<string, string>>): Turned => ({
  ...kind,
  say: kind.say.replace(/\{(\w+)\}/g, (slot, name: string) => words[name] ?? slot),
});
