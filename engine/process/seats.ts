// Seats (办理岗位): from who a definition means to the very post at the very union.
import { contains, type OrgPath } from "@niangjia/foundation/orgpath";
import type { Role } from "@niangjia/foundation/roles";
import { type Assignee, type DecisionNode, federations } from "./definition.ts";
import type { Env, Holder, Lineage } from "./outcome.ts";
import { identities, type Party, type Seat, type Task } from "./state.ts";

type Unions = Readonly<Record<string, Lineage>>;

/** Whose work it is, and the ids of who may not do it. */
interface Sought {
  readonly role: Role;
  readonly barred: readonly string[];
}

/** The seat meant, or undefined when there is no such union, as a parent of the top. */
export function seatOf(
  { role, at }: Pick<Assignee, "role" | "at">,
  unions: Unions,
  barred: readonly string[] = [],
): Seat | undefined {
  const line = lineOf(at, unions);
  return line[0] && (heldOn(line, { role, barred }) ?? { role, orgPath: line[0].orgPath });
}

/** The same, undefined also when nobody is there nor above. */
export const heldSeatOf = (
  { role, at }: Assignee,
  unions: Unions,
  barred: readonly string[] = [],
): Seat | undefined => heldOn(lineOf(at, unions), { role, barred });

function lineOf(at: string, unions: Unions): Lineage {
  const [field = "", ...steps] = at.split(".");
  return steps.reduce(climb, unions[field] ?? []);
}

const stepsTo = (step: string): readonly string[] => (step === "federation" ? federations : [step]);

function climb(lineage: Lineage, step: string): Lineage {
  if (step === "parent") return lineage.slice(1);
  const found = lineage.findIndex(({ level }) => level && stepsTo(step).includes(level));
  return found === -1 ? [] : lineage.slice(found);
}

const standIns: Partial<Record<Role, readonly Role[]>> = {
  officer: ["officer", "cadre", "chair"],
  chair: ["chair", "cadre"],
  cadre: ["cadre", "chair"],
};

/** Who does the work of a role, nearest first; what somebody is asked for their craft, only their like. */
export const standInsOf = (role: Role): readonly Role[] => standIns[role] ?? [role];

/** Nobody who may is there → up: the first seat on the way to the top that somebody else holds. */
function heldOn(line: Lineage, { role, barred }: Sought): Seat | undefined {
  for (const { orgPath, held, holders } of line) {
    const there = holders ? rolesLeft(holders, barred) : held;
    if (there === undefined) return { role, orgPath };
    const found = standInsOf(role).find((one) => there.includes(one));
    if (found) return { role: found, orgPath };
  }
  return undefined;
}

const rolesLeft = (holders: readonly Holder[], barred: readonly string[]): Role[] =>
  holders
    .filter((one) => !identities(one).some((id) => barred.includes(id)))
    .map(({ role }) => role);

/** Each seat once: two path expressions may find the same post. */
export const distinctSeats = <S extends Seat>(seats: readonly S[]): S[] =>
  seats.filter((seat, index) => seats.findIndex((other) => sameSeat(seat, other)) === index);

export const sameSeat = (one: Seat, other: Seat) =>
  one.role === other.role && one.orgPath === other.orgPath;

/** A task that is late, as far as it matters where it goes. */
type Late = Pick<Task, "role" | "orgPath" | "excluded">;

/**
 * Where a late task goes: to the seat the definition names, while that lies at or above the task's
 * union and is not the seat that was late; else to whoever does such work further up. Undefined where
 * nobody is, as at the top.
 */
export function seatAbove(late: Late, named: Assignee | null, unions: Unions): Seat | undefined {
  const { role, orgPath, excluded: barred } = late;
  const seat = named ? heldSeatOf(named, unions, barred) : undefined;
  if (seat && contains(seat.orgPath, orgPath) && !sameSeat(late, seat)) return seat;
  const above = lineFrom(orgPath, unions).filter((one) => one.orgPath !== orgPath);
  return heldOn(above, { role, barred });
}

/** A union and those above it, nearest first, by the line that knows most of them. */
const lineFrom = (path: OrgPath, unions: Unions): Lineage =>
  Object.values(unions)
    .map((line) => line.filter(({ orgPath }) => contains(orgPath, path)))
    .reduce((most, line) => (line.length > most.length ? line : most), []);

/** A seat asked to sign, with what the way of signing needs to know of it. */
export interface Asked extends Seat {
  readonly holder?: Party;
  readonly given?: true;
  readonly own?: true;
  readonly turn?: number;
  readonly weight?: number;
}

type Around = Pick<Env, "unions" | "posts" | "facts"> & {
  /** Who may not decide at the step that is asked. */
  readonly barred?: readonly string[];
};

/** The post a field of the form names, when it does. */
function postIn(field: string, { facts }: Around): string | undefined {
  const id = facts?.[field];
  return typeof id === "string" ? id : undefined;
}

/** Somebody whose seat is that of the step. */
type Seatless = Omit<Party, keyof Seat>;

function askedOf(
  who: Assignee,
  around: Around,
  applicant: Seatless | undefined,
): Asked | undefined {
  const { named } = who;
  if (named === undefined) return seatOf(who, around.unions, around.barred);
  if (named === "applicant") {
    const seat = applicant && seatOf(who, around.unions);
    return seat && { ...seat, holder: { ...applicant, ...seat }, given: true, own: true };
  }
  const post = postIn(named, around);
  if (post === undefined) return undefined;
  const holder = around.posts?.[post];
  // Whoever was chosen is gone since: it is asked of who does such work.
  if (!holder) return seatOf(who, around.unions, around.barred);
  const seat = { role: holder.role, orgPath: holder.orgPath };
  const { unions, barred = [] } = around;
  const ids = identities(holder);
  const isThere = ids.length > 0 && !ids.some((id) => barred.includes(id));
  if (isThere) return { ...seat, holder, given: true };
  const line = lineFrom(seat.orgPath, unions);
  const isKnown = line[0]?.orgPath === seat.orgPath;
  return (isKnown && heldOn(line, { role: seat.role, barred })) || seat;
}

/**
 * All seats of a step, or undefined when one of its unions is not there. 会签 needs every one it
 * names; for 或签 those that exist will do, as long as there is one.
 */
export function askedAt(
  { signers }: DecisionNode,
  around: Around,
  applicant: Seatless | undefined,
): Asked[] | undefined {
  const { sign, of, votes } = signers;
  const asked = of.map((who) => askedOf(who, around, applicant));
  const found = asked.flatMap((seat, index): Asked[] => {
    if (!seat) return [];
    const weight = votes?.weights?.[index];
    return [{ ...seat, ...(weight !== undefined && { weight }) }];
  });
  if (found.length < (sign === "any" ? 1 : of.length)) return undefined;
  const once = distinctAsked(found, sign === "votes");
  return sign === "order" ? once.map((seat, turn) => ({ ...seat, turn })) : once;
}

/** Who is named by person stays beside another of the same seat; votes of one seat are added up. */
function distinctAsked(asked: readonly Asked[], adding: boolean): Asked[] {
  const kept: Asked[] = [];
  for (const seat of asked) {
    const at = kept.findIndex((other) => sameAsked(seat, other));
    const before = kept[at];
    if (!before) kept.push(seat);
    else if (adding) kept[at] = { ...before, weight: weightOf(before) + weightOf(seat) };
  }
  return kept;
}

const sameAsked = (one: Asked, other: Asked) =>
  sameSeat(one, other) && one.holder?.accountId === other.holder?.accountId;

export const weightOf = ({ weight = 1 }: Pick<Asked, "weight">): number => weight;
