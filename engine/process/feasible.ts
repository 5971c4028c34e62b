// Feasible (条件可否成立): whether some filling in of a form satisfies conditions all at once.
import { type CaseFacts, type Condition, fieldsAsked, holdsSoFar } from "./condition.ts";
import type { Field, When } from "./form.ts";

export type Fields = ReadonlyMap<string, Field>;

/** So many fields are filled in, one after another, before the search is given up. */
const most = 50_000;

/**
 * Whether the conditions can hold together; undefined when too many fillings would have to be tried
 * to say so. A field named `amount#2` is the field `amount` after a handler may have written it.
 * Without a form a field may be anything its conditions speak of.
 */
export function feasible(conditions: readonly Condition[], fields?: Fields): boolean | undefined {
  const asked = withReasons([...new Set(conditions.flatMap(fieldsAsked))], fields);
  const values = asked.map((name) => valuesOf(name, conditions, fields));
  let tried = 0;
  const search = (facts: CaseFacts, at: number): boolean | undefined => {
    const name = asked[at];
    if (name === undefined) return true;
    for (const value of values[at]!) {
      tried += 1;
      if (tried > most) return undefined;
      const filled = { ...facts, [name]: value };
      const found = mayStillHold(conditions, filled, fields) ? search(filled, at + 1) : false;
      if (found !== false) return found;
    }
    return false;
  };
  return conditions.every((one) => mayHold(one, {})) && search({}, 0);
}

/** Nothing that is filled in so far speaks against it. */
const mayStillHold = (
  conditions: readonly Condition[],
  facts: CaseFacts,
  fields: Fields | undefined,
): boolean =>
  Object.keys(facts).every((name) => isShownRight(name, facts, fields)) &&
  conditions.every((one) => mayHold(one, facts));

const mayHold = (condition: Condition, facts: CaseFacts): boolean =>
  holdsSoFar(condition, facts, (field) => !Object.hasOwn(facts, field)) !== false;

/** The fields asked about, and those that decide whether these are shown. */
function withReasons(names: readonly string[], fields: Fields | undefined): string[] {
  const reasons = names.flatMap((name) => fields?.get(name)?.when?.field ?? []);
  const more = reasons.filter((name) => !names.includes(name));
  return more.length > 0 ? withReasons([...names, ...new Set(more)], fields) : [...names];
}

/**
 * As the applicant leaves the form: what is shown and required is filled, what is hidden is not.
 * What is not known yet to be shown may be either.
 */
function isShownRight(name: string, facts: CaseFacts, fields: Fields | undefined): boolean {
  const field = fields?.get(name);
  if (!field || (field.when && !Object.hasOwn(facts, field.when.field))) return true;
  const isShown = field.by !== "handler" && (!field.when || isMet(field.when, facts));
  if (!isShown) return facts[name] === undefined;
  return facts[name] !== undefined || !field.required;
}

const isMet = ({ field, is }: When, facts: CaseFacts): boolean => {
  const wanted: readonly unknown[] = Array.isArray(is) ? is : [is];
  return wanted.includes(facts[field]);
};

/** One value for each way the conditions can tell values apart; undefined is nothing given. */
function valuesOf(name: string, conditions: readonly Condition[], fields: Fields | undefined) {
  const field = fields?.get(name.split("#")[0] ?? name);
  const spoken = leavesOf(conditions).filter((leaf) => leaf.field === name);
  const reasons = [...(fields?.values() ?? [])].flatMap(({ when }) =>
    when?.field === name ? when.is : [],
  );
  const words = [...spoken.flatMap((leaf) => ("is" in leaf ? leaf.is : [])), ...reasons];
  const bounds = spoken.flatMap((leaf) =>
    "from" in leaf ? leaf.from : "below" in leaf ? leaf.below : [],
  );
  return [...new Set([undefined, ...candidates(field, words, bounds)])];
}

function candidates(
  field: Field | undefined,
  words: readonly unknown[],
  bounds: readonly number[],
): readonly unknown[] {
  switch (field?.kind) {
    case "yes-no":
      return [true, false];
    case "choice":
      return typeof field.choices === "string" ? [...words, "其他"] : Object.keys(field.choices);
    case "number":
      return pointsAround(bounds, field.min, field.max, field.decimals);
    case "money":
      return pointsAround(bounds, field.minFen, field.maxFen, 0);
    case undefined:
      return [...words, "其他", ...pointsAround(bounds, -Infinity, Infinity, 9)];
    default:
      return [...words, "其他"];
  }
}

/** Each bound, something between two of them, below the first and above the last. */
function pointsAround(bounds: readonly number[], min: number, max: number, decimals: number) {
  const sorted = [...new Set([min, ...bounds, max])].filter(Number.isFinite).sort((a, b) => a - b);
  const between = sorted.slice(1).map((bound, index) => {
    const middle = (bound + sorted[index]!) / 2;
    return decimals === 0 ? Math.floor(middle) : middle;
  });
  const first = sorted[0] ?? 0;
  return [first - 1, ...sorted, ...between, (sorted.at(-1) ?? 0) + 1].filter(
    (point) => point >= min && point <= max,
  );
}

type Leaf = Extract<Condition, { readonly field: string }>;

const leavesOf = (conditions: readonly Condition[]): Leaf[] =>
  conditions.flatMap((condition) => {
    if ("all" in condition) return leavesOf(condition.all);
    if ("any" in condition) return leavesOf(condition.any);
    return "not" in condition ? leavesOf([condition.not]) : [condition];
  });
