// Seats (办理岗位): from who a definition means to the very post at the very union.
import { contains, findParent } from "@niangjia/foundation/orgpath";
import type { Role } from "@niangjia/foundation/roles";
import type { Assignee, DecisionNode } from "./definition.ts";
import type { Env, Lineage } from "./outcome.ts";
import { identities, type Party, type Seat } from "./state.ts";

type Unions = Readonly<Record<string, Lineage>>;

/** The seat meant, or undefined when there is no such union, as a parent of the top. */
export function seatOf({ role, at }: Assignee, unions: Unions): Seat | undefined {
  const [field = "", ...steps] = at.split(".");
  const line = steps.reduce(climb, unions[field] ?? []);
  return line[0] && (heldOn(line, role) ?? { role, orgPath: line[0].orgPath });
}

function climb(lineage: Lineage, step: string): Lineage {
  if (step === "parent") return lineage.slice(1);
  const found = lineage.findIndex(({ level }) => level === step);
  return found === -1 ? [] : lineage.slice(found);
}

const standIns: Partial<Record<Role, readonly Role[]>> = {
  officer: ["officer", "cadre", "chair"],
  chair: ["chair", "cadre"],
  cadre: ["cadre", "chair"],
};

/** Who does the work of a role, nearest first; what somebody is asked for their craft, only their like. */
export const standInsOf = (role: Role): readonly Role[] => standIns[role] ?? [role];

/** Nobody there → up: the first seat on the way to the top that somebody holds. */
function heldOn(line: Lineage, role: Role): Seat | undefined {
  for (const { orgPath, held } of line) {
    if (held === undefined) return { role, orgPath };
    const found = standInsOf(role).find((one) => held.includes(one));
    if (found) return { role: found, orgPath };
  }
  return undefined;
}

/** Each seat once: two path expressions may find the same post. */
export const distinctSeats = <S extends Seat>(seats: readonly S[]): S[] =>
  seats.filter((seat, index) => seats.findIndex((other) => sameSeat(seat, other)) === index);

export const sameSeat = (one: Seat, other: Seat) =>
  one.role === other.role && one.orgPath === other.orgPath;

/**
 * Where a late task goes: to the seat the definition names, while that lies at or above the task's
 * union and is not the seat that was late; else to the same role one up. Undefined at the top.
 */
export function seatAbove(late: Seat, named: Seat | undefined): Seat | undefined {
  if (named && contains(named.orgPath, late.orgPath) && !sameSeat(late, named)) return named;
  const orgPath = findParent(late.orgPath);
  return orgPath && { role: late.role, orgPath };
}

/** A seat asked to sign, with what the way of signing needs to know of it. */
export interface Asked extends Seat {
  readonly holder?: Party;
  readonly given?: true;
  readonly own?: true;
  readonly turn?: number;
  readonly weight?: number;
}

type Around = Pick<Env, "unions" | "posts" | "facts">;

/** The party a field of the form names, when it does. */
function partyIn(field: string, { posts, facts }: Around): Party | undefined {
  const id = facts?.[field];
  return typeof id === "string" ? posts?.[id] : undefined;
}

/** Somebody whose seat is that of the step. */
type Seatless = Omit<Party, keyof Seat>;

function askedOf(
  who: Assignee,
  around: Around,
  applicant: Seatless | undefined,
): Asked | undefined {
  const { named } = who;
  if (named === undefined) return seatOf(who, around.unions);
  if (named === "applicant") {
    const seat = applicant && seatOf(who, around.unions);
    return seat && { ...seat, holder: { ...applicant, ...seat }, given: true, own: true };
  }
  const holder = partyIn(named, around);
  if (!holder) return undefined;
  const seat = { role: holder.role, orgPath: holder.orgPath };
  return identities(holder).length > 0 ? { ...seat, holder, given: true } : seat;
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
