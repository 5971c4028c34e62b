// Merged records (归并后的提案): proposals, questions, secondings and readings go on under the record that stands for the person.
import type { Act } from "@niangjia/foundation/act";
import { findCase } from "@niangjia/registers/cases";
import { recordStandingFor } from "@niangjia/registers/members";
import type { Merged } from "@niangjia/registers/members/events";
import { casesOf, putApplicant, rereadReaders, rereadSeconders } from "./merged-store.ts";
import { holdProposal } from "./store.ts";

/** After records were merged or parted. The case knows by which record somebody came. Idempotent; as the house. */
export async function rereadPeople(house: Act, merged: Merged): Promise<void> {
  const ids = [merged.survivorId, merged.absorbedId];
  for (const caseId of await casesOf(house, ids)) {
    await holdProposal(house, caseId);
    const applicant = (await findCase(house, caseId))?.state.applicant?.personId;
    if (applicant) await putApplicant(house, caseId, await recordStandingFor(house, applicant));
  }
  await rereadSeconders(house, ids);
  await rereadReaders(house, ids);
}
