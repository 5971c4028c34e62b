// A union renamed, merged or closed (更名合并撤销): none at will, each with the leave of the union above; members go to the
// successor, or keep their membership when the employer is gone (工会法 art 12–13).

import {
  anySign,
  approve,
  arm,
  byRule,
  cadreOf,
  chairOf,
  choiceField,
  choose,
  copy,
  type FactsOf,
  filesField,
  flow,
  is,
  longTextField,
  numberField,
  officerOf,
  otherwise,
  textField,
  unionField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { contains } from "@niangjia/foundation/orgpath";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { unionStaff } from "@niangjia/foundation/roles";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import {
  changeFacts,
  checkChange,
  getUnion,
  levelsRightBelow,
  nameAdvice,
  numbersAt,
  plainUnionName,
  refuseMisplaced,
  type Union,
} from "@niangjia/registers/organisations";
import { merging } from "./events.ts";
import { mergeOn } from "./merging.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { holdMerger, insertMerger } from "./store.ts";

const optional = { required: false } as const;
const ways = { rename: "更名", merge: "并入另一个工会", close: "撤销" } as const;
const closing = { field: "way", is: "close" } as const;

const form = {
  union: unionField("办理的工会", { prefill: "me.union" }),
  way: choiceField("办理", ways),
  name: textField("新的名称", {
    when: { field: "way", is: "rename" },
    help: "照批复文件填写工会全称",
  }),
  successor: unionField("并入哪个工会", {
    when: { field: "way", is: "merge" },
    help: "会员、下级工会和在办的事随它过去",
  }),
  cause: choiceField(
    "撤销的原因",
    { ended: "用人单位终止", revoked: "用人单位被撤销", other: "其他" },
    { when: closing, help: "用人单位终止或者被撤销的，工会相应撤销（工会法第十三条）" },
  ),
  kept: choiceField(
    "会员的会籍",
    { kept: "保留会籍", moved: "转到接收的工会，继续在册" },
    { when: closing },
  ),
  receiver: unionField("由哪个工会接收", {
    ...{ ...optional, when: closing },
    help: "不填的由上一级工会接收",
  }),
  due: numberField("大会应到人数", { ...optional, max: 2_000_000, unit: "人" }),
  inFavour: numberField("大会赞成人数", { ...optional, max: 2_000_000, unit: "人" }),
  reason: longTextField("原因", { maxLength: 500 }),
  papers: filesField("报告和决议", { help: "盖章的报告；更名、合并的附大会决议" }),
} as const;
type MergeForm = FactsOf<typeof form>;

const own = anySign(chairOf("union.parent"), cadreOf("union.parent"));
const asked = { within: byRule("changeWithin"), onTimeout: "escalate" } as const;
/** The law asks the leave of the union above; that the receiver's own agrees too is the house's wish. */
const leave = {
  ...{ ...asked, basis: "《工会法》第十二条" },
  adjustable: { addAfter: ["officer", "cadre"] },
} as const;

const nameChange = (act: Act, { union, name = "" }: MergeForm) => ({
  unionId: union,
  fromDay: dayOf(act.now),
  facts: { name: plainUnionName(name) },
});

/** Who takes up what the union leaves. */
async function receiverOf(act: Act, { facts, union }: Application<MergeForm>): Promise<Union> {
  return getUnion(act, facts.successor ?? facts.receiver ?? union.parentId!);
}

async function checkReceiver(act: Act, application: Application<MergeForm>): Promise<void> {
  const { union, facts } = application;
  const receiver = await receiverOf(act, application);
  if (contains(union.path, receiver.path)) throw refuse(refusals.withItself);
  const below = await levelsRightBelow(act, union.id);
  if (facts.way === "close" && below.length > 0) {
    const count = below.reduce((sum, one) => sum + one.count, 0);
    throw refuse(refusals.hasUnionsBelow, { words: { name: union.name, count } });
  }
  for (const { level } of below) refuseMisplaced(level, receiver);
}

async function check(act: Act, application: Application<MergeForm>): Promise<void> {
  const { facts, union } = application;
  const { name } = union;
  if (union.parentId === null) throw refuse(refusals.top, { words: { name } });
  const { due, inFavour = 0 } = facts;
  if (due !== undefined && inFavour > due) {
    throw faultyFacts([{ path: "inFavour", say: "赞成的人数不能多于应到人数。" }]);
  }
  if (facts.way !== "rename") return checkReceiver(act, application);
  const changed = await checkChange(act, nameChange(act, facts));
  if (changed.length === 0) throw refuse(refusals.nothingChanged, { words: { name } });
}

const membersAt = async (act: Act, { path }: Union): Promise<number> =>
  (await numbersAt(act, path, ["members"])).members;

async function advise(act: Act, application: Application<MergeForm>): Promise<string[]> {
  const { facts, union } = application;
  if (facts.way === "rename") return nameAdvice(plainUnionName(facts.name ?? ""));
  const receiver = await receiverOf(act, application);
  const members = await membersAt(act, union);
  const how = facts.kept === "kept" ? "保留会籍，由" : "转到";
  const tail = facts.kept === "kept" ? "管理" : "，会员号不变";
  return [
    `批准以后，“${union.name}”的 ${members} 名会员${how}“${receiver.name}”${tail}；岗位同时结束，在办的个人申请转到“${receiver.name}”。`,
    ...(facts.way === "merge"
      ? ["合并以后，请为接收的工会办理“届中替补调整”或“换届申请”，让两边的会员都有代表。"]
      : []),
  ];
}

async function renamed(act: Act, { facts, union, caseId }: Approved<MergeForm>): Promise<string> {
  const change = nameChange(act, facts);
  await changeFacts(act, change, { kind: "case", id: caseId });
  const day = change.fromDay;
  await insertMerger(act, {
    ...{ case_id: caseId, union_id: union.id, org_path: union.path, way: "rename" },
    ...{ receiver_id: null, kept: false, members: 0, unions: 0, begun_day: day, done_day: day },
  });
  return `“${union.name}”自 ${day} 起更名为“${change.facts.name}”，原名称留在历史里。`;
}

async function merged(act: Act, approved: Approved<MergeForm>): Promise<string> {
  const { facts, union, caseId } = approved;
  const receiver = await receiverOf(act, approved);
  await insertMerger(act, {
    ...{ case_id: caseId, union_id: union.id, org_path: union.path, way: facts.way },
    ...{ receiver_id: receiver.id, kept: facts.kept === "kept", members: 0, unions: 0 },
    ...{ begun_day: dayOf(act.now), done_day: null },
  });
  const word = facts.way === "merge" ? "并入" : "撤销，会员转到";
  if (!(await mergeOn(act, caseId))) {
    await emit(act, merging(union.path, { caseId }));
    return `“${union.name}”${word}“${receiver.name}”：会员或下级工会较多，正在分批转，转完后自动撤销。`;
  }
  const done = await asHouse(act, (house) => holdMerger(house, caseId));
  const below = done && done.unions > 0 ? `，下级工会 ${done.unions} 个一并过去` : "";
  const kept = facts.kept === "kept" ? "（保留会籍）" : "";
  return `“${union.name}”已${word}“${receiver.name}”：会员 ${done?.members ?? 0} 人${kept}${below}。`;
}

export const merge = caseFunction({
  id: "election.merge",
  title: "更名合并撤销",
  says: "工会改名、并入另一个工会，或者单位没了要撤销",
  may: unionStaff,
  words: ["工会改名", "工会合并", "工会撤销", "注销工会"],
  parameters: parametersOn,
  version: 4,
  form,
  flow: flow(
    choose(
      arm(
        "合并",
        is("way", "merge"),
        approve(own, { id: "leave", title: "原上级工会审批", ...leave }),
        approve(anySign(chairOf("successor.parent"), cadreOf("successor.parent")), {
          ...{ id: "take", title: "接收方上级工会审批", repeats: "skip", ...asked },
          adjustable: { drop: true, addAfter: ["officer", "cadre"] },
        }),
      ),
      otherwise("更名、撤销", approve(own, { id: "allow", title: "上级工会审批", ...leave })),
    ),
    copy(officerOf("union.parent"), officerOf("union.federation")),
  ),
  subject: () => null,
  summary: ({ way, name }) => (way === "rename" ? `更名为${name}` : ways[way]),
  oneRunningFor: (_act, { union }) => union,
  check,
  advise,
  effect: (act, approved) =>
    approved.facts.way === "rename" ? renamed(act, approved) : merged(act, approved),
});
