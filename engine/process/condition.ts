// Conditions (条件): which arm a case takes, as data, so that it can be stored, compared and shown.

/** What a form holds, by field: what a case is asked about. */
export type CaseFacts = Readonly<Record<string, unknown>>;

export type Condition =
  | { readonly field: string; readonly is: readonly (string | boolean)[] }
  | { readonly field: string; readonly from: number }
  | { readonly field: string; readonly below: number }
  | { readonly field: string; readonly filled: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const is = (field: string, ...values: (string | boolean)[]): Condition => ({
  field,
  is: values,
});
/** Numbers, and money in 分: `from` itself counts, `below` itself does not. */
export const from = (field: string, value: number): Condition => ({ field, from: value });
export const below = (field: string, value: number): Condition => ({ field, below: value });
export const filled = (field: string): Condition => ({ field, filled: true });
export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });

/** A fact nobody gave holds for nothing but `filled: false` and what negates another condition. */
export function holds(condition: Condition, facts: CaseFacts): boolean {
  if ("all" in condition) return condition.all.every((one) => holds(one, facts));
  if ("any" in condition) return condition.any.some((one) => holds(one, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  const fact = facts[condition.field];
  if ("filled" in condition) return (fact !== undefined && fact !== null) === condition.filled;
  if ("is" in condition) return condition.is.includes(fact as string | boolean);
  if (typeof fact !== "number") return false;
  return "from" in condition ? fact >= condition.from : fact < condition.below;
}

/** The same while some fields are still to be filled: undefined where it depends on one of them. */
export function holdsSoFar(
  condition: Condition,
  facts: CaseFacts,
  isPending: (field: string) => boolean,
): boolean | undefined {
  const soFar = (one: Condition) => holdsSoFar(one, facts, isPending);
  if ("all" in condition) return firstSure(condition.all.map(soFar), false);
  if ("any" in condition) return firstSure(condition.any.map(soFar), true);
  if ("not" in condition) {
    const inner = soFar(condition.not);
    return inner === undefined ? undefined : !inner;
  }
  return isPending(condition.field) ? undefined : holds(condition, facts);
}

/** One that is `deciding` settles it; else whatever is not known leaves it open. */
function firstSure(parts: readonly (boolean | undefined)[], deciding: boolean) {
  if (parts.includes(deciding)) return deciding;
  return parts.includes(undefined) ? undefined : !deciding;
}

/** Every field a condition asks about. */
export function fieldsAsked(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(fieldsAsked);
  if ("any" in condition) return condition.any.flatMap(fieldsAsked);
  return "not" in condition ? fieldsAsked(condition.not) : [condition.field];
}

/** How a field and its values are called, for `conditionWords`. */
export interface Naming {
  readonly field: (name: string) => string;
  readonly value: (field: string, value: string | number | boolean) => string;
}

const plain: Naming = {
  field: (name) => name,
  value: (_field, value) => (typeof value === "boolean" ? (value ? "是" : "否") : String(value)),
};

/** A condition as an officer reads it. */
export function conditionWords(condition: Condition, naming: Naming = plain): string {
  if ("all" in condition) return joined(condition.all, "并且", naming);
  if ("any" in condition) return joined(condition.any, "或者", naming);
  if ("not" in condition) return `不满足“${conditionWords(condition.not, naming)}”`;
  const { field } = condition;
  const name = naming.field(field);
  if ("filled" in condition) return `${condition.filled ? "填了" : "没有填"}${name}`;
  if ("is" in condition) {
    return `${name}为${condition.is.map((value) => naming.value(field, value)).join("或")}`;
  }
  return "from" in condition
    ? `${name}不少于 ${naming.value(field, condition.from)}`
    : `${name}少于 ${naming.value(field, condition.below)}`;
}

const joined = (conditions: readonly Condition[], word: string, naming: Naming) =>
  conditions.map((one) => conditionWords(one, naming)).join(word);
