// Finding what stands against a lawyer (利益冲突核查): what they and their office declared, and names.
import { type Decision, decide } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { foldName } from "@niangjia/foundation/names";
import type { Union } from "@niangjia/registers/organisations";
import { type ConflictFacts, conflict } from "./conflict-policy.ts";
import { foldFirm, sameFirm } from "./firms.ts";
import {
  type InterestRow,
  type LawyerRow,
  lawyersOfOffices,
  livingInterests,
} from "./lawyer-store.ts";

/** The other side, and everybody named. */
export interface Parties {
  readonly respondent: string;
  readonly people: readonly string[];
}

/** What an office may not act against, though a colleague declared it. */
const ofOffice: readonly string[] = ["client", "adviser"];

/** What every lawyer of the house declared, by post, and who sits in which office. As the house. */
export interface Declared {
  readonly interests: ReadonlyMap<string, readonly InterestRow[]>;
  readonly offices: ReadonlyMap<string, readonly string[]>;
}

export async function declaredBy(house: Act): Promise<Declared> {
  const all = await lawyersOfOffices(house);
  const living = await livingInterests(
    house,
    all.map(({ post_id }) => post_id),
  );
  const offices = Map.groupBy(all, ({ firm }) => foldFirm(firm));
  return {
    interests: Map.groupBy(living, ({ post_id }) => post_id),
    offices: new Map([...offices].map(([firm, of]) => [firm, of.map(({ post_id }) => post_id)])),
  };
}

const touches = ({ name }: InterestRow, { respondent, people }: Parties): boolean =>
  sameFirm(name, respondent) || people.some((one) => foldName(one) === foldName(name));

function factsOf(lawyer: LawyerRow, declared: Declared, parties: Parties): ConflictFacts {
  const of = (post: string) =>
    (declared.interests.get(post) ?? []).filter((one) => touches(one, parties));
  const colleagues = (declared.offices.get(foldFirm(lawyer.firm)) ?? []).filter(
    (post) => post !== lawyer.post_id,
  );
  return {
    party: parties.people.some((one) => foldName(one) === foldName(lawyer.name)),
    declared: [...new Set(of(lawyer.post_id).map(({ kind }) => kind))].sort(),
    sameOffice:
      sameFirm(lawyer.firm, parties.respondent) ||
      colleagues.flatMap(of).some(({ kind }) => ofOffice.includes(kind)),
  };
}

/** Whether a lawyer may act for the worker, with the reasons, to be replayed. */
export const conflictOf = (
  act: Act,
  lawyer: LawyerRow,
  at: { readonly declared: Declared; readonly parties: Parties; readonly union: Union },
): Decision =>
  decide(conflict, {
    ...{ day: dayOf(act.now), place: at.union.division },
    facts: factsOf(lawyer, at.declared, at.parties),
  });
