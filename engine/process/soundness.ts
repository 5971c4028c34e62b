// Soundness (流程检查): what would keep a case from being decided, found before anybody publishes.
import { type Condition, fieldsAsked, not } from "./condition.ts";
import {
  type Arm,
  type Assignee,
  allNodes,
  assigneesOf,
  type BranchNode,
  type Definition,
  type FlowNode,
  isDecision,
} from "./definition.ts";
import { faultIn } from "./faults.ts";
import { type Fields, feasible } from "./feasible.ts";
import type { Form } from "./form.ts";
import { fieldsOf } from "./form-description.ts";
import { neverAsked } from "./hand.ts";

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
    | ("cannot-fire" | "fires-twice" | "unknown-field" | "unknown-place" | "nobody" | "ring");
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

/**
 * How a step is come to: what must hold there, and how often each field may have been rewritten.
 */
interface Way {
  readonly path: readonly Stop[];
  readonly given: readonly Condition[];
  readonly written: ReadonlyMap<string, number>;
}

interface Check {
  readonly fields: Fields | undefined;
  readonly others: Others | undefined;
  readonly found: Unsound[];
}

/** Follows a line of steps; gives how often each field was written at its end. */
function follow(nodes: readonly FlowNode[], from: Way, check: Check): Way["written"] {
  let way = from;
  for (const node of nodes) {
    way = { ...way, path: [...way.path, node] };
    check.found.push(...faultsAt(node, way, check));
    if (node.kind === "branch") way = { ...way, written: fork(node, way, check) };
    if (isDecision(node)) way = { ...way, written: writtenAt(node.rights, way.written) };
  }
  return way.written;
}

function writtenAt(rights: Readonly<Record<string, string>> = {}, before: Way["written"]) {
  const after = new Map(before);
  for (const [name, right] of Object.entries(rights)) {
    if (right === "write") after.set(name, (after.get(name) ?? 0) + 1);
  }
  return after;
}

function fork(node: BranchNode, way: Way, check: Check): Way["written"] {
  const ends = node.arms.map((arm) => {
    const given = [...way.given, ...conditionsOf(node, arm).map((one) => asWritten(one, way))];
    const inside = { ...way, given, path: [...way.path, arm] };
    check.found.push(...unknownIn(arm.when ? fieldsAsked(arm.when) : [], inside, check.fields));
    if (feasible(given, check.fields)) return follow(arm.nodes, inside, check);
    check.found.push(unsound(inside.path, "unreachable", "条件不可能成立，永远走不到这一路。"));
    return way.written;
  });
  return new Map(ends.flatMap((end) => [...end]).sort(([, one], [, other]) => one - other));
}

/** What must hold for an arm to be taken: of one fork, also that none before it was. */
function conditionsOf({ take, arms }: BranchNode, arm: Arm): Condition[] {
  const others = arms.filter((one) => one !== arm && one.when);
  const before = arm.when ? others.filter((one) => arms.indexOf(one) < arms.indexOf(arm)) : others;
  const refused = take === "all" || (take === "several" && arm.when) ? [] : before;
  return [...(arm.when ? [arm.when] : []), ...refused.map(({ when }) => not(when!))];
}

/** A field a handler may have written is another than the one an earlier condition asked about. */
function asWritten(condition: Condition, way: Way): Condition {
  if ("all" in condition) return { all: condition.all.map((one) => asWritten(one, way)) };
  if ("any" in condition) return { any: condition.any.map((one) => asWritten(one, way)) };
  if ("not" in condition) return { not: asWritten(condition.not, way) };
  return { ...condition, field: nameNow(condition.field, way) };
}

const nameNow = (field: string, { written }: Way): string =>
  written.has(field) ? `${field}#${written.get(field)}` : field;

function faultsAt(node: FlowNode, way: Way, check: Check): Unsound[] {
  const raised = isDecision(node) && node.escalateTo ? [node.escalateTo] : [];
  const who = [...assigneesOf(node), ...raised].flatMap((one) =>
    faultsOfWho(one, way, check.fields),
  );
  if (node.kind !== "sub") return who;
  const given = Object.values(node.facts).flatMap((fact) => ("field" in fact ? fact.field : []));
  const asked = [...(node.each ? [node.each.field] : []), ...given];
  const ring = check.others && ringFrom(node.function, check.others);
  return [
    ...unknownIn(asked, way, check.fields),
    ...(ring
      ? [unsound(way.path, "ring", `关联事项会再办起本事项（${ring.join(" → ")}），没有尽头。`)]
      : []),
  ];
}

function unknownIn(names: readonly string[], way: Way, fields: Fields | undefined): Unsound[] {
  return [...new Set(names)].flatMap((name) => {
    const field = fields?.get(name);
    if (!fields || (field && (field.by !== "handler" || way.written.has(name)))) return [];
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
  const mayLack =
    !way.written.has(named) && feasible([...way.given, { field: named, filled: false }], fields);
  if (unknown.length > 0) return [...found, ...unknown];
  return mayLack
    ? [
        ...found,
        unsound(
          way.path,
          "nobody",
          `办理人由“${fields.get(named)?.label}”指定，而这一项可以不填。`,
        ),
      ]
    : found;
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
