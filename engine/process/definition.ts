// The definition (流程定义) of a case: plain data built with small combinators.
import { type Role, roles } from "@niangjia/foundation/roles";
import type { Period } from "@niangjia/foundation/workdays";

/** Terms, as `within: workdays(2)`; how each is counted is said in `foundation/workdays.ts`. */
export const workdays = (count: number): Period => ({ workdays: count });
export const days = (count: number): Period => ({ days: count });

export const levels = {
  town: "乡镇（街道）工会",
  county: "县级总工会",
  city: "市级总工会",
  province: "省总工会",
} as const;
export type Level = keyof typeof levels;

/**
 * Who is meant before a case exists: the post of a role at the union a path expression finds, as
 * `union` (the one named in the form), `union.parent` or `union.county` (the county federation at
 * or above it).
 */
export interface Assignee {
  readonly role: Role;
  readonly at: string;
}
export const postOf = (role: Role, at: string): Assignee => ({ role, at });
export const officerOf = (at: string): Assignee => postOf("officer", at);
export const chairOf = (at: string): Assignee => postOf("chair", at);
export const cadreOf = (at: string): Assignee => postOf("cadre", at);

/** Who signs a step: any one of them 或签 or all of them 会签. */
export interface Signers {
  readonly sign: "any" | "all";
  readonly of: readonly Assignee[];
}
export const anySign = (...of: Assignee[]): Signers => ({ sign: "any", of });
export const allSign = (...of: Assignee[]): Signers => ({ sign: "all", of });

export type OnTimeout = "remind" | "pass" | "escalate";

/** A step at which people decide: 审核 on the way, 审批 with authority. They differ in words only. */
export interface DecisionNode {
  readonly kind: "review" | "approve";
  readonly id: string;
  readonly title: string;
  readonly signers: Signers;
  readonly within: Period | null;
  readonly onTimeout: OnTimeout;
  /** Where a late task goes first; without it, to the same role one union up. */
  readonly escalateTo: Assignee | null;
  /** Whoever decided an earlier step of this round may not decide here. */
  readonly distinct: boolean;
}

/** A step that only lets others know and never waits. */
export interface CopyNode {
  readonly kind: "copy";
  readonly id: string;
  readonly title: string;
  readonly to: readonly Assignee[];
}

export type FlowNode = DecisionNode | CopyNode;

/** Steps in order. Never changed once a case runs on it. */
export interface Definition {
  readonly nodes: readonly FlowNode[];
}

export interface DecisionOptions {
  readonly id?: string;
  readonly title?: string;
  readonly within?: Period;
  readonly onTimeout?: OnTimeout;
  readonly escalateTo?: Assignee;
  readonly distinct?: boolean;
}

type Unnamed<N extends FlowNode> = Omit<N, "id"> & { readonly id?: string };

function decision(
  kind: DecisionNode["kind"],
  who: Assignee | Signers,
  options: DecisionOptions,
): Unnamed<DecisionNode> {
  const signers = "sign" in who ? who : anySign(who);
  const { id, within = null, onTimeout = "remind", escalateTo = null, distinct = false } = options;
  const title = options.title ?? unionWords(signers.of) + (kind === "review" ? "审核" : "审批");
  return { kind, id, title, signers, within, onTimeout, escalateTo, distinct };
}

export const review = (who: Assignee | Signers, options: DecisionOptions = {}) =>
  decision("review", who, options);

export const approve = (who: Assignee | Signers, options: DecisionOptions = {}) =>
  decision("approve", who, options);

export const copy = (...to: Assignee[]): Unnamed<CopyNode> => ({
  kind: "copy",
  title: `抄送${unionWords(to)}`,
  to,
});

/**
 * Steps one after another. A step without an id is called after its kind (`review`, `review-2`).
 * Throws when the definition could not run: that is a mistake in the code which builds it.
 */
export function flow(...steps: (Unnamed<DecisionNode> | Unnamed<CopyNode>)[]): Definition {
  const nodes = steps.map((step, index): FlowNode => {
    const nth = steps.slice(0, index + 1).filter(({ kind }) => kind === step.kind).length;
    return { ...step, id: step.id ?? (nth === 1 ? step.kind : `${step.kind}-${nth}`) };
  });
  const fault = faultOf(nodes);
  if (fault) throw new Error(`flow: ${fault}`);
  return { nodes };
}

export const isDecision = (node: FlowNode): node is DecisionNode => node.kind !== "copy";

export function nodeOf(definition: Definition, id: string): FlowNode {
  const node = definition.nodes.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`no step ${id} in this definition`);
  return node;
}

/** The deciding steps before a step: where it may be sent back to. */
export const decisionsBefore = (definition: Definition, id: string): DecisionNode[] =>
  definition.nodes.slice(0, definition.nodes.indexOf(nodeOf(definition, id))).filter(isDecision);

/** Everyone a step names, in order. */
const assigneesOf = (node: FlowNode): readonly Assignee[] =>
  isDecision(node) ? node.signers.of : node.to;

/** Who a step waits for, as `所在工会干事`, or `县级总工会干部、县级总工会主席（会签）`. */
export function whoWords(node: FlowNode): string {
  const words = assigneesOf(node).map(
    ({ at, role }) => placeWords(at) + roles[role].replace(/^总?工会/, ""),
  );
  const how = isDecision(node) && words.length > 1 ? signWords[node.signers.sign] : "";
  return words.join("、") + how;
}

const signWords = { any: "（任一人）", all: "（会签）" } as const;

const unionWords = (of: readonly Assignee[]): string =>
  [...new Set(of.map(({ at }) => placeWords(at)))].join("、");

function placeWords(at: string): string {
  const last = at.split(".").at(-1) ?? at;
  if (last in levels) return levels[last as Level];
  return last === "parent" ? "上级工会" : "所在工会";
}

const lengthOf = (period: Period) => ("workdays" in period ? period.workdays : period.days);

const placePattern = /^[a-z][A-Za-z0-9]*(\.(parent|town|county|city|province))*$/;

function faultOf(nodes: readonly FlowNode[]): string | undefined {
  if (!nodes.some(isDecision)) return "nobody decides";
  if (new Set(nodes.map((node) => node.id)).size < nodes.length) return "two steps share an id";
  for (const node of nodes) {
    const raised = isDecision(node) && node.escalateTo ? [node.escalateTo] : [];
    const named = [...assigneesOf(node), ...raised];
    const astray = named.find(({ at }) => !placePattern.test(at));
    if (astray) return `${node.id}: cannot read the place “${astray.at}”`;
    if (assigneesOf(node).length === 0) return `${node.id}: names nobody`;
    if (!isDecision(node)) continue;
    if (node.onTimeout !== "remind" && !node.within) return `${node.id}: a timeout needs a term`;
    if (node.within && !(lengthOf(node.within) >= 1)) return `${node.id}: a term is 1 day or more`;
  }
  return undefined;
}
