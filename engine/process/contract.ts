// The case engine's contract (办件流程契约): statuses, commands, doors, timeline, forms.
import { z } from "zod";

export * from "./form-contract.ts";

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
  abstain: "弃权",
  withdraw: "撤回",
  resubmit: "重新提交",
  urge: "催办",
  claim: "认领",
  "put-back": "放回",
  transfer: "转办",
  delegate: "委派",
  "add-sign": "加签",
  "remove-sign": "减签",
  "take-back": "拿回",
  extend: "延长期限",
  ask: "沟通",
  answer: "答复",
  copy: "抄送",
  read: "已阅",
  object: "提出异议",
} as const;
export type PersonCommandKind = keyof typeof commands;

const houseCommands = ["lapse", "fulfil", "sub-ended", "hand-over", "migrate", "recount"] as const;
/** The last ones are sent by the clock or the house alone. */
export type CommandKind = PersonCommandKind | (typeof houseCommands)[number];

/** What was done, as the history shows it: people's commands and what the clock and the house did. */
export const actions = {
  ...commands,
  remind: "逾期提醒",
  raise: "逾期报告",
  pass: "逾期默认通过",
  escalate: "逾期上报",
  elapse: "期满",
  fulfil: "自动办结",
  "sub-ended": "关联事项办结",
  "hand-over": "工作交接",
  migrate: "转入新流程",
  recount: "重算期限",
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
const number = z.int().positive();
const task = number.describe("待办在本办件中的序号");
const step = z.string().max(60).describe("退回到的步骤;不写则退回申请人");
const post = z.uuid().describe("岗位编号");
const posts = z.array(post).min(1, "请选择至少一位同志。").max(20, "一次最多选 20 位同志。");
const afterwards = z
  .enum(["on", "back"])
  .describe("改好以后：on 从那一步起依次再办，back 直接回到退回的人");

/**
 * A command as a person sends it. Opinions are trimmed; whatever stops, sends back or prolongs a
 * case needs a reason.
 */
export const commandShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("submit"), opinion }),
  z.object({
    kind: z.literal("agree"),
    task,
    opinion,
    facts: z.record(z.string(), z.unknown()).optional().describe("这一步填写的内容"),
  }),
  z.object({
    kind: z.literal("return"),
    task,
    opinion: reason,
    to: step.optional(),
    afterwards: afterwards.optional(),
  }),
  z.object({ kind: z.literal("reject"), task, opinion: reason }),
  z.object({ kind: z.literal("abstain"), task, opinion }),
  z.object({ kind: z.literal("withdraw"), opinion }),
  z.object({ kind: z.literal("resubmit"), opinion }),
  z.object({ kind: z.literal("urge"), opinion }),
  z.object({ kind: z.literal("claim"), task, opinion }),
  z.object({ kind: z.literal("put-back"), task, opinion }),
  z.object({ kind: z.literal("transfer"), task, to: post, opinion }),
  z.object({ kind: z.literal("delegate"), task, to: post, opinion }),
  z.object({
    kind: z.literal("add-sign"),
    task,
    when: z.enum(["before", "after"]),
    posts,
    opinion,
  }),
  z.object({ kind: z.literal("remove-sign"), task, opinion }),
  z.object({ kind: z.literal("take-back"), task, opinion }),
  z.object({
    kind: z.literal("extend"),
    task,
    workdays: number.max(60, "一次最多延长 60 个工作日。"),
    opinion: reason,
  }),
  z.object({
    kind: z.literal("ask"),
    task,
    to: post.optional().describe("不写则问申请人"),
    opinion: reason,
  }),
  z.object({ kind: z.literal("answer"), question: number, opinion: reason }),
  z.object({ kind: z.literal("copy"), task, posts, opinion }),
  z.object({ kind: z.literal("read"), copy: number, opinion }),
  z.object({ kind: z.literal("object"), token: number, opinion: reason }),
]);
export type PersonCommand = z.infer<typeof commandShape>;

const commandKind = z.enum(Object.keys(commands) as [PersonCommandKind, ...PersonCommandKind[]]);

/** A door (按钮): open with what it needs, or closed with what a refused command would hear. */
export const doorShape = z.discriminatedUnion("open", [
  z.object({
    command: commandKind,
    open: z.literal(true),
    task: task.optional(),
    step: z.string().optional().describe("待办所在的步骤"),
    verb: z.string().optional().describe("这一步的“同意”叫什么，例如受理、答复、签字"),
    to: z
      .array(z.object({ node: z.string(), title: z.string() }))
      .optional()
      .describe("可以退回到的步骤，最近的在最后"),
    write: z.array(z.string()).optional().describe("这一步可以填写的项目"),
    atMost: number.optional().describe("最多延长的工作日"),
    token: number.optional(),
    question: number.optional(),
    copy: number.optional(),
    words: z.string().optional().describe("所答复的问题，或减签的人"),
  }),
  z.object({
    command: commandKind,
    open: z.literal(false),
    task: task.optional(),
    code: z.string(),
    why: z.string(),
    next: z.string(),
  }),
]);
export type Door = z.infer<typeof doorShape>;

/** What a stage of the timeline is; the first and the last are handing in and the end. */
export const stageKinds = {
  submit: "提交",
  review: "审核",
  approve: "审批",
  copy: "抄送",
  branch: "分支",
  wait: "等候",
  notice: "公示",
  sub: "关联事项",
  end: "结束",
} as const;
export type StageKind = keyof typeof stageKinds;

/** One stage of the timeline (办事进度). `since` and `until` are ISO instants. */
export const stageShape = z
  .object({
    id: z.string(),
    kind: z.enum(Object.keys(stageKinds) as [StageKind, ...StageKind[]]),
    title: z.string(),
    who: z.string(),
    state: z.enum(["done", "now", "ahead", "skipped"]),
    since: z.string().nullable(),
    until: z.string().nullable(),
    due: z.string().nullable(),
    term: z
      .object({ words: z.string(), basis: z.string().describe("文件和条款；没有时为空") })
      .optional()
      .describe("在办的步骤的期限；还没有到的步骤今天按多长的期限算；最后一步上是全程的期限"),
    get arms() {
      return z
        .array(
          z.object({
            title: z.string(),
            taken: z.boolean(),
            open: z
              .boolean()
              .optional()
              .describe("走不走这一路，要看办理时填写的内容，现在还不知道"),
            stages: z.array(stageShape),
          }),
        )
        .optional()
        .describe("分支中的各路步骤");
    },
  })
  // It holds itself: the interface's description needs a name to point at.
  .meta({ id: "Stage" });
export type Stage = z.infer<typeof stageShape>;
