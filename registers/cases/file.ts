// Filing a case (提交申请): answers become a case on its first desk, or are refused.
import { isDeepStrictEqual } from "node:util";
import { draft } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { advance } from "./advance.ts";
import type { fileCase as contract } from "./contract.ts";
import { dropDraft } from "./draft-store.ts";
import { readFiling } from "./filing.ts";
import type { CaseFunction } from "./function.ts";
import { getOffer, type Offers } from "./functions.ts";
import { Seating } from "./places.ts";
import { prefillOf } from "./prefill.ts";
import { keepFlow, nextNumber } from "./store.ts";

/** `20261121-000123`: short enough to say over the phone. */
const numberOf = (act: Act, running: number): string =>
  `${dayOf(act.now).replaceAll("-", "")}-${String(running).padStart(6, "0")}`;

/**
 * Number and flow of a new case. A flow that was changed in code without a new version is a mistake
 * there.
 */
async function begin(act: Act, fn: CaseFunction) {
  const { definition, running } = await asHouse(act, async (house) => ({
    definition: await keepFlow(house, fn),
    running: await nextNumber(house),
  }));
  if (!isDeepStrictEqual(definition, JSON.parse(JSON.stringify(fn.flow)))) {
    throw new Error(`the flow of ${fn.id} was changed: give it version ${fn.version + 1}`);
  }
  return { definition, number: numberOf(act, running) };
}

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
  const filing = await readFiling(act, fn, { answers: body.facts, known });
  const { definition, number } = await begin(act, fn);
  const id = newId(act.now);
  const standing = {
    ...{ id, number, accountId, filing, definition },
    filedAt: act.now,
    version: fn.version,
    state: draft,
    seating: new Seating(),
    sealed: null,
  };
  const { state } = await advance(act, standing, { kind: "submit" });
  await dropDraft(act, fn.id);
  return { id, number, status: state.status };
}
