// Combinators (流程写法): a definition is written as it is read, step after step.
import type { Role } from "@niangjia/foundation/roles";
import type { Period } from "@niangjia/foundation/workdays";
import type { Condition } from "./condition.ts";
import type {
  Adjustable,
  Arm,
  Assignee,
  BranchNode,
  ByRule,
  CopyNode,
  DecisionNode,
  Definition,
  FieldRight,
  FlowNode,
  OnTimeout,
  Signers,
  SubNode,
  Term,
  Votes,
  WaitNode,
} from "./definition.ts";
import { faultIn } from "./faults.ts";
import { unionWords } from "./words.ts";

/** Terms, as `within: workdays(2)`; how each is counted is said in `foundation/workdays.ts`. */
export const workdays = (count: number): Period => ({ workdays: count });
export const days = (count: number): Period => ({ days: count });

/** What a rule of the room sets, for the place of the case and the day its clock starts. */
export const byRule = (rule: string): ByRule => ({ rule });

export const postOf = (role: Role, at: string): Assignee => ({ role, at });
export const officerOf = (at: string): Assignee => postOf("officer", at);
export const chairOf = (at: string): Assignee => postOf("chair", at);
export const cadreOf = (at: string): Assignee => postOf("cadre", at);
/** Whoever holds the post that was chosen in a field of the form. */
export const chosen = (role: Role, at: string, field: string): Assignee => ({
  role,
  at,
  named: field,
});
/** Whoever handed the case in, asked to decide something themselves. */
export const applicant = (role: Role = "worker", at = "union"): Assignee => ({
  role,
  at,
  named: "applicant",
});

export const anySign = (...of: Assignee[]): Signers => ({ sign: "any", of });
export const allSign = (...of: Assignee[]): Signers => ({ sign: "all", of });
export const signInOrder = (...of: Assignee[]): Signers => ({ sign: "order", of });
export const voteOf = (votes: Votes, ...of: Assignee[]): Signers => ({ sign: "votes", of, votes });
/** 二分之一以上 as `atLeast(1, 2)`; 过半数 as `moreThan(1, 2)`; three of five as `atLeast(3, 5)`. */
export const atLeast = (numerator: number, denominator: number): Votes => ({
  rule: "at-least",
  part: [numerator, denominator],
});
export const moreThan = (numerator: number, denominator: number): Votes => ({
  rule: "more-than",
  part: [numerator, denominator],
});

export interface DecisionOptions {
  readonly id?: string;
  readonly title?: string;
  readonly verb?: string;
  readonly within?: Term;
  readonly onTimeout?: OnTimeout;
  readonly escalateTo?: Assignee;
  readonly distinct?: boolean;
  readonly repeats?: "skip";
  readonly amber?: number;
  readonly extendable?: number | ByRule;
  readonly rights?: Readonly<Record<string, FieldRight>>;
  readonly adjustable?: Adjustable;
  readonly basis?: string;
}

/** A step that may still lack the id its flow gives it. */
type Unnamed<N extends FlowNode> = Omit<N, "id"> & { readonly id?: string };
export type Step =
  | Unnamed<DecisionNode>
  | Unnamed<CopyNode>
  | Unnamed<WaitNode>
  | Unnamed<SubNode>
  | UnnamedBranch;
type UnnamedBranch = Omit<BranchNode, "id" | "arms"> & {
  readonly id?: string;
  readonly arms: readonly UnnamedArm[];
};
type UnnamedArm = Omit<Arm, "id" | "nodes"> & {
  readonly id?: string;
  readonly nodes: readonly Step[];
};

function decision(
  kind: DecisionNode["kind"],
  who: Assignee | Signers,
  options: DecisionOptions,
): Unnamed<DecisionNode> {
  const signers = "sign" in who ? who : anySign(who);
  const { id, within = null, onTimeout = "remind", escalateTo = null, distinct = false } = options;
  const { verb, repeats, amber, extendable, rights, adjustable, basis } = options;
  const title = options.title ?? unionWords(signers.of) + (kind === "review" ? "审核" : "审批");
  return {
    ...{ kind, id, title, signers, within, onTimeout, escalateTo, distinct },
    ...(verb !== undefined && { verb }),
    ...(repeats && { repeats }),
    ...(amber !== undefined && { amber }),
    ...(extendable !== undefined && { extendable }),
    ...(rights && { rights }),
    ...(adjustable && { adjustable }),
    ...(basis !== undefined && { basis }),
  };
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

type WaitOptions = Pick<DecisionOptions, "id" | "title" | "adjustable" | "basis">;
type NoticeOptions = WaitOptions & Pick<WaitNode, "dealWithin">;

/** Lets a term pass before the next step. */
export const wait = (within: Term, options: WaitOptions = {}): Unnamed<WaitNode> => ({
  kind: "wait",
  title: "等候期满",
  within,
  ...options,
});

/**
 * 公示: everybody the union speaks for may object; `objections` deals with it while the clock stands.
 */
export const notice = (
  within: Term,
  objections: Assignee,
  options: NoticeOptions = {},
): Unnamed<WaitNode> => ({ kind: "notice", title: "公示", within, objections, ...options });

type SubOptions = Partial<Pick<SubNode, "id" | "title" | "each" | "facts" | "wait" | "onFailure">>;

/** Begins a case of another function; waits for its end unless told not to. */
export const sub = (fn: string, options: SubOptions = {}): Unnamed<SubNode> => ({
  kind: "sub",
  title: "办理关联事项",
  function: fn,
  facts: {},
  wait: true,
  onFailure: "reject",
  ...options,
});

export const arm = (title: string, when: Condition, ...nodes: Step[]): UnnamedArm => ({
  title,
  when,
  nodes,
});
/** The arm that is taken when no other holds; in a fork of all arms, simply one of them. */
export const otherwise = (title: string, ...nodes: Step[]): UnnamedArm => ({ title, nodes });

const branch =
  (take: BranchNode["take"], title: string) =>
  (...arms: UnnamedArm[]): UnnamedBranch => ({ kind: "branch", title, take, arms });

/** The first arm whose condition holds. */
export const choose = branch("one", "按情况办理");
/** Every arm whose condition holds, at the same time. */
export const chooseSeveral = branch("several", "按情况同时办理");
/** All arms at the same time. */
export const together = branch("all", "同时办理");

class Ids {
  readonly #count = new Map<string, number>();

  /** An id of its own, else the kind and, from the second on, which of the kind it is. */
  of(id: string | undefined, kind: string): string {
    const nth = (this.#count.get(kind) ?? 0) + 1;
    this.#count.set(kind, nth);
    return id ?? (nth === 1 ? kind : `${kind}-${nth}`);
  }
}

function named(steps: readonly Step[], ids: Ids): FlowNode[] {
  return steps.map((step): FlowNode => {
    const id = ids.of(step.id, step.kind);
    if (step.kind !== "branch") return { ...step, id };
    const arms = step.arms.map((one, index) => ({
      ...one,
      id: one.id ?? `${id}.${index + 1}`,
      nodes: named(one.nodes, ids),
    }));
    return { ...step, id, arms };
  });
}

export interface FlowOptions {
  /** The term of the whole case. */
  readonly within?: Term;
  readonly overseer?: Assignee;
}

/**
 * Steps one after another. A step without an id is called after its kind (`review`, `review-2`).
 * Throws when the definition could not run: that is a mistake in the code which builds it.
 */
export const flow = (...steps: Step[]): Definition => timed({}, ...steps);

/** A flow whose whole case has a term. */
export function timed(options: FlowOptions, ...steps: Step[]): Definition {
  const definition: Definition = { nodes: named(steps, new Ids()), ...options };
  const fault = faultIn(definition);
  if (fault) throw new Error(`flow: ${fault}`);
  return definition;
}
