// The case engine's words for the ends (办件流程契约): statuses, commands, actions, doors and fields of forms.
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
/** `lapse` is sent by the clock alone. */
export type CommandKind = PersonCommandKind | "lapse";

/** What was done, as the history shows it: people's commands, and what the clock did when a task was late. */
export const actions = {
  ...commands,
  remind: "逾期提醒",
  pass: "逾期默认通过",
  escalate: "逾期上报",
} as const;
export type ActionKind = keyof typeof actions;

export const opinionLimit = 500;
export const reasonMinimum = 2;

const opinion = z
  .string()
  .trim()
  .max(opinionLimit, `意见最多 ${opinionLimit} 个字,请写短一些`)
  .optional();
const reason = z
  .string("请写明原因")
  .trim()
  .min(reasonMinimum, `请写明原因,至少 ${reasonMinimum} 个字`)
  .max(opinionLimit, `原因最多 ${opinionLimit} 个字,请写短一些`);
const task = z.int().positive().describe("待办在本办件中的序号");
const step = z.string().max(60).describe("退回到的步骤;不写则退回申请人");

/** One command as a person sends it. Opinions are trimmed; returning and rejecting need a reason. */
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

/** A door (按钮): open with what it needs, or closed with the same code and reason a refused command gets. */
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
