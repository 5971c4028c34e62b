// Applying to found a union (建会申请): a preparatory group asks the union above; once approved the union stands in the
// register as one in preparation 筹建, with its group on record (工会法 art 11–12; 章程 art 25).

import { type Decision, decide } from "@niangjia/engine/policy";
import {
  anySign,
  approve,
  byRule,
  cadreOf,
  chairOf,
  choiceField,
  copy,
  type FactsOf,
  filesField,
  flow,
  longTextField,
  numberField,
  officerOf,
  personNameField,
  phoneField,
  rowsField,
  section,
  textField,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { maskPhone } from "@niangjia/foundation/masks";
import type { FieldFault } from "@niangjia/foundation/refusal";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import {
  type AddedUnion,
  addEmployers,
  addUnion,
  checkUnion,
  nameAdvice,
  plainUnionName,
  type Union,
} from "@niangjia/registers/organisations";
import { ways } from "./contract.ts";
import { getFirmCode, otherFirms, refuseOtherUnions, refuseSecondUnion } from "./firm.ts";
import { insertFirms } from "./firm-store.ts";
import { founders } from "./founding.ts";
import { parametersOn } from "./parameters.ts";
import { wayPolicy } from "./policy.ts";
import { sentenceOf } from "./reasons.ts";
import { insertFounding, insertGroup } from "./store.ts";

const optional = { required: false } as const;

const form = {
  parent: unionField("上级工会", {
    help: "批准建会的上一级工会，一般是所在乡镇街道、园区或区县总工会",
  }),
  firm: section("单位", {
    firm: textField("单位名称", { maxLength: 60, help: "照营业执照填写" }),
    uscc: textField("单位统一社会信用代码", { maxLength: 30 }),
    firmType: choiceField("单位类别", "unit-kind"),
    industry: choiceField("所属行业", "industry", optional),
    address: textField("单位地址", { maxLength: 200 }),
    staff: numberField("职工人数", { min: 1, max: 2_000_000, unit: "人" }),
    members: numberField("拟入会人数", { min: 1, max: 2_000_000, unit: "人" }),
    women: numberField("其中女职工", { max: 2_000_000, unit: "人" }),
  }),
  union: section("工会", {
    name: textField("拟用工会名称", { help: "如“湖南星沙物流有限公司工会委员会”" }),
    way: choiceField("建会形式", ways, { help: "会员满 25 人应建立委员会；不足的三种都可以" }),
    firms: rowsField("联合建会的其他单位", {
      columns: {
        name: textField("单位名称", { maxLength: 60 }),
        uscc: textField("统一社会信用代码", { maxLength: 30 }),
      },
      ...{ min: 1, max: 300, when: { field: "way", is: "joint" } },
      help: "上面的单位以外，一起建会的每一个单位；可以从 Excel 粘贴",
    }),
  }),
  group: section("筹备组", {
    partyOrg: textField("领导筹备的党组织", {
      maxLength: 60,
      help: "单位没有党组织的，填写上级党组织或上级工会党组织",
    }),
    group: rowsField("筹备组成员", {
      columns: {
        name: personNameField("姓名"),
        role: choiceField("分工", { lead: "组长", member: "成员" }),
        phone: phoneField("手机号"),
      },
      ...{ min: 1, max: 15 },
    }),
    fromWorkers: yesNoField("筹备组里有职工代表"),
    noRelatives: yesNoField("已知道：企业主要负责人的近亲属不能做本企业工会委员", {
      help: "工会法第十条",
    }),
  }),
  papers: filesField("成立工会的请示", { help: "盖章的请示，扫描或拍照" }),
  note: longTextField("说明", { ...optional, maxLength: 500 }),
} as const;
type ApplyFacts = FactsOf<typeof form>;

const unionKinds = { own: "1", joint: "2", organiser: "1" } as const;

const addedUnion = (act: Act, facts: ApplyFacts, parent: Union): AddedUnion => ({
  ...{ name: facts.name, kind: unionKinds[facts.way], level: "grassroots", state: "preparing" },
  ...{ parentId: parent.id, division: parent.division, sinceDay: dayOf(act.now) },
  ...{ employer: facts.firm, employerUscc: getFirmCode(facts.uscc), firmType: facts.firmType },
  ...{ industry: facts.industry ?? null, address: facts.address, staffCount: facts.staff },
});

const decisionOn = (act: Act, facts: ApplyFacts, { division }: Union): Decision =>
  decide(wayPolicy, {
    ...{ day: dayOf(act.now), place: division },
    facts: {
      ...{ way: facts.way, staff: facts.staff, members: facts.members, women: facts.women },
      units: 1 + (facts.firms?.length ?? 0),
    },
  });

function faultsOf(facts: ApplyFacts): FieldFault[] {
  const { staff, members, women, group, fromWorkers, noRelatives } = facts;
  const leads = group.filter(({ role }) => role === "lead").length;
  const found: [boolean, string, string][] = [
    [members > staff, "members", "拟入会人数不能多于职工人数。"],
    [women > members, "women", "女职工人数不能多于拟入会人数。"],
    [leads !== 1, "group", `筹备组要有一名组长，现在有 ${leads} 名。`],
    [!fromWorkers, "fromWorkers", "筹备组由党组织和职工代表组成，请加入职工代表后再申请。"],
    [!noRelatives, "noRelatives", "请先了解工会法第十条的规定，选举时照办。"],
  ];
  return found.flatMap(([wrong, path, say]) => (wrong ? [{ path, say }] : []));
}

function refuseUnfit({ verdict, reasons }: Decision): void {
  if (verdict !== "unfit") return;
  const [first] = reasons;
  throw faultyFacts([{ path: "way", say: sentenceOf(first!) }]);
}

async function check(act: Act, { facts, union }: Application<ApplyFacts>): Promise<void> {
  await refuseSecondUnion(act, getFirmCode(facts.uscc));
  await refuseOtherUnions(act, facts);
  const faults = faultsOf(facts);
  if (faults.length > 0) throw faultyFacts(faults);
  refuseUnfit(decisionOn(act, facts, union));
  await checkUnion(act, addedUnion(act, facts, union));
}

async function advise(act: Act, { facts, union }: Application<ApplyFacts>): Promise<string[]> {
  const { reasons } = decisionOn(act, facts, union);
  return [...nameAdvice(plainUnionName(facts.name)), ...reasons.map(sentenceOf)];
}

async function recordGroup(act: Act, { id, path }: Union, facts: ApplyFacts): Promise<void> {
  const rows = facts.group.map(({ name, role, phone }) => {
    const row = newId(act.now);
    return {
      ...{ id: row, union_id: id, org_path: path, leads: role === "lead", name },
      phone_cipher: act.keys.encrypt({ field: "founding.phone", row }, phone),
      phone_mask: maskPhone(phone),
    };
  });
  await insertGroup(act, rows);
}

/** Each of them has this union from now on: the register knows it by every one's code. */
async function recordFirms(act: Act, { id, path }: Union, facts: ApplyFacts): Promise<void> {
  const firms = otherFirms(facts);
  const codes = firms.map(({ uscc }) => uscc);
  await addEmployers(act, id, codes);
  await insertFirms(
    act,
    firms.map((firm) => ({ union_id: id, org_path: path, ...firm })),
  );
}

async function effect(act: Act, approved: Approved<ApplyFacts>): Promise<string> {
  const { facts, union: parent, caseId, applicant } = approved;
  await refuseSecondUnion(act, getFirmCode(facts.uscc));
  await refuseOtherUnions(act, facts);
  const union = await addUnion(act, addedUnion(act, facts, parent), { kind: "case", id: caseId });
  await recordFirms(act, union, facts);
  await insertFounding(act, {
    ...{ union_id: union.id, org_path: union.path, case_id: caseId, way: facts.way },
    ...{ staff: facts.staff, members: facts.members, women: facts.women },
    ...{ party_org: facts.partyOrg, approved_day: dayOf(act.now) },
    contact_account: applicant.self ? applicant.accountId : null,
    decision: decisionOn(act, facts, parent),
  });
  await recordGroup(act, union, facts);
  return `已批准筹建“${union.name}”。请在筹备组主持下开会选举，再办理“选举结果报批”。`;
}

export const apply = caseFunction({
  id: "founding.apply",
  title: "建会申请",
  says: "单位还没有工会，申请成立工会",
  may: founders,
  words: ["成立工会", "组建工会", "建工会", "筹备组"],
  parameters: parametersOn,
  version: 5,
  form,
  flow: flow(
    approve(anySign(chairOf("parent"), cadreOf("parent")), {
      title: "上级工会审批",
      ...{ within: byRule("approveWithin"), onTimeout: "escalate", basis: "《工会法》第十二条" },
      adjustable: { addAfter: ["officer", "cadre"] },
    }),
    copy(officerOf("parent"), officerOf("parent.federation")),
  ),
  place: (_act, { parent }) => parent,
  subject: () => null,
  summary: ({ name }) => plainUnionName(name),
  oneRunningFor: (_act, { uscc }) => getFirmCode(uscc),
  check,
  advise,
  effect,
});
