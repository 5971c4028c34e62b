// Committees (委员会): who was elected to a union's committees, seat by seat and with their days.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { type Body, type Office, offices, refusals } from "./contract.ts";
import { changeTerm, type Term } from "./fact-store.ts";
import type { Source } from "./facts.ts";
import { endSeatRows, insertSeats, type SeatRow, seatRows } from "./seat-store.ts";
import { holdUnions, type Union } from "./store.ts";

/** Heads of the audit and women's committees are called 主任. */
export function officeTitle(body: Body, office: Office): string {
  if (body === "committee") return offices[office];
  return offices[office].replace("主席", "主任");
}

/** Somebody elected to a committee. */
export interface Seat {
  readonly body: Body;
  readonly office: Office;
  readonly name: string;
  /** Their record, where they are known to be a member on file. */
  readonly personId?: string | null;
  /** Votes they were elected with. */
  readonly votes?: number | null;
}

export interface HeldSeat extends Required<Seat> {
  readonly id: string;
  readonly termId: string;
  readonly fromDay: Day;
  /** The last day in office; null while it lasts. */
  readonly toDay: Day | null;
  readonly source: Source["kind"];
  readonly sourceId: string | null;
}

/** A committee with who sits on it, and by what they came to it. */
export interface Seating {
  readonly seats: readonly Seat[];
  readonly source: Source;
}

const rowOf = (
  act: Act,
  at: { readonly union: Pick<Union, "id" | "path">; readonly termId: string; readonly day: Day },
  { seat, source }: { readonly seat: Seat; readonly source: Source },
): SeatRow => ({
  ...{ id: newId(act.now), union_id: at.union.id, org_path: at.union.path, term_id: at.termId },
  ...{ body: seat.body, office: seat.office, name: seat.name },
  ...{ person_id: seat.personId ?? null, votes: seat.votes ?? null },
  ...{ from_day: at.day, to_day: null, source: source.kind, source_id: source.id },
  ...{ by_account: act.actor.accountId, at: act.now },
});

/** Seats people in a term of a held union from a day on; who sat there before stays until they are ended. */
export const seatAll = (
  act: Act,
  at: { readonly union: Pick<Union, "id" | "path">; readonly termId: string; readonly day: Day },
  { seats, source }: Seating,
): Promise<void> =>
  insertSeats(
    act,
    seats.map((seat) => rowOf(act, at, { seat, source })),
  );

const heldSeat = (row: SeatRow): HeldSeat => ({
  ...{ id: row.id, termId: row.term_id, body: row.body, office: row.office, name: row.name },
  ...{ personId: row.person_id, votes: row.votes, fromDay: row.from_day, toDay: row.to_day },
  ...{ source: row.source, sourceId: row.source_id },
});

/** Every seat of a union, also those of earlier terms: committee by committee, the newest first. */
export async function seatHistory(act: Act, unionId: string): Promise<HeldSeat[]> {
  return (await seatRows(act, unionId)).map(heldSeat);
}

/** Who sits on the union's committees on a day. */
export async function seatsOn(act: Act, unionId: string, day: Day): Promise<HeldSeat[]> {
  const seats = await seatHistory(act, unionId);
  return seats.filter(({ fromDay, toDay }) => fromDay <= day && (toDay === null || day <= toDay));
}

export interface SeatChange {
  readonly unionId: string;
  /** In the term that runs. */
  readonly term: Pick<Term, "id" | "fromDay">;
  /** Seats that are given up, by id. */
  readonly ended: readonly string[];
  /** The last day of those, and the first of the others. */
  readonly lastDay: Day;
  readonly fromDay: Day;
  readonly seats: readonly Seat[];
}

/** Whoever leads the union: its chair, or its organiser where there is no committee. */
export const leads = ({ body, office }: Pick<Seat, "body" | "office">): boolean =>
  body === "committee" && (office === "chair" || office === "organiser");

/** Who leads the committee once it has changed; undefined when that is not touched. */
function chairAfter(
  { ended, seats }: SeatChange,
  held: readonly HeldSeat[],
): string | null | undefined {
  const next = seats.find(leads);
  if (next) return next.name;
  return held.some((seat) => ended.includes(seat.id) && leads(seat)) ? null : undefined;
}

/** Within a term: some leave their seats and others take them. Refuses days before the term began. */
export async function changeSeats(act: Act, change: SeatChange, source: Source): Promise<void> {
  const { unionId, term, ended, lastDay, fromDay, seats } = change;
  const [union] = await holdUnions(act, [unionId], "alone");
  if (!union) throw refuse(refusals.notFound);
  if (fromDay < term.fromDay) throw refuse(refusals.dayTooEarly, { words: { day: term.fromDay } });
  const chair = chairAfter(change, await seatHistory(act, unionId));
  await endSeatRows(act, unionId, { lastDay, ids: ended });
  await seatAll(act, { union, termId: term.id, day: fromDay }, { seats, source });
  if (chair !== undefined) await changeTerm(act, unionId, { chair });
}
