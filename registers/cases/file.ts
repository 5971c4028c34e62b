// Filing a case (提交申请): answers become a case on its first desk, or are refused.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import type { fileCase as contract } from "./contract.ts";
import { dropDraft } from "./draft-store.ts";
import { advance } from "./effects.ts";
import { locate, understand } from "./filing.ts";
import { getOffer, type Offers } from "./functions.ts";
import { prefillOf } from "./prefill.ts";
import { begin, prepare } from "./take.ts";

/**
 * Files a case in the name of whoever acts. Refuses faulty answers, and what the function's own
 * check refuses.
 */
export async function fileCase(
  act: Act,
  offers: Offers,
  { params, body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { fn } = getOffer(act, offers, params.id);
  const { accountId } = act.actor;
  if (accountId === null) throw new Error("whoever files a case has an account");
  const known = await prefillOf(act, fn);
  const understood = await understand(act, fn, { answers: body.facts, known });
  const [filing, prepared] = await Promise.all([locate(act, understood), prepare(act, understood)]);
  const standing = await begin(act, offers, { filing, accountId, prepared });
  const { state } = await advance(act, standing, { kind: "submit" });
  dropDraft(act, fn.id);
  return { id: standing.id, number: standing.number, status: state.status };
}
