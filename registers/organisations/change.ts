// Changing facts (信息变更): verified facts change from a day on, and what was before stays known.
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, type Day, dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { pinyinOfOrganisation } from "@niangjia/foundation/names";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { enterCodes } from "./add.ts";
import { refusals } from "./contract.ts";
import * as events from "./events.ts";
import { allFacts, endFacts, type Fact, factsHolding, openFacts } from "./fact-store.ts";
import {
  type ClearableFacts,
  type FactField,
  type FactValue,
  factFields,
  factNames,
  isNeeded,
  plainFacts,
  type Source,
} from "./facts.ts";
import { getUnion } from "./find.ts";
import { refuseDivision } from "./place.ts";
import { dropCodes, insertFacts } from "./plant-store.ts";
import {
  bearerOf,
  holdUnions,
  livingSibling,
  type Union,
  unionById,
  updateUnion,
} from "./store.ts";

export interface FactsChange {
  readonly unionId: string;
  /** From this day the new facts hold; not after today, not before the facts they follow. */
  readonly fromDay: Day;
  /** Null says that a fact no longer holds; what is not named stays. */
  readonly facts: ClearableFacts;
}

/** One field on its way from a value to another. */
interface Step {
  readonly field: FactField;
  readonly before: Fact | undefined;
  readonly value: FactValue | null;
}

function stepsOf(known: readonly Fact[], facts: ClearableFacts): Step[] {
  return factNames.flatMap((field): Step[] => {
    const value = facts[field];
    if (value === undefined) return [];
    const before = known.find((fact) => fact.field === field);
    return value === (before?.value ?? null) ? [] : [{ field, before, value }];
  });
}

function refuseUnfit(act: Act, fromDay: Day, steps: readonly Step[]): void {
  if (fromDay > dayOf(act.now)) throw refuse(refusals.dayInFuture);
  for (const { field, before, value } of steps) {
    if (before && before.fromDay > fromDay) {
      throw refuse(refusals.dayTooEarly, { words: { day: before.fromDay } });
    }
    if (value === null && isNeeded(field)) {
      throw refuse(refusals.factNeeded, { words: { title: factFields[field].title } });
    }
  }
}

async function refuseTakenName(act: Act, union: Union, steps: readonly Step[]): Promise<void> {
  const name = steps.find(({ field }) => field === "name")?.value;
  if (typeof name !== "string" || union.parentId === null) return;
  if (await livingSibling(act, union.parentId, name)) {
    throw refuse(refusals.nameTaken, { words: { name, parent: "同一上级" } });
  }
}

/** A federation is made of no union whose division is that of others, and keeps to its own. */
async function refuseUnfitDivision(act: Act, union: Union, steps: readonly Step[]): Promise<void> {
  const changed = Object.fromEntries(
    steps.flatMap(({ field, value }) =>
      field === "kind" || field === "division" ? [[field, String(value)]] : [],
    ),
  );
  if (Object.keys(changed).length === 0) return;
  const parent = union.parentId === null ? undefined : await unionById(act, union.parentId);
  refuseDivision({ ...union, ...changed }, parent);
}

/** The union's own row shows what holds now of name, kind and division. */
async function mirror(act: Act, union: Union, steps: readonly Step[]): Promise<void> {
  const changed = Object.fromEntries(
    steps.filter(({ field }) => isNeeded(field)).map(({ field, value }) => [field, value]),
  );
  if (Object.keys(changed).length === 0) return;
  const { full, initials } = pinyinOfOrganisation(String(changed.name ?? union.name));
  await updateUnion(act, union.id, { ...changed, pinyin: full, initials });
}

const roles = { uscc: "own", employerUscc: "employer" } as const;

async function mirrorCodes(act: Act, union: Union, steps: readonly Step[]): Promise<void> {
  for (const { field, before, value } of steps) {
    if (field !== "uscc" && field !== "employerUscc") continue;
    const role = roles[field];
    // A union that several firms have keeps the codes of the others.
    if (before) await dropCodes(act, union.id, { role, uscc: String(before.value) });
    if (value !== null) await enterCodes(act, [{ uscc: String(value), role, union_id: union.id }]);
  }
}

/** The steps a change takes. Refuses days and values that do not fit. */
async function planned(act: Act, union: Union, change: FactsChange): Promise<Step[]> {
  if (union.state === "closed") throw refuse(refusals.closed, { words: { name: union.name } });
  const steps = stepsOf(await openFacts(act, union.id), plainFacts(change.facts));
  refuseUnfit(act, change.fromDay, steps);
  await refuseUnfitDivision(act, union, steps);
  await refuseTakenName(act, union, steps);
  return steps;
}

async function refuseBorne(act: Act, union: Union, steps: readonly Step[]): Promise<void> {
  const code = steps.find(({ field }) => field === "uscc")?.value;
  const bearer = typeof code === "string" ? await bearerOf(act, code) : undefined;
  if (bearer && bearer.id !== union.id) {
    throw refuse(refusals.usccBorne, { words: { name: bearer.name } });
  }
}

/** The fields `changeFacts` would change now; refuses what it would refuse, and writes nothing. */
export async function checkChange(act: Act, change: FactsChange): Promise<FactField[]> {
  const union = await getUnion(act, change.unionId);
  const steps = await planned(act, union, change);
  await refuseBorne(act, union, steps);
  return steps.map(({ field }) => field);
}

/**
 * Changes facts from a day on: each open row ends the day before and the next one begins. Values
 * that are already so change nothing. Answers the fields that changed, and tells
 * `organisations.changed` when there are any.
 */
export async function changeFacts(
  act: Act,
  change: FactsChange,
  source: Source,
): Promise<FactField[]> {
  const { unionId, fromDay } = change;
  const [union] = await holdUnions(act, [unionId], "alone");
  if (!union) throw refuse(refusals.notFound);
  const steps = await planned(act, union, change);
  if (steps.length === 0) return [];
  const ended = steps.flatMap(({ before }) => before?.id ?? []);
  await endFacts(act, ended, addCalendarDays(fromDay, -1));
  const begun = steps.flatMap(({ field, value }) => (value === null ? [] : { field, value }));
  await insertFacts(
    act,
    begun.map(({ field, value }) => ({
      id: newId(act.now),
      union_id: unionId,
      org_path: union.path,
      field,
      value,
      from_day: fromDay,
      source: source.kind,
      source_id: source.id,
    })),
  );
  await mirror(act, union, steps);
  await mirrorCodes(act, union, steps);
  const fields = steps.map(({ field }) => field);
  await emit(act, events.changed(union.path, { unionId, fields }));
  return fields;
}

/** What was known to hold on a day, by field. */
export async function factsOn(
  act: Act,
  unionId: string,
  day: Day,
): Promise<Partial<Record<FactField, Fact>>> {
  const facts = await factsHolding(act, unionId, day);
  return Object.fromEntries(facts.map((fact) => [fact.field, fact]));
}

/** Every fact ever, newest first within each field. */
export const factHistory = (act: Act, unionId: string): Promise<Fact[]> => allFacts(act, unionId);
