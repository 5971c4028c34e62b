// Advice (提交前核对): an application is read and checked as if it were filed, and what its applicant
// should know is told; nothing is kept.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import type { adviseFiling as contract } from "./contract.ts";
import { readFiling } from "./filing.ts";
import { type Application, checkFiling } from "./function.ts";
import { getOffer, type Offers } from "./functions.ts";
import { prefillOf } from "./prefill.ts";

/** Refuses what filing would refuse: faulty answers, and what the function's own check refuses. */
export async function adviseFiling(
  act: Act,
  offers: Offers,
  { params, body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { fn } = getOffer(act, offers, params.id);
  const { accountId, post } = act.actor;
  if (accountId === null) throw new Error("whoever asks for advice has an account");
  const known = await prefillOf(act, fn);
  const { facts, places, personId } = await readFiling(act, fn, { answers: body.facts, known });
  const application: Application = {
    facts,
    union: places.union,
    personId,
    applicant: { accountId, self: !post },
  };
  await checkFiling(act, fn, application);
  return { advice: [...((await fn.advise?.(act, application)) ?? [])] };
}
