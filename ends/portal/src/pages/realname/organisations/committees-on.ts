// Who is in office on a day (某日在任): of all a union's terms and seats, those that hold on it.
import type { Committees } from "../../grassroots/election/election.ts";

type Term = Committees["terms"][number];

export interface TermOn extends Term {
  /** The last day of the term: put off, or ended early, where it was. */
  readonly endDay: string;
}

const endOf = ({ toDay, extendedTo, endedDay }: Term): string => endedDay ?? extendedTo ?? toDay;

/** After every day there is. */
const latest = "9999-12-31";

/**
 * Who is in office on a day, `YYYY-MM-DD`; undefined asks for now. A term that ran out stays in office until the next
 * one is elected (工会法 art 16 ends a term, not the duties), so the newest holds on every later day too.
 */
export function inOfficeOn(terms: readonly Term[], asked: string | undefined): TermOn[] {
  const day = asked ?? latest;
  const begun = terms.filter(({ fromDay }) => fromDay <= day);
  return begun
    .filter((term) => term.endedDay === null || day <= term.endedDay)
    .map((term) => ({
      ...term,
      endDay: endOf(term),
      bodies: term.bodies
        .map(({ title, seats }) => ({
          title,
          seats: seats.filter(
            ({ fromDay, toDay }) => fromDay <= day && (toDay === null || day <= toDay),
          ),
        }))
        .filter(({ seats }) => seats.length > 0),
    }));
}
