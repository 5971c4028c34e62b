// Seats (办理岗位): from who a definition means to the very post at the very union.
import { contains, findParent } from "@niangjia/foundation/orgpath";
import type { Assignee } from "./definition.ts";
import type { Lineage, Seat } from "./state.ts";

/** The seat meant, or undefined when there is no such union, as a parent of the top. */
export function seatOf(
  { role, at }: Assignee,
  unions: Readonly<Record<string, Lineage>>,
): Seat | undefined {
  const [field = "", ...steps] = at.split(".");
  const union = steps.reduce(climb, unions[field] ?? [])[0];
  return union && { role, orgPath: union.orgPath };
}

function climb(lineage: Lineage, step: string): Lineage {
  if (step === "parent") return lineage.slice(1);
  const found = lineage.findIndex(({ level }) => level === step);
  return found === -1 ? [] : lineage.slice(found);
}

/** Each seat once: two path expressions may find the same post. */
export const distinctSeats = (seats: readonly Seat[]): Seat[] =>
  seats.filter((seat, index) => seats.findIndex((other) => sameSeat(seat, other)) === index);

const sameSeat = (one: Seat, other: Seat) =>
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
