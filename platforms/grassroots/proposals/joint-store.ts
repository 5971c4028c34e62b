// Store of joint proposals (并案的提案): which are answered together, also where one that leads was itself merged.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";
import type { ProposalState } from "./words.ts";

export interface Joint {
  readonly caseId: string;
  readonly accountId: string;
  readonly title: string;
  /** 提案号 of the one it was merged into: its proposer was told this one. */
  readonly leadingNumber: string;
  /** It was answered since: what was rated before they came together is no answer to them. */
  readonly isAnswered: boolean;
}

/** All that are answered with this one, in the order they were made. */
export async function jointWith(house: Act, caseId: string): Promise<Joint[]> {
  const { rows } = await sql<Joint>`
    with recursive joint as (
      select case_id, closed_day as since from business.proposals_proposals
      where merged_into = ${caseId}
      union select p.case_id, greatest(p.closed_day, j.since) from business.proposals_proposals p
        join joint j on p.merged_into = j.case_id)
    select p.case_id as "caseId", p.account_id as "accountId", p.title,
      above.number as "leadingNumber",
      exists (select from business.proposals_answers a where a.case_id = ${caseId}
        and (a.round = 2 or a.rated_day is null or a.rated_day > joint.since)) as "isAnswered"
    from joint join business.proposals_proposals p using (case_id)
      join business.proposals_proposals above on above.case_id = p.merged_into
    order by p.made_day, p.case_id`.execute(house.tx);
  return rows;
}

export interface Leading {
  readonly caseId: string;
  readonly number: string;
  readonly state: ProposalState;
}

/** The one in whose hands a merged proposal is: the last of those it was merged into. */
export async function leadingOf(house: Act, caseId: string): Promise<Leading | undefined> {
  const { rows } = await sql<Leading>`
    with recursive line as (
      select case_id, merged_into from business.proposals_proposals where case_id = ${caseId}
      union select p.case_id, p.merged_into from business.proposals_proposals p
        join line on p.case_id = line.merged_into)
    select p.case_id as "caseId", p.number, p.state
    from line join business.proposals_proposals p using (case_id)
    where p.merged_into is null`.execute(house.tx);
  return rows[0];
}
