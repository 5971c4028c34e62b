// Seats (办理岗位): from who a definition means to the very post at the very union.
import type { Assignee } from "./definition.ts";
import type { Lineage, Seat } from "./state.ts";

/** The seat meant, or undefined when there is no such union (the top has no parent, a firm may lie under no town). */
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
 * Where a late task goes: to the seat the definition names, as long as that lies at or above the task's union and is
 * not the seat which let it go late; otherwise to the same role one union up. Undefined at the top.
 */
export function seatAbove(late: Seat, named: Seat | undefined): Seat | undefined {
  if (named && late.orgPath.startsWith(named.orgPath) && !sameSeat(late, named)) return named;
  const orgPath = late.orgPath.replace(/[^/]+\/$/, "");
  return orgPath === "/" ? undefined : { role: late.role, orgPath };
}
