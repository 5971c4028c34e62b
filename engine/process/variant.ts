// Local variants (本地流程): what a federation changes of a flow for its own cases, within what each step allows.
import type { Role } from "@niangjia/foundation/roles";
import {
  allNodes,
  type DecisionNode,
  type Definition,
  type FlowNode,
  isDecision,
  isWait,
  type Term,
} from "./definition.ts";
import { review, workdays } from "./flow.ts";
import { type Unsound, unsound } from "./soundness.ts";

/** Plain data, so that it can be stored, shown and agreed to; steps by their id in the definition. */
export interface Changes {
  readonly drops?: readonly string[];
  /** Another role at the same place. */
  readonly who?: Readonly<Record<string, Role>>;
  /** Another term, in the unit of the step's own. */
  readonly within?: Readonly<Record<string, number>>;
  readonly adds?: readonly Addition[];
}

/** A review of its own right after a step, within working days. */
export interface Addition {
  readonly after: string;
  readonly role: Role;
  readonly at: (typeof additionPlaces)[number];
  readonly within: number;
}

export const additionPlaces = ["union", "union.town", "union.federation"] as const;

/** No local review takes longer, in working days. */
const additionAtMost = 5;

const additionId = (after: string): string => `${after}.local`;

/**
 * The flow as changed, or why the definition does not allow it, by step. Whether the result is sound
 * is asked of `soundness`, as of every flow.
 */
export function applyVariant(definition: Definition, changes: Changes): Definition | Unsound[] {
  const steps = new Map(allNodes(definition).map((node) => [node.id, node]));
  const faults = faultsOf(steps, changes);
  if (faults.length > 0) return faults;
  const change = (nodes: readonly FlowNode[]): FlowNode[] =>
    nodes.flatMap((node) => {
      const added = (changes.adds ?? []).flatMap((one) =>
        one.after === node.id ? additionOf(one, node) : [],
      );
      const kept = changes.drops?.includes(node.id) ? [] : [changed(node, changes)];
      return [...kept.map(inside), ...added];
    });
  const inside = (node: FlowNode): FlowNode =>
    node.kind === "branch"
      ? { ...node, arms: node.arms.map((arm) => ({ ...arm, nodes: change(arm.nodes) })) }
      : node;
  return { ...definition, nodes: change(definition.nodes) };
}

/** Where it is of the role that decides the step before, it is another's: a second look is not the first one's. */
function additionOf({ after, role, at, within }: Addition, before: FlowNode): DecisionNode {
  const distinct = isDecision(before) && before.signers.of.some((who) => who.role === role);
  const step = review({ role, at }, { within: workdays(within), distinct });
  return { ...step, id: additionId(after), title: `${step.title}（本地增加）` };
}

/** A step with another role or term, as if it were allowed. */
export function changed(node: FlowNode, { who, within }: Changes): FlowNode {
  const role = who?.[node.id];
  const term = within?.[node.id];
  if (isWait(node))
    return term === undefined ? node : { ...node, within: longer(node.within, term) };
  if (!isDecision(node)) return node;
  const of = role ? node.signers.of.map((one) => ({ ...one, role })) : node.signers.of;
  const own = node.within && term !== undefined ? longer(node.within, term) : node.within;
  return { ...node, signers: { ...node.signers, of }, within: own };
}

const longer = (term: Term, count: number): Term =>
  "days" in term ? { days: count } : { workdays: count };

const termOf = (node: FlowNode): Term | null =>
  isDecision(node) || isWait(node) ? node.within : null;

function faultsOf(steps: ReadonlyMap<string, FlowNode>, changes: Changes): Unsound[] {
  const { drops = [], who = {}, within = {}, adds = [] } = changes;
  const named = [
    ...drops,
    ...Object.keys(who),
    ...Object.keys(within),
    ...adds.map((a) => a.after),
  ];
  const unknown = [...new Set(named)].filter((id) => !steps.has(id));
  if (unknown.length > 0) {
    const words = "这个事项的流程里没有这一步，可能流程已经更新，请重新打开再改。";
    return unknown.map((id) => unsound([{ id, title: id }], "malformed", words));
  }
  const found: Unsound[] = [];
  const say = (id: string, words: string | undefined) => {
    if (words) found.push(unsound([steps.get(id)!], "malformed", words));
  };
  for (const id of drops) say(id, faultOfDrop(steps.get(id)!));
  for (const [id, role] of Object.entries(who)) say(id, faultOfWho(steps.get(id)!, role));
  for (const [id, term] of Object.entries(within)) say(id, faultOfTerm(steps.get(id)!, term));
  for (const addition of adds) say(addition.after, faultOfAddition(steps, addition));
  const twice = adds.map(({ after }) => after).filter((id, index, all) => all.indexOf(id) < index);
  for (const id of new Set(twice)) say(id, "一步之后只能增加一次审核。");
  return found;
}

export const adjustableOf = (node: FlowNode) =>
  isDecision(node) || isWait(node) ? (node.adjustable ?? {}) : {};

function faultOfDrop(node: FlowNode): string | undefined {
  if (!adjustableOf(node).drop) return "这一步不能省去。";
  const writes = isDecision(node) && Object.values(node.rights ?? {}).includes("write");
  return writes ? "这一步要填写内容，不能省去。" : undefined;
}

function faultOfWho(node: FlowNode, role: Role): string | undefined {
  const allowed = adjustableOf(node).roles ?? [];
  const plain = isDecision(node) && node.signers.of.every(({ named }) => named === undefined);
  return plain && allowed.includes(role) ? undefined : "这一步不能改由这个岗位办理。";
}

function faultOfTerm(node: FlowNode, count: number): string | undefined {
  const own = termOf(node);
  if (own && "rule" in own) return "这一步的期限由规定确定，请在“规定数值”里设本地的数。";
  const [shortest, longest] = adjustableOf(node).within ?? [];
  if (shortest === undefined || longest === undefined || !own) return "这一步的期限不能改。";
  const fits = Number.isSafeInteger(count) && count >= shortest && count <= longest;
  return fits ? undefined : `期限须在 ${shortest} 到 ${longest} 之间，填整数。`;
}

function faultOfAddition(
  steps: ReadonlyMap<string, FlowNode>,
  { after, role, at, within }: Addition,
): string | undefined {
  const allowed = adjustableOf(steps.get(after)!).addAfter ?? [];
  if (!allowed.includes(role)) return "这一步之后不能增加这个岗位的审核。";
  if (!additionPlaces.includes(at))
    return "增加的审核须在所在工会、乡镇（街道）工会或县级以上总工会。";
  const fits = Number.isSafeInteger(within) && within >= 1 && within <= additionAtMost;
  if (!fits) return `增加的审核须在 1 到 ${additionAtMost} 个工作日内办完。`;
  return steps.has(additionId(after)) ? "这一步之后已经有增加的审核。" : undefined;
}
