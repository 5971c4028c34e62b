// Leaving (退会申请): a member leaves, or has the membership kept; somebody talks with them first, then
// the committee decides (会籍管理办法 art 15, 17–22).
import {
  approve,
  chairOf,
  choiceField,
  copy,
  type FactsOf,
  filesField,
  flow,
  longTextField,
  officerOf,
  personNameField,
  review,
  workdays,
} from "@niangjia/engine/process";
import { markFormerMember } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { maskName } from "@niangjia/foundation/masks";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { type Application, type Approved, caseFunction } from "@niangjia/registers/cases";
import {
  changeFacts,
  endMembership,
  keepMembership,
  moveRefusals,
} from "@niangjia/registers/members";
import { ended, kept } from "./events.ts";
import { getHolder, getLiving, ofMembership, refuseOtherName, sourceOf } from "./holder.ts";
import { runningSentence } from "./running.ts";

/** National reasons that leaving may have: 个人要求退会, 劳动（工作）关系变化. */
const leavingReasons = { "5": "个人要求退会", "1": "工作变动，不再参加工会" } as const;

/**
 * Why a membership is kept, with the national codes of the reason and of the employment that
 * follows. The national list has none for retirement and service: there the work has changed, and
 * the note says how.
 */
const keepingReasons = {
  retired: { title: "退休", reason: "1", employment: "4" },
  unemployed: { title: "失业", reason: "3", employment: "3" },
  "laid-off": { title: "下岗待岗", reason: "2", employment: "2" },
  bankrupt: { title: "所在企业破产", reason: "4", employment: "3" },
  military: { title: "服兵役", reason: "1", employment: "9" },
} as const;
type KeepingReason = keyof typeof keepingReasons;

const keepingTitles = Object.fromEntries(
  Object.entries(keepingReasons).map(([key, { title }]) => [key, title]),
) as Record<KeepingReason, string>;

const toLeave = { field: "wish", is: "leave" } as const;
const toKeep = { field: "wish", is: "keep" } as const;

const form = {
  name: personNameField("姓名", { prefill: "me.name" }),
  wish: choiceField(
    "申请",
    { leave: "退会", keep: "保留会籍" },
    { help: "退休、失业、服兵役的可以保留会籍；内退的在正式退休前会籍不变，不用申请" },
  ),
  leavingReason: choiceField("退会原因", leavingReasons, { when: toLeave }),
  keepingReason: choiceField("保留原因", keepingTitles, { when: toKeep }),
  words: longTextField("说明", { required: false, maxLength: 500 }),
  papers: filesField("证明材料", {
    required: false,
    when: toKeep,
    help: "退休证、失业登记、入伍通知书等，有就上传",
  }),
} as const;
type LeaveFacts = FactsOf<typeof form>;

async function check(act: Act, { facts }: Application<LeaveFacts>): Promise<void> {
  const own = await getLiving(act);
  refuseOtherName(own, facts.name);
  if (facts.wish === "keep" && own.state === "kept") throw refuse(moveRefusals.keptAlready);
}

/** What ends and why, said before it is asked for. */
async function advise(act: Act, { facts }: Application<LeaveFacts>): Promise<string[]> {
  const { number } = await getLiving(act);
  const running = await runningSentence(act);
  if (facts.wish === "keep") {
    return [
      "会员卡照常使用，不用交会费；没有选举权、被选举权和表决权，也不计入会员人数。",
      `重新就业后申请“恢复会籍”，沿用会员号 ${number}。`,
      ...running,
    ];
  }
  return [
    "退会后会员卡同时作废，只给会员的福利和补助从那天起停止，因为它们以会籍为条件。",
    "退休、失业、服兵役的不必退会，可以改为申请“保留会籍”，会员卡照常使用。",
    `以后想回来，可以申请“恢复会籍”，沿用会员号 ${number}。`,
    ...running,
  ];
}

async function end(act: Act, approved: Approved<LeaveFacts>): Promise<string> {
  const { facts, caseId, union } = approved;
  const { personId, number } = await getHolder(act, approved);
  const reason = facts.leavingReason ?? null;
  const leaving = { personId, change: "6", reason, day: dayOf(act.now) } as const;
  await endMembership(act, sourceOf(act, approved), leaving);
  await markFormerMember(act, personId);
  await emit(act, ended(union.path, { caseId, personId, unionId: union.id, reason }));
  return `会籍已终止，会员卡作废。以后可以申请“恢复会籍”，沿用会员号 ${number}。`;
}

async function keep(act: Act, approved: Approved<LeaveFacts>): Promise<string> {
  const { facts, caseId, union } = approved;
  const { personId } = await getHolder(act, approved);
  const { title: note, reason, employment } = keepingReasons[facts.keepingReason ?? "unemployed"];
  const source = sourceOf(act, approved);
  await keepMembership(act, source, { personId, day: dayOf(act.now), reason, note });
  await changeFacts(act, source, { personId, facts: { employment } });
  await emit(act, kept(union.path, { caseId, personId, unionId: union.id, reason }));
  return `会籍已保留（${note}），会员卡照常使用。重新就业后请申请“恢复会籍”。`;
}

export const leave = caseFunction({
  id: "membership.leave",
  title: "退会申请",
  says: "退休、失业等离开单位，保留会籍或退会",
  may: ["member"],
  words: ["退会", "保留会籍", "退休", "失业", "当兵"],
  version: 1,
  form,
  flow: flow(
    review(officerOf("union"), {
      title: "与本人谈话",
      ...{ within: workdays(5), onTimeout: "escalate" },
    }),
    approve(chairOf("union"), {
      title: "工会委员会讨论决定",
      ...{ within: workdays(10), onTimeout: "escalate" },
    }),
    copy(officerOf("union.parent")),
  ),
  place: async (act) => (await getLiving(act)).unionId,
  summary: ({ name, wish }) => `${maskName(name)}（${wish === "keep" ? "保留会籍" : "退会"}）`,
  ...ofMembership,
  check,
  advise,
  effect: (act, approved) => (approved.facts.wish === "keep" ? keep : end)(act, approved),
});
