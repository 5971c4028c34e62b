// Transferring (组织关系接转): a member goes to the union of their new work; the old union agrees in time
// or is taken to, the new one accepts (会籍管理办法 art 3, 8).
import {
  approve,
  copy,
  type FactsOf,
  flow,
  officerOf,
  personNameField,
  review,
  textField,
  unionField,
  workdays,
  yesNoField,
} from "@niangjia/engine/process";
import { holdersOf } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { maskName } from "@niangjia/foundation/masks";
import { emit } from "@niangjia/foundation/outbox";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import { moveMembership } from "@niangjia/registers/members";
import { getUnion } from "@niangjia/registers/organisations";
import { transferred } from "./events.ts";
import { getHolder, getLiving, ofMembership, refuseOtherName, sourceOf } from "./holder.ts";
import { runningSentence } from "./running.ts";
import { workedAt, worksAt } from "./work.ts";

/** Working days each side has; what the old one leaves undone is taken for agreed. */
const within = workdays(3);
const lettingGo = "letting-go";

/** National reason of a change: 劳动（工作）关系变化. */
const workChanged = "1";

const form = {
  name: personNameField("姓名", { prefill: "me.name" }),
  newUnion: unionField("要转入的工会", {
    help: "新单位有工会的选单位工会；没有的选所在街道、乡镇、园区或行业工会",
  }),
  employer: textField("新的工作单位", {
    required: false,
    maxLength: 60,
    help: "没有固定单位的可不填；接单平台也可填在这里",
  }),
  occupation: textField("职业（工种）", { required: false, maxLength: 40 }),
  leftEmployer: yesNoField("是否已离开原来的工作单位", { help: "同时在几个单位工作的选“否”" }),
} as const;
type TransferFacts = FactsOf<typeof form>;

async function check(act: Act, { facts, union }: Application<TransferFacts>): Promise<void> {
  refuseOtherName(await getLiving(act), facts.name);
  if (facts.newUnion !== union.id) return;
  const say = `您的会籍就在“${union.name}”，请选择新的工会。`;
  throw faultyFacts([{ path: "newUnion", say }]);
}

/**
 * What is good to know before filing: what stays, how long it takes, what becomes of what is
 * running.
 */
async function advise(act: Act, { facts, union }: Application<TransferFacts>): Promise<string[]> {
  const { number, state } = await getLiving(act);
  const receiving = await getUnion(act, facts.newUnion);
  const advice = [`会员号 ${number} 和会员卡不变，会籍不中断，以前的记录都保留。`];
  const [letting] = await holdersOf(act, { role: "officer", orgPath: union.path });
  if (!letting) {
    advice.push(`“${union.name}”现在没有工会干事，满 3 个工作日没有办理就视为同意转出。`);
  }
  const [accepting] = await holdersOf(act, { role: "officer", orgPath: receiving.path });
  if (!accepting) {
    advice.push(`“${receiving.name}”现在没有工会干事，满 3 个工作日后会转给上一级工会接收。`);
  }
  if (state === "kept") {
    advice.push("您的会籍是保留会籍，转过去仍是保留会籍；已重新就业的，请改为申请“恢复会籍”。");
  }
  return [...advice, ...(await runningSentence(act))];
}

const noteOf = ({ lapsed }: Approved): string | null =>
  lapsed.includes(lettingGo) ? "转出工会逾期未办理，视为同意转出" : null;

async function effect(act: Act, approved: Approved<TransferFacts>): Promise<string> {
  const { facts, union, caseId } = approved;
  const { personId, number } = await getHolder(act, approved);
  const source = sourceOf(act, approved);
  const note = noteOf(approved);
  const day = dayOf(act.now);
  const moving = { personId, unionId: facts.newUnion, day, reason: workChanged, note };
  await moveMembership(act, source, moving);
  if (facts.leftEmployer) await workedAt(act, personId);
  await worksAt(act, source, { personId, ...facts });
  const receiving = await getUnion(act, facts.newUnion);
  const unions = { fromUnionId: union.id, toUnionId: receiving.id };
  await emit(act, transferred(receiving.path, { caseId, personId, ...unions }));
  const why = note === null ? "" : `（${note}）`;
  return `会籍已从“${union.name}”转到“${receiving.name}”${why}，会员号 ${number} 不变。`;
}

export const transfer = caseFunction({
  id: "membership.transfer",
  title: "组织关系接转",
  says: "换了单位或地方，把会籍转过去",
  may: ["member"],
  words: ["换单位", "换工会", "转会籍", "会籍接转"],
  version: 1,
  form,
  flow: flow(
    review(officerOf("union"), {
      id: lettingGo,
      title: "转出工会审核",
      ...{ within, onTimeout: "pass" },
    }),
    approve(officerOf("newUnion"), {
      title: "转入工会接收",
      ...{ within, onTimeout: "escalate" },
    }),
    copy(officerOf("union")),
  ),
  place: async (act) => (await getLiving(act)).unionId,
  summary: ({ name }) => maskName(name),
  ...ofMembership,
  check,
  advise,
  effect,
});
