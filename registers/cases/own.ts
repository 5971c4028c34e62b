// One's own case (本人的办件): handed in by whoever looks, or about them, whatever post they look from.
import type { CaseState } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { StoredCase } from "./store.ts";

export function isOwn(
  { actor }: Act,
  { accountId, personId }: Pick<StoredCase, "accountId" | "personId">,
  { applicant, formerApplicants = [], concerned }: CaseState,
): boolean {
  if (actor.kind === "person") return true;
  const applied = [applicant, ...formerApplicants].flatMap((by) => [by?.accountId, by?.personId]);
  const own = [accountId, personId, ...concerned, ...applied];
  return [actor.accountId, actor.personId].some((id) => id !== null && own.includes(id));
}
