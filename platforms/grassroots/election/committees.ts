// Committees of a union (委员会名册): who sits on them, term by term, the newest first; and, for a member, who sits on those
// of their own union now.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { currentMembership } from "@niangjia/registers/members";
import {
  type Body,
  bodies,
  getUnion,
  type HeldSeat,
  lastDayOf,
  officeTitle,
  seatHistory,
  seatsOn,
  type Term,
  terms,
} from "@niangjia/registers/organisations";
import type { committees as contract, mine } from "./contract.ts";
import { runningTerm } from "./term.ts";
import { unionInReach } from "./terms.ts";

type Shown = Answer<typeof contract>["terms"][number];

const seatShown = ({ body, office, name, votes, fromDay, toDay }: HeldSeat) => ({
  ...{ officeTitle: officeTitle(body, office), name, votes, fromDay, toDay },
});

function termShown(term: Term, seats: readonly HeldSeat[]): Shown {
  const { id, number, fromDay, toDay, extendedTo, endedDay, chair } = term;
  const of = (body: Body) =>
    seats.filter((seat) => seat.termId === id && seat.body === body).map(seatShown);
  const known = (Object.keys(bodies) as Body[]).map((body) => ({
    title: bodies[body],
    seats: of(body),
  }));
  return {
    ...{ number, fromDay, toDay, extendedTo, endedDay, chair },
    bodies: known.filter((one) => one.seats.length > 0),
  };
}

export async function showCommittees(
  act: Act,
  { params }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { id, name } = await unionInReach(act, params.id);
  const seats = await seatHistory(act, id);
  const all = await terms(act, id);
  return { union: { id, name }, terms: all.map((term) => termShown(term, seats)) };
}

const bodiesOf = (seats: readonly HeldSeat[]): Answer<typeof mine>["bodies"] =>
  (Object.keys(bodies) as Body[])
    .map((body) => ({
      title: bodies[body],
      seats: seats
        .filter((seat) => seat.body === body)
        .map(({ office, name, fromDay }) => ({
          officeTitle: officeTitle(body, office),
          name,
          fromDay,
        })),
    }))
    .filter(({ seats: held }) => held.length > 0);

/** Whom members elected is theirs to know: names and offices, no votes and no phones. */
export async function showMine(act: Act): Promise<Answer<typeof mine>> {
  const { personId } = act.actor;
  const held = personId ? await currentMembership(act, personId) : undefined;
  if (!held || held.state === "ended") return { union: null, term: null, bodies: [] };
  return asHouse(act, async (house) => {
    const { id, name } = await getUnion(house, held.unionId);
    const term = await runningTerm(house, id);
    const seats = await seatsOn(house, id, dayOf(act.now));
    return {
      union: { id, name },
      term: term ? { number: term.number, fromDay: term.fromDay, endDay: lastDayOf(term) } : null,
      bodies: bodiesOf(seats),
    };
  });
}
