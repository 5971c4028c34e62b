// Founding a trade federation (行业联合会组建): unions of a trade join under its association, the federation
// above approves (工会法 art 12; 小三级 of 总工办发〔2022〕19号), and it enters the register with them.
import {
  anySign,
  approve,
  cadreOf,
  choiceField,
  copy,
  dayField,
  days,
  type FactsOf,
  flow,
  longTextField,
  officerOf,
  personNameField,
  section,
  textField,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { nameOf } from "@niangjia/foundation/codelists";
import { contains } from "@niangjia/foundation/orgpath";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { unionStaff } from "@niangjia/foundation/roles";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import {
  type AddedUnion,
  addUnion,
  checkUnion,
  getUnion,
  joinFederation,
  nameAdvice,
  plainUnionName,
  termEnd,
  tradeFederation,
  type Union,
  unionsByIds,
} from "@niangjia/registers/organisations";
import { insertFounders } from "./federation-store.ts";

const optional = { required: false } as const;

const form = {
  federation: section("联合会", {
    parent: unionField("上级总工会", { help: "批准组建的区县总工会；跨区县的选市总工会" }),
    name: textField("联合会名称", { help: "如“长沙县快递行业工会联合会”" }),
    trade: choiceField("行业群体", "gig-occupation"),
    association: textField("依托的行业协会", { maxLength: 60 }),
    foundedDay: dayField("成立日期", { latest: "today" }),
  }),
  founders: section(
    "发起工会",
    {
      lead: unionField("牵头工会", { prefill: "me.union" }),
      second: unionField("发起工会二"),
      third: unionField("发起工会三", optional),
      fourth: unionField("发起工会四", optional),
      fifth: unionField("发起工会五", optional),
    },
    "至少两家，都在上级总工会之下；其他工会以后再加入",
  ),
  committee: section("选举", {
    chair: personNameField("联合会主席"),
    termFrom: dayField("选举日期", { latest: "today" }),
    termYears: choiceField("任期", { three: "3 年", five: "5 年" }),
    audit: yesNoField("是否同时选举了经费审查委员会（或委员）"),
    women: yesNoField("是否同时建立了女职工委员会（或设女职工委员）"),
  }),
  note: longTextField("说明", { ...optional, maxLength: 500 }),
} as const;
type FederationFacts = FactsOf<typeof form>;

const founderFields = ["lead", "second", "third", "fourth", "fifth"] as const;
const termYears = { three: 3, five: 5 } as const;

const foundersOf = (facts: FederationFacts) =>
  founderFields.flatMap((path) => {
    const id = facts[path];
    return id === undefined ? [] : [{ path, id }];
  });

function addedUnion(facts: FederationFacts, parent: Union): AddedUnion {
  const { name, chair, termFrom, foundedDay } = facts;
  const toDay = termEnd(termFrom, termYears[facts.termYears]);
  return {
    ...{ name, kind: tradeFederation, level: "grassroots", parentId: parent.id },
    division: parent.division,
    sinceDay: foundedDay,
    legalPerson: chair,
    term: { fromDay: termFrom, toDay, chair },
  };
}

const federationLevels: readonly string[] = ["county", "city", "province"];

async function faultsOf(act: Act, facts: FederationFacts, parent: Union): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  if (!federationLevels.includes(parent.level)) {
    faults.push({ path: "parent", say: "请选择区县或以上的总工会。" });
  }
  const founders = foundersOf(facts);
  const unions = await unionsByIds(
    act,
    founders.map(({ id }) => id),
  );
  for (const [nth, { path, id }] of founders.entries()) {
    const union = unions.get(id);
    if (founders.findIndex((one) => one.id === id) < nth) {
      faults.push({ path, say: "这家工会已经填过，请选择另一家。" });
    } else if (union && (union.id === parent.id || !contains(parent.path, union.path))) {
      faults.push({ path, say: `“${union.name}”不在“${parent.name}”之下，请选择它的下级工会。` });
    }
  }
  return faults;
}

async function check(
  act: Act,
  { facts }: Pick<Application<FederationFacts>, "facts">,
): Promise<void> {
  const parent = await getUnion(act, facts.parent);
  const faults = await faultsOf(act, facts, parent);
  if (faults.length > 0) throw faultyFacts(faults);
  await checkUnion(act, addedUnion(facts, parent));
}

/** Steps of the law that are missing: said, and in nobody's way. */
async function advise(_act: Act, { facts }: Application<FederationFacts>): Promise<string[]> {
  const advice = [...nameAdvice(plainUnionName(facts.name))];
  if (!facts.audit)
    advice.push("经费审查委员会要与工会委员会同时选举产生（工会法第四十五条），请补选。");
  if (!facts.women)
    advice.push("女职工委员会要与工会委员会同时建立；女会员不足 10 人的设女职工委员。");
  return advice;
}

async function effect(act: Act, { facts, caseId }: Approved<FederationFacts>): Promise<string> {
  const parent = await getUnion(act, facts.parent);
  await check(act, { facts });
  const union = await addUnion(act, addedUnion(facts, parent), { kind: "case", id: caseId });
  const founders = foundersOf(facts);
  const { association, foundedDay: sinceDay } = facts;
  await insertFounders(
    act,
    founders.map(({ id }) => ({
      ...{ federation_id: union.id, union_id: id, org_path: union.path, case_id: caseId },
      ...{ association, since_day: sinceDay },
    })),
  );
  for (const { id: unionId } of founders) {
    const join = { federationId: union.id, unionId, sinceDay };
    await joinFederation(act, join, { kind: "case", id: caseId });
  }
  const trade = nameOf("gig-occupation", facts.trade);
  return `“${union.name}”已登入工会组织库（${trade}），${founders.length} 家发起工会已列为成员。`;
}

export const federation = caseFunction({
  id: "joining.federation",
  title: "行业联合会组建",
  says: "同一行业的几家工会联合起来，成立工会联合会",
  may: unionStaff,
  words: ["行业工会", "协会建会", "工会联合会"],
  version: 1,
  form,
  flow: flow(
    approve(anySign(cadreOf("parent.county"), cadreOf("parent")), {
      title: "建会审批",
      within: days(15),
    }),
    copy(officerOf("parent"), officerOf("second")),
  ),
  place: (_act, { lead }) => lead,
  subject: () => null,
  summary: ({ name }) => plainUnionName(name),
  oneRunningFor: (_act, { parent, name }) => `${parent} ${plainUnionName(name)}`,
  check,
  advise,
  effect,
});
