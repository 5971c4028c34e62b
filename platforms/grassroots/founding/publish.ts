// Going public (成立备案公示): the union above looks, five working days of public notice, and the union lives: its officers'
// posts are asked for and its founding members enrolled.

import {
  anySign,
  byRule,
  cadreOf,
  chairOf,
  copy,
  type FactsOf,
  filesField,
  flow,
  notice,
  officerOf,
  personNameField,
  phoneField,
  review,
  rowsField,
  section,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";
import { askForPost } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import {
  changeFacts,
  openUnion,
  type Term,
  terms,
  type Union,
} from "@niangjia/registers/organisations";
import { founders, foundingOf, getFounding } from "./founding.ts";
import { enrolFounders, memberColumns, memberFaults } from "./members.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { noteStage } from "./store.ts";

const form = {
  union: unionField("筹建的工会", { preparing: true, help: "选举结果已经批准的工会" }),
  officers: section(
    "工会岗位",
    {
      chairPhone: phoneField("主席的手机号", { help: "成立后用这个手机号登录办事" }),
      officer: personNameField("工会干事姓名", { help: "平时在系统里办事的人，可以是主席本人" }),
      officerPhone: phoneField("工会干事的手机号"),
    },
    "公示期满自动申请岗位，安全管理员批准后就能办事",
  ),
  list: section("首批会员", {
    members: rowsField("会员名单", {
      columns: memberColumns,
      ...{ required: false, min: 1, max: 300 },
      help: "可以从 Excel 粘贴；人多的成立以后用“花名册导入”",
    }),
    voluntary: yesNoField("名单上的职工都是自愿入会"),
  }),
  papers: filesField("成立工会的材料", { required: false, help: "建会批复、选举结果批复" }),
} as const;
type PublishFacts = FactsOf<typeof form>;

async function check(act: Act, application: Application<PublishFacts>): Promise<void> {
  const { facts, union } = application;
  const founding = await getFounding(act, application);
  if (founding.elected_day === null) {
    throw refuse(refusals.notElected, { words: { name: union.name } });
  }
  if (union.state !== "preparing") {
    throw refuse(refusals.openedAlready, { words: { name: union.name } });
  }
  const { members = [], voluntary } = facts;
  const faults = memberFaults(act, members);
  if (members.length > 0 && !voluntary) {
    faults.push({ path: "voluntary", say: "入会须由职工本人自愿，请确认以后再提交。" });
  }
  if (faults.length > 0) throw faultyFacts(faults);
}

/** Chair and officer may be one person: two posts of one account. */
async function askPosts(
  act: Act,
  { union, term, caseId }: { readonly union: Union; readonly term: Term; readonly caseId: string },
  { chairPhone, officer, officerPhone }: PublishFacts,
): Promise<void> {
  const { id: orgId, path: orgPath, name: orgName } = union;
  const at = { orgId, orgPath, orgName, because: `case:${caseId}` };
  const chair = { role: "chair", title: "工会主席", toDay: term.toDay } as const;
  if (term.chair !== null) {
    await askForPost(act, { ...at, ...chair, name: term.chair, phone: chairPhone });
  }
  const clerk = { role: "officer", title: "工会干事", toDay: null } as const;
  await askForPost(act, { ...at, ...clerk, name: officer, phone: officerPhone });
}

async function effect(act: Act, approved: Approved<PublishFacts>): Promise<string> {
  const { facts, caseId } = approved;
  await foundingOf(act, approved.union);
  const day = dayOf(act.now);
  const union = await openUnion(act, { unionId: approved.union.id, day });
  const [term] = await asHouse(act, (house) => terms(house, union.id));
  if (!term) throw refuse(refusals.notElected, { words: { name: union.name } });
  const change = { unionId: union.id, fromDay: day, facts: { legalPerson: term.chair } };
  await changeFacts(act, change, { kind: "case", id: caseId });
  await askPosts(act, { union, term, caseId }, facts);
  const outcomes = await enrolFounders(act, { union, caseId }, facts.members ?? []);
  await noteStage(act, union.id, { opened_day: day });
  const elsewhere = outcomes.filter(({ outcome }) => outcome === "elsewhere").length;
  const differs = outcomes.filter(({ outcome }) => outcome === "name-differs").length;
  const joined = outcomes.length - elsewhere - differs;
  return [
    `“${union.name}”已经成立，${joined} 名首批会员已入会；主席和干事的岗位已申请，安全管理员批准后启用。`,
    ...(elsewhere > 0 ? [`有 ${elsewhere} 人已是别的工会会员，请本人办理“组织关系接转”。`] : []),
    ...(differs > 0 ? [`有 ${differs} 人的姓名与登记的不一致，请核对后办理“入会申请”。`] : []),
  ].join("");
}

export const publish = caseFunction({
  id: "founding.publish",
  title: "成立备案公示",
  says: "选举批准后公示五个工作日，工会正式成立",
  may: founders,
  words: ["工会成立", "备案", "公示"],
  parameters: parametersOn,
  version: 3,
  form,
  flow: flow(
    review(anySign(chairOf("union.parent"), cadreOf("union.parent")), {
      title: "上级工会备案审核",
      ...{ within: byRule("publishReviewWithin"), onTimeout: "escalate" },
      // The election is approved by then: this look at the papers is the house's own.
      adjustable: { drop: true, addAfter: ["officer", "cadre"] },
    }),
    notice(byRule("foundedNotice"), cadreOf("union.federation"), { title: "成立公示" }),
    copy(officerOf("union.parent")),
  ),
  subject: () => null,
  summary: ({ members = [] }) => `首批会员 ${members.length} 人`,
  oneRunningFor: (_act, { union }) => union,
  check,
  effect,
});
