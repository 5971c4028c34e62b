// Faults (流程错误) a definition may have by itself, whatever the facts and the tree.
import {
  type Assignee,
  allNodes,
  assigneesOf,
  type BranchNode,
  type DecisionNode,
  type Definition,
  type FlowNode,
  isDecision,
  isWait,
  type Term,
  type WaitNode,
} from "./definition.ts";

const placePattern = /^[a-z][A-Za-z0-9]*(\.(parent|federation|town|county|city|province))*$/;

/** The first thing that would keep a definition from running, or undefined. */
export function faultIn(definition: Definition): string | undefined {
  const nodes = allNodes(definition);
  if (!nodes.some((node) => isDecision(node) || isWait(node))) return "nobody decides";
  const ids = [...nodes, ...nodes.flatMap((node) => (node.kind === "branch" ? node.arms : []))];
  if (
    allIds(definition.nodes) > nodes.length ||
    new Set(ids.map(({ id }) => id)).size < ids.length
  ) {
    return "two steps share an id";
  }
  const { within, overseer } = definition;
  if (within && !longEnough(within)) return "a term is 1 day or more";
  if (overseer && !isPost(overseer)) return "the overseer is a post at a place";
  for (const node of nodes) {
    const fault = faultAt(node);
    if (fault) return `${node.id}: ${fault}`;
  }
  return undefined;
}

/** How many steps there are, also when two share an id. */
const allIds = (nodes: readonly FlowNode[]): number =>
  nodes.reduce(
    (count, node) =>
      count +
      1 +
      (node.kind === "branch" ? node.arms.reduce((sum, arm) => sum + allIds(arm.nodes), 0) : 0),
    0,
  );

function faultAt(node: FlowNode): string | undefined {
  const raised = isDecision(node) && node.escalateTo ? [node.escalateTo] : [];
  const astray = [...assigneesOf(node), ...raised].find(({ at }) => !placePattern.test(at));
  if (astray) return `cannot read the place “${astray.at}”`;
  const told = isDecision(node) ? raised : assigneesOf(node);
  if (!told.every(isPost)) return "who is told or deals with objections is a post at a place";
  if (node.kind === "branch") return faultOfBranch(node);
  if (node.kind === "copy") return node.to.length === 0 ? "names nobody" : undefined;
  if (isDecision(node)) return faultOfDecision(node);
  return isWait(node) ? faultOfWait(node) : undefined;
}

/** Told or asked by their post alone, not by what a form names. */
const isPost = ({ at, named }: Assignee) => placePattern.test(at) && named === undefined;

function faultOfWait({ kind, within, objections, dealWithin }: WaitNode): string | undefined {
  if (kind === "notice" && !objections) return "a notice says who deals with objections";
  return [within, dealWithin ?? within].every(longEnough) ? undefined : "a term is 1 day or more";
}

function faultOfDecision(node: DecisionNode): string | undefined {
  if (node.signers.of.length === 0) return "names nobody";
  if (node.onTimeout !== "remind" && !node.within) return "a timeout needs a term";
  if (node.within && !longEnough(node.within)) return "a term is 1 day or more";
  if (node.extendable !== undefined && !node.within) return "an extension needs a term";
  const { extendable = 1 } = node;
  const most = typeof extendable === "number" ? extendable : Number(longEnough(extendable));
  const counts = [most, node.amber ?? 1];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 1)) {
    return "an extension and amber are 1 day or more";
  }
  if (node.repeats && node.signers.sign === "votes") return "a vote asks everybody";
  return node.signers.sign === "votes" ? faultOfVotes(node) : undefined;
}

function faultOfVotes({ signers: { of, votes } }: DecisionNode): string | undefined {
  if (!votes) return "a vote says how many carry it";
  const [numerator, denominator] = votes.part;
  const whole = [numerator, denominator, ...(votes.weights ?? [])].every(
    (number) => Number.isSafeInteger(number) && number >= 1,
  );
  if (!whole) return "votes are whole numbers, 1 or more";
  const over = votes.rule === "more-than";
  if (numerator > denominator || (over && numerator === denominator))
    return "no vote could carry it";
  if (votes.weights && votes.weights.length !== of.length) return "a weight for each who is asked";
  return undefined;
}

function faultOfBranch({ take, arms }: BranchNode): string | undefined {
  if (arms.length < 2) return "a fork has two arms or more";
  const open = arms.filter(({ when }) => !when).length;
  if (take === "all") return open < arms.length ? "all arms are taken: no conditions" : undefined;
  return open === 1 ? undefined : "exactly one arm is for when no other holds";
}

function longEnough(term: Term): boolean {
  if ("rule" in term) return term.rule !== "";
  return ("workdays" in term ? term.workdays : term.days) >= 1;
}
