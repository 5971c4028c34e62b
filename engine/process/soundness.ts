// Soundness (流程检查): what would keep a case from being decided, found before anybody publishes.
import { type Condition, fieldsAsked, filled, not } from "./condition.ts";
import {
  type Assignee,
  allNodes,
  assigneesOf,
  type BranchNode,
  type DecisionNode,
  type Definition,
  type FlowNode,
  isDecision,
} from "./definition.ts";
import { faultIn } from "./faults.ts";
import { type Fields, feasible } from "./feasible.ts";
import type { Form } from "./form.ts";
import { fieldsOf } from "./form-description.ts";
import { neverAsked } from "./hand.ts";
import { fieldOf, isKnown, wrongOfEach } from "./several.ts";
import {
  type ArmEnd,
  afterJoin,
  afterStep,
  asWritten,
  conditionsOf,
  nameNow,
  surelyWritten,
  type Written,
} from "./written.ts";

/** A step or an arm on the way from the start. */
export interface Stop {
  readonly id: string;
  readonly title: string;
}

/** What is wrong, where, and how it is said to whoever drew the flow. */
export interface Unsound {
  readonly path: readonly Stop[];
  readonly fault:
    | ("malformed" | "unreachable" | "endless" | "loop" | "unstructured")
    | (
        | "cannot-fire"
        | "fires-twice"
        | "unproven"
        | "unknown-field"
        | "unknown-place"
        | "nobody"
        | "ring"
      );
  readonly say: string;
}

export const unsound = (path: readonly Stop[], fault: Unsound["fault"], words: string): Unsound => {
  const way = path.map(({ title }) => title).join(" → ");
  return { path, fault, say: way === "" ? words : `${way}：${words}` };
};

/** The other functions of the house, to see which begin one another. */
export interface Others {
  readonly self: string;
  readonly find: (name: string) => Definition | undefined;
}

/**
 * Everything that could keep a case from its end; none when it may be published. Without a form its
 * fields and places are not looked at, without others no ring of sub-cases.
 */
export function soundness(definition: Definition, form?: Form, others?: Others): Unsound[] {
  const fault = faultIn(definition);
  if (fault) return [unsound([start], "malformed", `流程写法有误（${fault}）。`)];
  const fields = form && new Map(fieldsOf(form));
  const found: Unsound[] = [];
  const { overseer } = definition;
  const way: Way = { path: [start], given: [], written: new Map() };
  if (overseer) found.push(...faultsOfWho(overseer, way, fields));
  follow(definition.nodes, way, { fields, others, found });
  return found;
}

const start: Stop = { id: "submit", title: "提交申请" };

/** How a step is come to: what must hold there, and what may have been written before it. */
interface Way {
  readonly path: readonly Stop[];
  readonly given: readonly Condition[];
  readonly written: Written;
}

interface Check {
  readonly fields: Fields | undefined;
  readonly others: Others | undefined;
  readonly found: Unsound[];
}

/** Follows a line of steps; gives what was written at its end. */
function follow(nodes: readonly FlowNode[], from: Way, check: Check): Written {
  let way = from;
  for (const node of nodes) {
    way = { ...way, path: [...way.path, node] };
    check.found.push(...faultsAt(node, way, check));
    if (node.kind === "branch") way = { ...way, written: fork(node, way, check) };
    if (isDecision(node)) way = decided(node, way, check);
  }
  return way.written;
}

/** Who was named in the form was there, or the case had not come so far. */
function decided(node: DecisionNode, { path, given, written }: Way, { fields }: Check): Way {
  const { sign, of } = node.signers;
  const named = of.flatMap(({ named: field }) =>
    field === undefined || field === "applicant" || (sign === "any" && of.length > 1)
      ? []
      : filled(nameNow(field, written)),
  );
  return { path, given: [...given, ...named], written: afterStep(node, written, fields) };
}

const unproven = "要同时看的条件太多，证明不了，请把条件写得简单些。";

function fork(node: BranchNode, way: Way, check: Check): Written {
  const ends = node.arms.flatMap((arm): ArmEnd[] => {
    const when = conditionsOf(node, arm).map((one) => asWritten(one, way.written));
    const inside = { ...way, given: [...way.given, ...when], path: [...way.path, arm] };
    check.found.push(...unknownIn(arm.when ? fieldsAsked(arm.when) : [], inside, check.fields));
    const may = feasible(inside.given, check.fields);
    if (may === undefined) check.found.push(unsound(inside.path, "unproven", unproven));
    if (may !== false) return [{ when, written: follow(arm.nodes, inside, check) }];
    check.found.push(unsound(inside.path, "unreachable", "条件不可能成立，永远走不到这一路。"));
    return [];
  });
  return ends.length > 0 ? afterJoin(node.take, ends, way.written) : way.written;
}

function faultsAt(node: FlowNode, way: Way, check: Check): Unsound[] {
  const raised = isDecision(node) && node.escalateTo ? [node.escalateTo] : [];
  const who = [...assigneesOf(node), ...raised].flatMap((one) =>
    faultsOfWho(one, way, check.fields),
  );
  if (node.kind !== "sub") return who;
  const given = Object.values(node.facts).flatMap((fact) => ("field" in fact ? fact.field : []));
  const asked = [...(node.each ? [node.each.field] : []), ...given];
  const ring = check.others && ringFrom(node.function, check.others);
  const wrong = check.fields ? wrongOfEach(node, check.fields) : [];
  return [
    ...unknownIn(asked, way, check.fields),
    ...wrong.map((words) => unsound(way.path, "unknown-field", words)),
    ...(ring
      ? [unsound(way.path, "ring", `关联事项会再办起本事项（${ring.join(" → ")}），没有尽头。`)]
      : []),
  ];
}

function unknownIn(names: readonly string[], way: Way, fields: Fields | undefined): Unsound[] {
  return [...new Set(names)].flatMap((name) => {
    const field = fields && isKnown(name, fields) ? fields.get(fieldOf(name)) : undefined;
    if (!fields || (field && (field.by !== "handler" || way.written.has(fieldOf(name))))) return [];
    const words = field ? `“${field.label}”到这里还没有人填写。` : `表单中没有“${name}”这一项。`;
    return [unsound(way.path, "unknown-field", words)];
  });
}

/** Nobody may hold the role, the place is none of the form's, or nobody need have been chosen. */
function faultsOfWho(
  { role, at, named }: Assignee,
  way: Way,
  fields: Fields | undefined,
): Unsound[] {
  const place = at.split(".")[0] ?? at;
  const found: Unsound[] = [];
  if (fields && place !== "union" && fields.get(place)?.kind !== "union") {
    found.push(unsound(way.path, "unknown-place", `表单中没有“${place}”这个工会项。`));
  }
  if (named === "applicant") return found;
  if (neverAsked.includes(role)) {
    found.push(unsound(way.path, "nobody", "职工、会员和系统管理岗位不能办理，请改为工会岗位。"));
  }
  if (named === undefined || !fields) return found;
  const unknown = unknownIn([named], way, fields);
  return [...found, ...(unknown.length > 0 ? unknown : faultsOfChoice(named, way, fields))];
}

/** Who decides is named in a field that some way here leaves empty, or none is proven not to. */
function faultsOfChoice(named: string, { path, given, written }: Way, fields: Fields): Unsound[] {
  const field = fields.get(named);
  const isAsked = field?.required && field.by !== "handler";
  const empty = filled(isAsked ? named : nameNow(named, written));
  const may = feasible([...given, not(surelyWritten(named, written)), not(empty)], fields);
  if (may === false) return [];
  const words = `办理人由“${field?.label}”指定，而走到这里时这一项可能还没有填。`;
  return [unsound(path, may ? "nobody" : "unproven", may ? words : unproven)];
}

/** From a function begun here by way of others back to the one that is checked. */
function ringFrom(begun: string, { self, find }: Others): string[] | undefined {
  const seen = new Set<string>();
  const search = (name: string, chain: readonly string[]): string[] | undefined => {
    const here = [...chain, name];
    if (name === self) return here;
    if (seen.has(name)) return undefined;
    seen.add(name);
    const definition = find(name);
    for (const node of definition ? allNodes(definition) : []) {
      const ring = node.kind === "sub" ? search(node.function, here) : undefined;
      if (ring) return ring;
    }
    return undefined;
  };
  return search(begun, [self]);
}
