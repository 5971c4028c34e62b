// Comparing flows (比对流程): what a drawn flow changes of the common one, as a local variant says it, and what none may.
import { isDeepStrictEqual } from "node:util";
import type { Role } from "@niangjia/foundation/roles";
import {
  type BranchNode,
  type DecisionNode,
  type Definition,
  type FlowNode,
  isDecision,
  isWait,
  places,
} from "./definition.ts";
import { anySign, officerOf, review } from "./flow.ts";
import { type Unsound, unsound } from "./soundness.ts";
import { type Addition, additionPlaces, adjustableOf, type Changes, changed } from "./variant.ts";

export interface Compared {
  /** What is different and a variant has words for; whether each is allowed, `applyVariant` says. */
  readonly changes: Changes;
  /** What is different and no variant can say, by step. */
  readonly differences: readonly Unsound[];
}

interface Finding {
  readonly common: Definition;
  readonly drawn: Definition;
  readonly drops: string[];
  readonly who: Record<string, Role>;
  readonly within: Record<string, number>;
  readonly adds: Addition[];
  readonly differences: Unsound[];
}

/** Steps are the same when their ids are; what has an id of its own was added. */
export function compareFlows(common: Definition, drawn: Definition): Compared {
  const found: Finding = {
    ...{ common, drawn, drops: [], who: {}, within: {}, adds: [], differences: [] },
  };
  const { nodes: _before, ...termsBefore } = common;
  const { nodes: _after, ...terms } = drawn;
  if (!isDeepStrictEqual(terms, termsBefore)) {
    found.differences.push(unsound([], "malformed", "整件的期限和督办人不能改。"));
  }
  compareLine(found, common.nodes, drawn.nodes);
  const { drops, who, within, adds, differences } = found;
  const changes: Changes = {
    ...(drops.length > 0 && { drops }),
    ...(Object.keys(who).length > 0 && { who }),
    ...(Object.keys(within).length > 0 && { within }),
    ...(adds.length > 0 && { adds }),
  };
  return { changes, differences };
}

type Line = readonly FlowNode[];

const differs = ({ differences }: Finding, node: FlowNode, words: string): void => {
  differences.push(unsound([node], "malformed", words));
};

function compareLine(found: Finding, before: Line, after: Line): void {
  const { common, drawn, drops } = found;
  const now = new Map(after.map((node) => [node.id, node]));
  for (const node of before) {
    const kept = now.get(node.id);
    if (kept) compareStep(found, node, kept);
    else if (places(drawn).has(node.id)) differs(found, node, "这一步不能移到别的分支上。");
    else drops.push(node.id);
  }
  const order = before.filter(({ id }) => now.has(id)).map(({ id }) => id);
  const kept = after.filter(({ id }) => order.includes(id));
  const astray = kept.find(({ id }, index) => id !== order[index]);
  if (astray) differs(found, astray, "步骤的先后不能改。");
  for (const [index, node] of after.entries()) {
    if (places(common).has(node.id)) continue;
    compareAdded(found, node, stepsBefore({ before, after }, index));
  }
}

/** The step a drawn one comes after, and those dropped in between, which it may take the place of. */
function stepsBefore(
  { before, after }: { readonly before: Line; readonly after: Line },
  index: number,
): FlowNode[] {
  const at = (node: FlowNode | undefined) => before.findIndex(({ id }) => id === node?.id);
  const earlier = after.slice(0, index).findLast((node) => at(node) !== -1);
  const from = at(earlier);
  const dropped = before
    .slice(from + 1)
    .findIndex(({ id }) => after.some((node) => node.id === id));
  const end = dropped === -1 ? before.length : from + 1 + dropped;
  return before.slice(Math.max(from, 0), Math.max(end, 0));
}

function compareStep(found: Finding, was: FlowNode, now: FlowNode): void {
  if (was.kind === "branch" && now.kind === "branch") {
    compareFork(found, was, now);
    return;
  }
  const role = roleOf(was, now);
  const term = termOf(was, now);
  const asked: Changes = {
    ...(role && { who: { [was.id]: role } }),
    ...(term !== undefined && { within: { [was.id]: term } }),
  };
  const rest = settingsChanged(changed(was, asked), now);
  if (rest.length > 0) {
    differs(found, was, `只能改由谁办理和期限，不能改${rest.join("、")}。`);
    return;
  }
  if (role) found.who[was.id] = role;
  if (term !== undefined) found.within[was.id] = term;
}

/** Another role at the same places. */
function roleOf(was: FlowNode, now: FlowNode): Role | undefined {
  if (!isDecision(was) || !isDecision(now)) return undefined;
  const [role, ...others] = new Set(now.signers.of.map((one) => one.role));
  const same = was.signers.of.every((one) => one.role === role);
  return same || others.length > 0 ? undefined : role;
}

function termOf(was: FlowNode, now: FlowNode): number | undefined {
  if (!(isDecision(was) || isWait(was)) || !(isDecision(now) || isWait(now))) return undefined;
  if (!was.within || !now.within || isDeepStrictEqual(was.within, now.within)) return undefined;
  const [unit, count] = Object.entries(now.within)[0] ?? [];
  return unit !== undefined && unit in was.within ? count : undefined;
}

const settingWords: Readonly<Record<string, string>> = {
  ...{
    kind: "步骤的种类",
    title: "名称",
    verb: "按钮的名称",
    signers: "由哪里的哪些人办理",
    within: "期限的单位",
  },
  ...{ onTimeout: "超期怎么办", escalateTo: "超期报给谁", distinct: "回避", repeats: "重复审核" },
  ...{ amber: "提前提醒", extendable: "可否延期", rights: "表单权限", adjustable: "可调整的范围" },
  ...{ basis: "依据", to: "抄送给谁", objections: "异议由谁处理", dealWithin: "处理异议的期限" },
  ...{ function: "关联的事项", facts: "带去的内容", each: "带去的内容", wait: "等不等候" },
  onFailure: "没办成时怎么办",
};

function settingsChanged(was: FlowNode, now: FlowNode): string[] {
  const [one, other] = [was, now].map((node) => new Map<string, unknown>(Object.entries(node)));
  const names = new Set([...one!.keys(), ...other!.keys()]);
  const words = [...names]
    .filter((name) => !isDeepStrictEqual(one!.get(name), other!.get(name)))
    .map((name) => settingWords[name] ?? name);
  return [...new Set(words)];
}

function compareFork(found: Finding, was: BranchNode, now: BranchNode): void {
  const shape = ({ take, title, arms }: BranchNode) => ({
    ...{ take, title, arms: arms.map(({ nodes: _nodes, ...arm }) => arm) },
  });
  if (!isDeepStrictEqual(shape(was), shape(now))) {
    differs(found, was, "分几路、每一路的名称和条件都不能改。");
    return;
  }
  for (const [index, arm] of was.arms.entries()) {
    compareLine(found, arm.nodes, now.arms[index]!.nodes);
  }
}

function compareAdded(found: Finding, node: FlowNode, candidates: readonly FlowNode[]): void {
  const addition = additionOf(node, candidates);
  if (typeof addition === "string") differs(found, node, addition);
  else found.adds.push(addition);
}

const plainly =
  "增加的审核只能由一个岗位在所在工会、乡镇（街道）工会或县级以上总工会办，期限按工作日，不能有别的设置。";

/** The review that was drawn after one of these steps, or why it cannot be one. */
function additionOf(node: FlowNode, candidates: readonly FlowNode[]): Addition | string {
  const [first] = candidates;
  if (!first) return "每一路的开头不能增加步骤，只能加在已有的步骤之后。";
  if (node.kind !== "review") return "只能增加审核，不能增加别的步骤。";
  const { id, title, within } = node;
  const [who] = node.signers.of;
  const at = additionPlaces.find((place) => place === who?.at);
  const { distinct } = node;
  const plain = who && { ...review(who, { ...(within && { within }), distinct }), id, title };
  const counted = within === null || "workdays" in within;
  if (!who || !at || !counted || !isDeepStrictEqual(plain, node)) return plainly;
  const rolesAfter = (step: FlowNode): readonly Role[] => adjustableOf(step).addAfter ?? [];
  const wanted = candidates.find((step) => rolesAfter(step).includes(who.role));
  if (wanted || isSaid(node)) {
    const days = within?.workdays ?? unsaidDays;
    return { after: (wanted ?? first).id, role: who.role, at, within: days };
  }
  const open = candidates.find((step) => rolesAfter(step).length > 0) ?? first;
  const role = rolesAfter(open)[0] ?? who.role;
  return { after: open.id, role, at: "union.federation", within: unsaidDays };
}

/** The term of a review of which the drawing says none, in working days. */
const unsaidDays = 2;

/** A plain task of another tool is read as the union's own officer's, without a term: nobody said so. */
const isSaid = ({ signers, within }: DecisionNode): boolean =>
  within !== null || !isDeepStrictEqual(signers, anySign(officerOf("union")));
