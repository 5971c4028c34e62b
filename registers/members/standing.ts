// Standing (会籍状况): whom a document belongs to in the whole house, and where that person is a member
// now.
import type { Act } from "@niangjia/foundation/act";
import { findKnown, type LivingMembership } from "./known.ts";
import { identityBlinds } from "./seals.ts";

export interface Standing {
  readonly personId: string;
  readonly name: string;
  /** Null when they are a member nowhere, or no longer. */
  readonly living: LivingMembership | null;
  /** The member number they bear or last bore. */
  readonly number: string | null;
}

/**
 * Undefined when nobody on file bears the document. Reaches past the actor's scope: what an
 * applicant is told of a stranger's membership is for the caller to limit.
 */
export async function standingOf(
  act: Act,
  document: { readonly kind: string; readonly number: string },
): Promise<Standing | undefined> {
  const blinds = identityBlinds(act.keys, document.kind, document.number);
  const [known] = await findKnown(act, blinds);
  if (!known) return undefined;
  const { id: personId, name, living, number } = known;
  return { personId, name, living, number };
}
