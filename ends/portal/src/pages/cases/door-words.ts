// Words of the doors (办理按钮的说法): what each command is called, what it will bring about, and what it asks for.
import type { CommandKind } from "./cases.ts";

export interface DoorWords {
  /** The button, and the verb of its dialog. */
  readonly verb: string;
  readonly title: string;
  readonly effect: string;
  /** What is written to it; absent where nothing is. */
  readonly ask?: string;
  readonly required?: true;
  /** Whom it asks to be picked. */
  readonly pick?: "one" | "several" | "one-or-applicant";
  /** The label above the picker. */
  readonly whom?: string;
}

export const doorWords: Record<CommandKind, DoorWords> = {
  submit: { verb: "提交", title: "提交这件申请？", effect: "提交后由工会办理。", ask: "说明" },
  resubmit: {
    verb: "重新提交",
    title: "重新提交？",
    effect: "从退回的一步接着办。",
    ask: "说明",
  },
  agree: {
    verb: "同意",
    title: "同意这件申请？",
    effect: "同意后进入下一步；这是最后一步时，办件随即生效，不能撤回。",
    ask: "意见",
  },
  return: {
    verb: "退回",
    title: "退回这件申请？",
    effect: "对方会收到通知和您写的原因，改好后再提交上来。",
    ask: "要改什么",
    required: true,
  },
  reject: {
    verb: "不予通过",
    title: "不予通过？",
    effect: "办件到此结束，申请人会看到您写的原因；条件具备后可以另行申请。",
    ask: "原因",
    required: true,
  },
  abstain: {
    verb: "弃权",
    title: "弃权？",
    effect: "您的一票不算同意，也不算反对；表过态不能再改。",
    ask: "说明",
  },
  withdraw: {
    verb: "撤回",
    title: "撤回这件申请？",
    effect: "撤回后不再办理；需要时可以重新申请。",
    ask: "原因",
  },
  urge: {
    verb: "催办",
    title: "催办？",
    effect: "会给正在办理的人发一条通知，一天只能催一次。",
    ask: "想说的话",
  },
  claim: {
    verb: "认领",
    title: "认领这件？",
    effect: "认领后由您一个人办，同岗位的其他同志不再能办；办不了可以放回。",
  },
  "put-back": {
    verb: "放回",
    title: "放回这件？",
    effect: "放回后同岗位的同志都可以认领、办理，期限照旧。",
    ask: "说明",
  },
  transfer: {
    verb: "转办",
    title: "转给别人办？",
    effect: "转出后由对方决定，您不再能办这一步；期限照旧，对方会收到通知。",
    ask: "交代的话",
    pick: "one",
    whom: "转给谁",
  },
  delegate: {
    verb: "委派",
    title: "请别人先看？",
    effect: "对方写好意见后回到您这里，由您决定；期限照旧。",
    ask: "请对方做什么",
    pick: "one",
    whom: "委派给谁",
  },
  "add-sign": {
    verb: "加签",
    title: "加签？",
    effect: "所选的同志都同意以后才往下走；任何一位都可以退回或不予通过。",
    ask: "为什么加签",
    pick: "several",
    whom: "请谁加签",
  },
  "remove-sign": {
    verb: "减签",
    title: "撤下加签的人？",
    effect: "撤下后不再等对方；对方已经办过的不受影响。",
    ask: "说明",
  },
  "take-back": {
    verb: "拿回",
    title: "拿回您办的这一步？",
    effect: "下一步还没有人办，可以拿回来重新决定。",
    ask: "原因",
  },
  extend: {
    verb: "延长期限",
    title: "延长办理期限？",
    effect: "每一步只能延长一次，申请人会收到通知和原因。",
    ask: "原因",
    required: true,
  },
  ask: {
    verb: "沟通",
    title: "问一个问题？",
    effect: "只是问一问：办件仍在您这里，期限不停；对方答复后通知您。",
    ask: "问题",
    required: true,
    pick: "one-or-applicant",
    whom: "问谁",
  },
  answer: {
    verb: "答复",
    title: "答复",
    effect: "问您的同志会收到通知，办件的办理记录里也看得到。",
    ask: "答复",
    required: true,
  },
  copy: {
    verb: "抄送",
    title: "抄送给别人？",
    effect: "对方能看到这个办件，不用办理；办理照常往下走。",
    ask: "说明",
    pick: "several",
    whom: "抄送给谁",
  },
  read: { verb: "已阅", title: "标为已阅？", effect: "抄送您的同志看得到您已阅。" },
  object: {
    verb: "提出异议",
    title: "对公示提出异议？",
    effect: "异议由工会核实答复；处理期间公示的期限暂停。",
    ask: "异议和理由",
    required: true,
  },
};

/** In sight, the main one last; the others lie behind 更多. */
export const mainDoors: readonly CommandKind[] = [
  "answer",
  "read",
  "urge",
  "withdraw",
  "claim",
  "reject",
  "return",
  "agree",
];

export const moreDoors: readonly CommandKind[] = [
  "transfer",
  "delegate",
  "add-sign",
  "remove-sign",
  "put-back",
  "extend",
  "ask",
  "copy",
  "take-back",
  "abstain",
  "object",
];
