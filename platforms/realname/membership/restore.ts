// Restoring (恢复会籍): who had left or had the membership kept is a full member again, under the old
// number.
import {
  copy,
  type FactsOf,
  flow,
  officerOf,
  personNameField,
  review,
  textField,
  unionField,
  workdays,
} from "@niangjia/engine/process";
import { markMember } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { maskName } from "@niangjia/foundation/masks";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { type Application, type Approved, caseFunction } from "@niangjia/registers/cases";
import { currentMembership, moveRefusals, resumeMembership } from "@niangjia/registers/members";
import { getUnion } from "@niangjia/registers/organisations";
import { refusals } from "./contract.ts";
import { restored } from "./events.ts";
import { getOwn, ofMembership, personOf, refuseOtherName, sourceOf } from "./holder.ts";
import { worksAt } from "./work.ts";

const form = {
  name: personNameField("姓名", { prefill: "me.name" }),
  union: unionField("恢复到哪个工会", {
    prefill: "me.union",
    help: "单位有工会的选单位工会；没有的选所在街道、乡镇、园区或行业工会",
  }),
  employer: textField("工作单位", {
    required: false,
    maxLength: 60,
    help: "没有固定单位的可不填；接单平台也可填在这里",
  }),
  occupation: textField("职业（工种）", { required: false, maxLength: 40 }),
} as const;
type RestoreFacts = FactsOf<typeof form>;

/** National code of who works: 在岗. */
const atWork = "1";

/** Only who had left, or had the membership kept, has something to restore. */
async function opens(act: Act): Promise<void> {
  const own = await getOwn(act);
  if (own.state !== "active") return;
  const { name } = await getUnion(act, own.unionId);
  throw refuse(refusals.activeMember, { words: { name } });
}

async function check(act: Act, { facts }: Application<RestoreFacts>): Promise<void> {
  refuseOtherName(await getOwn(act), facts.name);
}

async function advise(act: Act, { union }: Application<RestoreFacts>): Promise<string[]> {
  const { number, state, unionId } = await getOwn(act);
  const advice = [`批准后沿用原来的会员号 ${number}。`];
  if (state === "kept" && unionId !== union.id) {
    const { name } = await getUnion(act, unionId);
    advice.push(`您的会籍保留在“${name}”，批准后会籍转到“${union.name}”，原来的工会会收到告知。`);
  }
  return advice;
}

async function effect(act: Act, approved: Approved<RestoreFacts>): Promise<string> {
  const { facts, union, caseId, applicant } = approved;
  const personId = personOf(approved);
  const was = await currentMembership(act, personId);
  if (!was || was.state === "active") throw refuse(moveRefusals.active);
  const source = sourceOf(act, approved);
  const reason = was.state === "kept" ? "1" : null;
  const moving = { personId, unionId: union.id, day: dayOf(act.now), reason, note: "恢复会籍" };
  await resumeMembership(act, source, moving);
  await worksAt(act, source, { personId, ...facts }, { employment: atWork });
  const { accountId } = applicant;
  const marked = await markMember(act, { accountId, personId, name: facts.name });
  if (!marked) throw refuse(refusals.accountElsewhere);
  const unions = { unionId: union.id, fromUnionId: was.unionId };
  await emit(act, restored(union.path, { caseId, personId, was: was.state, ...unions }));
  return `已在“${union.name}”恢复会籍，会员号 ${was.number} 不变。`;
}

export const restore = caseFunction({
  id: "membership.restore",
  title: "恢复会籍",
  says: "退会或保留会籍以后，重新回到工会",
  may: ["worker", "member"],
  words: ["重新入会", "恢复会员", "重新就业", "退伍"],
  version: 1,
  form,
  flow: flow(
    review(officerOf("union"), { within: workdays(2), onTimeout: "escalate" }),
    copy(officerOf("union.parent")),
  ),
  summary: ({ name }) => maskName(name),
  ...ofMembership,
  opens,
  check,
  advise,
  effect,
});
