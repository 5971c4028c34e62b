// Overtaken (被抢先): what two acts did to one thing at once, so that one of them has to look again.
import { DatabaseError } from "pg";

const uniqueViolation = "23505";
const watched = new Set<string>();

/**
 * Names a unique constraint that is broken only by an act which did not know what another had just done: it is undone
 * and runs again.
 */
export const overtakenWhen = (constraint: string): void => {
  watched.add(constraint);
};

export const wasOvertaken = (error: unknown): boolean =>
  error instanceof DatabaseError &&
  error.code === uniqueViolation &&
  watched.has(error.constraint ?? "");
