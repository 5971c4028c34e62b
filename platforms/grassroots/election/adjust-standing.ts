// How a change in office stands (届中调整核对): to the committees as they are on a day, and by the numbers of that day.
import { type Decision, decide } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { type FieldFault, refuse } from "@niangjia/foundation/refusal";
import {
  bodies,
  type HeldSeat,
  leads,
  officeTitle,
  seatsOn,
  type Term,
  type Union,
} from "@niangjia/registers/organisations";
import type { AdjustForm } from "./adjust-form.ts";
import { type AdjustFacts, adjustPolicy } from "./adjust-policy.ts";
import { refusals } from "./refusals.ts";
import { runningTerm } from "./term.ts";
import { faultsIn } from "./words.ts";

/** By name, as the lists have it: whoever follows sits, once they do, both where the union is led and where its money is looked after. */
function chairAudits({ body, office, successor }: AdjustForm, held: readonly HeldSeat[]): boolean {
  const sits = (other: HeldSeat): boolean =>
    body === "audit" ? leads(other) : leads({ body, office }) && other.body === "audit";
  return held.some((seat) => seat.name === successor && sits(seat));
}

function policyFacts(facts: AdjustForm, held: readonly HeldSeat[]): AdjustFacts {
  const { office, body, committeeMembers = 0, consenting = 0, voters = 0, recalling = 0 } = facts;
  const { due = 0, present = 0, votes = 0, chairIsHead = false, relatives = false } = facts;
  return {
    ...{ office, ofCommittee: body === "committee", reason: facts.reason ?? "none" },
    ...{ committee: committeeMembers, consenting, voters, recalling },
    ...{ due, present, votes, chairIsHead, relatives, chairAudits: chairAudits(facts, held) },
  };
}

/** How a change looks on a day, to the committees as they are then. */
export interface Standing {
  readonly facts: AdjustForm;
  readonly union: Union;
  readonly term: Term;
  readonly held: readonly HeldSeat[];
  readonly today: Day;
}

export async function standingOf(
  act: Act,
  { facts, union }: Pick<Standing, "facts" | "union">,
): Promise<Standing> {
  const term = await runningTerm(act, union.id);
  if (!term) throw refuse(refusals.noTerm, { words: { name: union.name } });
  const today = dayOf(act.now);
  return { facts, union, term, held: await seatsOn(act, union.id, today), today };
}

export const decisionOn = ({ facts, union, held, today }: Standing): Decision =>
  decide(adjustPolicy, { day: today, place: union.division, facts: policyFacts(facts, held) });

/** The seat that is given up, where the committee is on record; undefined where it never was. */
export function leftSeat(facts: AdjustForm, held: readonly HeldSeat[]): HeldSeat | undefined {
  const { body, office, leaver } = facts;
  return held.find((seat) => seat.body === body && seat.office === office && seat.name === leaver);
}

export function seatFaults({ facts, held }: Standing): FieldFault[] {
  const { body, office, leaver, successor } = facts;
  const known = held.filter((seat) => seat.body === body);
  const title = `${bodies[body]}${officeTitle(body, office)}`;
  const stays = known.find((seat) => seat.office === office);
  const single = office === "chair" || office === "organiser";
  const found: [boolean, string, string][] = [
    [
      leaver !== undefined && known.length > 0 && !leftSeat(facts, held),
      "leaver",
      `名册里没有担任${title}的“${leaver}”，请照“届满一览”里的现任名单填写。`,
    ],
    [
      single && leaver === undefined && stays !== undefined,
      "kind",
      `${title}现在是${stays?.name}，没有空缺，请选“有人离任”。`,
    ],
    [
      known.some(({ name, office: has }) => name === successor && has === office),
      "successor",
      `“${successor}”已经担任${title}。`,
    ],
  ];
  const plain = found.flatMap(([wrong, path, say]) => (wrong ? [{ path, say }] : []));
  return [...plain, ...organiserFaults({ body, office }, known)];
}

/** One organiser stands in place of a committee: the two never mix, and only an election turns one into the other. */
function organiserFaults(
  { body, office }: Pick<AdjustForm, "body" | "office">,
  known: readonly HeldSeat[],
): FieldFault[] {
  const path = "office";
  const asked = office === "organiser";
  if (body !== "committee") {
    return asked ? [{ path, say: `${bodies[body]}没有组织员，请另选职务。` }] : [];
  }
  if (known.every((seat) => (seat.office === "organiser") === asked)) return [];
  const say = asked
    ? "这个工会有委员会，改设组织员的请办理“换届申请”。"
    : "这个工会只设组织员，要建立委员会的请办理“换届申请”。";
  return [{ path, say }];
}

/** Until the next one is elected a committee is in office, also past the last day of its term. */
export function dayFaults({ facts, term }: Standing): FieldFault[] {
  const { lastDay, fromDay } = facts;
  const before = ([path, day]: [string, Day | undefined]): FieldFault[] =>
    day !== undefined && day < term.fromDay
      ? [{ path, say: `要在本届任期里，本届从 ${term.fromDay} 起。` }]
      : [];
  const apart = lastDay !== undefined && fromDay !== undefined && fromDay <= lastDay;
  const order = { path: "fromDay", say: "接任要在前任离任以后。" };
  return [
    ...before(["lastDay", lastDay]),
    ...before(["fromDay", fromDay]),
    ...(apart ? [order] : []),
  ];
}

/** Rules of a change by the field that shows what they found. */
const beside = {
  ...{ "no-consent": "consenting", "consent-short": "consenting", "recall-short": "recalling" },
  ...{ "no-quorum": "present", "votes-short": "votes" },
  ...{ "chair-is-head": "chairIsHead", relatives: "relatives", "chair-audits": "successor" },
} as const;

export const unfitIn = ({ facts }: Standing, decision: Decision): FieldFault[] =>
  faultsIn(decision, { beside, given: facts.explanation });
