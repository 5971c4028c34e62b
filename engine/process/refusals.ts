// Refusals (拒绝) of the case engine: every way a command can be turned down, with what to do instead.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { opinionLimit, reasonMinimum, type Status } from "./contract.ts";

/** The command does not belong to the status the case is in. */
export const notNow: Readonly<Record<Status, RefusalKind>> = {
  draft: {
    code: "process.is-draft",
    status: 409,
    say: "这件事还没有提交",
    next: "请先提交申请",
  },
  running: {
    code: "process.is-running",
    status: 409,
    say: "这件事已经提交,正在办理中",
    next: "请等候办理,久未办理时可以催办",
  },
  returned: {
    code: "process.is-returned",
    status: 409,
    say: "这件事已退回申请人补正",
    next: "申请人改好重新提交后再办",
  },
  approved: {
    code: "process.is-approved",
    status: 409,
    say: "这件事已经办结",
    next: "请刷新页面查看结果",
  },
  rejected: {
    code: "process.is-rejected",
    status: 409,
    say: "这件事已有结论:不予通过",
    next: "请查看原因;条件具备后可以另行申请",
  },
  withdrawn: {
    code: "process.is-withdrawn",
    status: 409,
    say: "申请人已撤回这件事",
    next: "如仍需办理,请重新申请",
  },
};

export const refusals = {
  notApplicant: {
    code: "process.not-applicant",
    status: 403,
    say: "只有申请人可以这样做",
    next: "请联系申请人本人操作",
  },
  notYours: {
    code: "process.not-yours",
    status: 403,
    say: "这一步不由您现在的岗位办理",
    next: "如果您还有其他岗位,请切换岗位后再试",
  },
  ownCase: {
    code: "process.own-case",
    status: 403,
    say: "这件事与您本人有关,您不能自己办理",
    next: "请由同一岗位的其他同志办理",
  },
  samePerson: {
    code: "process.same-person",
    status: 403,
    say: "前面的步骤是您办理的,这一步须由另一位同志办理",
    next: "请由同一岗位的其他同志办理",
  },
  noSuchTask: {
    code: "process.no-such-task",
    status: 404,
    say: "没有找到这项待办",
    next: "请刷新页面后再试",
  },
  taskClosed: {
    code: "process.task-closed",
    status: 409,
    say: "这项待办已由{who}办理",
    next: "请刷新页面查看最新进度",
  },
  reasonNeeded: {
    code: "process.reason-needed",
    status: 422,
    say: "没有写明原因",
    next: `请写明原因,至少 ${reasonMinimum} 个字`,
  },
  opinionTooLong: {
    code: "process.opinion-too-long",
    status: 422,
    say: "意见太长了",
    next: `请写到 ${opinionLimit} 个字以内`,
  },
  notEarlier: {
    code: "process.not-earlier",
    status: 422,
    say: "只能退回到前面办理过的步骤",
    next: "请重新选择退回到哪一步,或退回申请人",
  },
  decided: {
    code: "process.decided",
    status: 409,
    say: "已经有人办理,不能再撤回",
    next: "如需修改,请联系办理人退回",
  },
  urgedToday: {
    code: "process.urged-today",
    status: 409,
    say: "今天已经催办过了",
    next: "请明天再催办",
  },
  onlyClock: {
    code: "process.only-clock",
    status: 403,
    say: "逾期由系统自动处理,不能由人操作",
    next: "请等候系统处理",
  },
  notLate: {
    code: "process.not-late",
    status: 409,
    say: "这项待办还没有逾期",
    next: "到期后系统会自动处理",
  },
  nobody: {
    code: "process.nobody",
    status: 409,
    say: "“{title}”这一步找不到办理的工会",
    next: "请核对所选工会;仍不行时请联系上级工会",
  },
} as const satisfies Record<string, RefusalKind>;

/** The kind with its slots filled, for a refusal that is a value and not thrown. */
export const worded = (kind: RefusalKind, words: Readonly<Record<string, string>>): RefusalKind => ({
  ...kind,
  say: kind.say.replace(/\{(\w+)\}/g, (slot, name: string) => words[name] ?? slot),
});
