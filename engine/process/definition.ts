// The definition (流程定义) of a case: plain data. Build it with the combinators of `flow.ts`; what is
// not said is absent, so that a stored definition never differs from the code that made it.
import type { Role } from "@niangjia/foundation/roles";
import type { Period } from "@niangjia/foundation/workdays";
import type { Condition } from "./condition.ts";

export const levels = {
  town: "乡镇（街道）工会",
  county: "县级总工会",
  city: "市级总工会",
  province: "省总工会",
} as const;
export type Level = keyof typeof levels;

/** Levels of federations 县级以上总工会. */
export const federations: readonly Level[] = ["county", "city", "province"];

/**
 * Who is meant before a case exists: the post of a role at the union a path expression finds, as
 * `union` (the one named in the form), `union.parent`, `union.county` (the county federation at or
 * above it) or `union.federation` (the nearest federation there, of whichever level). With `named`,
 * the very person a field of the form holds the post of, or `applicant`, whoever handed the case in.
 */
export interface Assignee {
  readonly role: Role;
  readonly at: string;
  readonly named?: string;
}

/**
 * Who signs a step: any one of them 或签, all of them at once 会签, all of them one after another,
 * or by votes 票签.
 */
export interface Signers {
  readonly sign: "any" | "all" | "order" | "votes";
  readonly of: readonly Assignee[];
  readonly votes?: Votes;
}

/**
 * How many votes carry a step: at least, or more than, `part` of the weight of all who are asked,
 * as a fraction in whole numbers. A seat's weight is 1 unless `weights` says otherwise.
 */
export interface Votes {
  readonly rule: "at-least" | "more-than";
  readonly part: readonly [numerator: number, denominator: number];
  readonly weights?: readonly number[];
}

/** A term that a dated rule of the room sets, by its name there, such as `acceptWithin`. */
export interface ByRule {
  readonly rule: string;
}

/** So many days; or what a rule says, for the place of the case, on the day the clock starts. */
export type Term = Period | ByRule;

/** What the clock does about a task that is late. */
export type OnTimeout = "remind" | "raise" | "escalate" | "pass";

/** What a step lets its handlers do with a field of the form; what is not named is read. */
export type FieldRight = "hidden" | "read" | "write";

/** What a county may change of a step for its own cases (本地化). */
export interface Adjustable {
  readonly drop?: true;
  /** Roles that may be asked in place of the one named. */
  readonly roles?: readonly Role[];
  /** The shortest and the longest term allowed, in the unit of the step's own. */
  readonly within?: readonly [shortest: number, longest: number];
  /** Roles a review of their own may be added for, right after this step. */
  readonly addAfter?: readonly Role[];
}

interface Named {
  readonly id: string;
  readonly title: string;
}

/** A step at which people decide: 审核 on the way, 审批 with authority. They differ in words only. */
export interface DecisionNode extends Named {
  readonly kind: "review" | "approve";
  /** What agreeing to it is called, where 同意 says too little: 受理, 答复, 签字. Words only. */
  readonly verb?: string;
  readonly signers: Signers;
  readonly within: Term | null;
  readonly onTimeout: OnTimeout;
  /** Where a late task goes first, or who is told; without it, the same role one union up. */
  readonly escalateTo: Assignee | null;
  /** Whoever decided an earlier step of this round may not decide here. */
  readonly distinct: boolean;
  /** A seat that agreed to an earlier step is not asked again. */
  readonly repeats?: "skip";
  /** How many working days before its end a term turns amber; 1 unless said. */
  readonly amber?: number;
  /** By how many working days at most a handler may extend the term, once; a rule is asked that day. */
  readonly extendable?: number | ByRule;
  readonly rights?: Readonly<Record<string, FieldRight>>;
  readonly adjustable?: Adjustable;
  /** The document and article that ask for the step; a term by rule brings its own. */
  readonly basis?: string;
}

/** A step that only lets others know and never waits. */
export interface CopyNode extends Named {
  readonly kind: "copy";
  readonly to: readonly Assignee[];
}

/** A way a case may take. An arm without a condition is taken when no other is. */
export interface Arm extends Named {
  readonly when?: Condition;
  readonly nodes: readonly FlowNode[];
}

/** A fork and its join: the first arm that holds, every arm that holds, or all of them. */
export interface BranchNode extends Named {
  readonly kind: "branch";
  readonly take: "one" | "several" | "all";
  readonly arms: readonly Arm[];
}

/**
 * Lets time pass: until a term is over, or, as a notice 公示, until nobody objects any more. An
 * objection stops the clock until `objections` has dealt with it.
 */
export interface WaitNode extends Named {
  readonly kind: "wait" | "notice";
  readonly within: Term;
  readonly objections?: Assignee;
  /** How long dealing with one may take. */
  readonly dealWithin?: Term;
  readonly adjustable?: Adjustable;
  readonly basis?: string;
}

/** Begins other cases, and may wait until they have ended. */
export interface SubNode extends Named {
  readonly kind: "sub";
  readonly function: string;
  /**
   * A field that holds several ids, or a column of a table as `people.idNumber`: one case for each of them, filled into
   * the sub-case's `as`. Of a table, `facts` may name other cells of the same row.
   */
  readonly each?: { readonly field: string; readonly as: string };
  /** Facts of the sub-case by field: a field of this form, or a value. */
  readonly facts: Readonly<Record<string, { readonly field: string } | { readonly value: string }>>;
  readonly wait: boolean;
  /** What it means for this case when one of them ends in any way but approval. */
  readonly onFailure: "go-on" | "reject";
}

export type FlowNode = DecisionNode | CopyNode | BranchNode | WaitNode | SubNode;

/** Steps in order. Never changed once a case runs on it. */
export interface Definition {
  readonly nodes: readonly FlowNode[];
  /** The term of the whole case; it stands still while the applicant mends. */
  readonly within?: Term;
  /** Who is told when the whole case is late. */
  readonly overseer?: Assignee;
}

export const isDecision = (node: FlowNode): node is DecisionNode =>
  node.kind === "review" || node.kind === "approve";

export const isWait = (node: FlowNode): node is WaitNode =>
  node.kind === "wait" || node.kind === "notice";

/** The steps a case goes through in order, seen from one of them. */
export interface Place {
  readonly node: FlowNode;
  readonly sequence: readonly FlowNode[];
  readonly index: number;
  /** The fork whose arm this is, or null on the main line. */
  readonly inside: { readonly branch: BranchNode; readonly arm: Arm } | null;
}

const placesOf = new WeakMap<Definition, ReadonlyMap<string, Place>>();

function placed(
  sequence: readonly FlowNode[],
  inside: Place["inside"],
  into: Map<string, Place>,
): void {
  for (const [index, node] of sequence.entries()) {
    into.set(node.id, { node, sequence, index, inside });
    if (node.kind !== "branch") continue;
    for (const arm of node.arms) placed(arm.nodes, { branch: node, arm }, into);
  }
}

/** Every step by id, in reading order, with where it stands. */
export function places(definition: Definition): ReadonlyMap<string, Place> {
  const known = placesOf.get(definition);
  if (known) return known;
  const found = new Map<string, Place>();
  placed(definition.nodes, null, found);
  placesOf.set(definition, found);
  return found;
}

export function placeOf(definition: Definition, id: string): Place {
  const place = places(definition).get(id);
  if (!place) throw new Error(`no step ${id} in this definition`);
  return place;
}

export const nodeOf = (definition: Definition, id: string): FlowNode =>
  placeOf(definition, id).node;

/** Every step in reading order, also those inside arms. */
export const allNodes = (definition: Definition): FlowNode[] =>
  [...places(definition).values()].map(({ node }) => node);

/** Everyone a step names, in order. */
export function assigneesOf(node: FlowNode): readonly Assignee[] {
  if (isDecision(node)) return node.signers.of;
  if (node.kind === "copy") return node.to;
  return isWait(node) && node.objections ? [node.objections] : [];
}

/** From the main line to a step: the steps on the way down, the step itself last. */
export function chainOf(definition: Definition, id: string): Place[] {
  const place = placeOf(definition, id);
  return place.inside ? [...chainOf(definition, place.inside.branch.id), place] : [place];
}

/**
 * The deciding steps that come before a step on its own way, where it may be sent back to: not
 * those of an arm beside its own, which are not before it.
 */
export function decisionsBefore(definition: Definition, id: string): DecisionNode[] {
  const before = chainOf(definition, id).flatMap(({ sequence, index }) => sequence.slice(0, index));
  return before.flatMap(deciding);
}

const deciding = (node: FlowNode): DecisionNode[] => {
  if (node.kind === "branch") return node.arms.flatMap(({ nodes }) => nodes.flatMap(deciding));
  return isDecision(node) ? [node] : [];
};
