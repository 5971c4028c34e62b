// The application of a matter (援助申请内容), whole, for the house's own checks and for the lawyer in whose
// hands it is.
import { type Act, system } from "@niangjia/foundation/act";
import { findCase, openSecrets, type StoredCase } from "@niangjia/registers/cases";
import type { ApplyFacts } from "./apply-form.ts";

export interface Handed {
  readonly row: StoredCase;
  /** With what is sealed: the caller says to whom any of it may be shown. */
  readonly facts: ApplyFacts;
  readonly personId: string;
}

/** As the house. */
export async function applicationOf(house: Act, caseId: string): Promise<Handed> {
  // A lawyer was not asked at the application itself; the house reads it for them.
  const row = await findCase({ ...house, actor: system("legal-aid.application") }, caseId);
  const personId = row?.personId ?? row?.state.applicant?.personId;
  if (!row || !personId) throw new Error(`matter ${caseId} has no case of somebody`);
  const facts = { ...row.facts, ...openSecrets(house.keys, row) } as unknown as ApplyFacts;
  return { row, facts, personId };
}
