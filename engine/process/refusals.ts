// Refusals (拒绝) of the case engine: every way it turns a command down, and what to do then.
import { opinionLimit, reasonMinimum, type Status } from "./contract.ts";

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
  nobodyChosen: turned(
    "nobody-chosen",
    409,
    "还没有指定“{title}”由谁办理。",
    "请先选好办理人，再提交这一步。",
  ),
  noSuchPost: turned("no-such-post", 422, "没有找到这个岗位，或岗位上没有人。", "请重新选择。"),
  offTheLine: turned(
    "off-the-line",
    422,
    "只能交给本工会、上级工会或下级工会的同志。",
    "请在列表中选择；其他工会看不到这件事。",
  ),
  toOneself: turned("to-oneself", 422, "不能交给自己。", "请选择另一位同志。"),
  otherBarred: turned(
    "other-barred",
    422,
    "这位同志与这件事有关，或已办过前面的步骤，不能办理。",
    "请选择另一位同志。",
  ),
  otherRole: turned(
    "other-role",
    422,
    "这位同志的岗位不办理这类待办，不能接办。",
    "请选择同岗位的同志，或能代办这一岗位的主席、总工会干部。",
  ),
  alreadyAsked: turned("already-asked", 409, "这位同志已经在这一步了。", "请选择另一位同志。"),
  claimed: turned("claimed", 409, "{who}已认领这项待办。", "请由认领人办理，或请其放回。"),
  notClaimed: turned("not-claimed", 409, "这项待办没有被认领。", "可以直接办理。"),
  givenByName: turned(
    "given-by-name",
    409,
    "这项待办是指名交给您的，不能放回。",
    "如不便办理，请转办给其他同志。",
  ),
  waiting: turned("waiting", 409, "这项待办在等其他同志先办。", "他们办完后会回到您这里。"),
  onlyAnswer: turned(
    "only-answer",
    409,
    "这项待办是受委派办理的，请办好后交回。",
    "要退回或不予通过，请把意见写明后交回委派人决定。",
  ),
  notAVote: turned("not-a-vote", 409, "这一步不是票签，不能弃权。", "请同意、退回或不予通过。"),
  notYourSigner: turned("not-your-signer", 403, "只有加签的人可以减签。", "请联系加签的同志。"),
  notAdded: turned("not-added", 409, "这位办理人不是加签来的，不能减签。", "请由其办理或转办。"),
  tooLateToTakeBack: turned(
    "too-late-to-take-back",
    409,
    "后面的步骤已经开始办理，不能拿回。",
    "请联系现在的办理人退回。",
  ),
  notExtendable: turned("not-extendable", 409, "这一步的期限不能延长。", "请在期限内办理。"),
  extendedBefore: turned(
    "extended-before",
    409,
    "这一步的期限已经延长过一次。",
    "请在期限内办理。",
  ),
  extendedTooFar: turned(
    "extended-too-far",
    422,
    "最多延长 {count} 个工作日。",
    "请改短以后再试。",
  ),
  reasonForDismissing: turned(
    "reason-for-dismissing",
    422,
    "异议不成立，须写明理由。",
    `请写明理由，至少 ${reasonMinimum} 个字。`,
  ),
  noObjections: turned(
    "no-objections",
    409,
    "现在不是公示期，不能提出异议。",
    "如有问题，请联系工会。",
  ),
  objectedBefore: turned(
    "objected-before",
    409,
    "您已经提出过异议，正在处理。",
    "请等候处理结果。",
  ),
  noSuchQuestion: turned("no-such-question", 404, "没有找到这个问题。", "请刷新页面后再试。"),
  notAsked: turned("not-asked", 403, "这个问题不是问您的。", "请由被问的同志答复。"),
  answered: turned("answered", 409, "这个问题已经答复了，或已不需要答复。", "请刷新页面查看。"),
  notCopied: turned("not-copied", 404, "没有抄送给您现在的岗位。", "请刷新页面后再试。"),
  readBefore: turned("read-before", 409, "已经标为已阅。", "请刷新页面查看。"),
  notWritable: turned(
    "not-writable",
    422,
    "这一步不能填写“{fields}”。",
    "请只填写这一步可以填写的内容。",
  ),
  notWaiting: turned("not-waiting", 409, "这个步骤没有在等关联事项。", "请刷新页面查看。"),
  onlyOpinion: turned(
    "only-opinion",
    409,
    "票签由投票人表决，加签的同志只提意见。",
    "请写明意见后同意交回，由投票人决定。",
  ),
  countedRight: turned("counted-right", 409, "这件事的期限没有变化。", "不用重算。"),
  notMigratable: turned(
    "not-migratable",
    409,
    "这件事停在“{node}”，新流程中没有对应的步骤。",
    "请为这一步选好新流程中同类、同位置的步骤，再转入。",
  ),
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
