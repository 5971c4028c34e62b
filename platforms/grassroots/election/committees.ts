// Committees of a union (委员会名册): who sits on them, term by term, the newest first.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import {
  type Body,
  bodies,
  type HeldSeat,
  officeTitle,
  seatHistory,
  type Term,
  terms,
} from "@niangjia/registers/organisations";
import type { committees as contract } from "./contract.ts";
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
