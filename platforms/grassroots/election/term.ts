// The running term (本届): what a union's committee was elected for.
import type { Act } from "@niangjia/foundation/act";
import { type Term, terms } from "@niangjia/registers/organisations";

/** The running term, when one is on record. */
export async function runningTerm(act: Act, unionId: string): Promise<Term | undefined> {
  const [last] = await terms(act, unionId);
  return last?.endedDay === null ? last : undefined;
}
