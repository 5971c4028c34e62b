// Drafts (草稿): a half-filled form is kept as it was typed, sealed whole, and handed back to its
// author alone.
import { fieldsOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import type { keepDraft as contract } from "./contract.ts";
import { addDraft, dropDraft, findDraft, putDraft } from "./draft-store.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { getOffer, type Offers } from "./functions.ts";

const textAtMost = 5_000;
const itemsAtMost = 50;

const placeOf = (row: string) => ({ field: "case.draft", row });

/** What a form can hold, however unfinished. */
function isTyped(value: unknown): boolean {
  if (typeof value === "string") return value !== "" && value.length <= textAtMost;
  if (typeof value === "number" || typeof value === "boolean") return true;
  if (Array.isArray(value)) return value.length <= itemsAtMost && value.every(isTyped);
  // A row of a table.
  return typeof value === "object" && value !== null && Object.values(value).every(isCell);
}

const isCell = (value: unknown): boolean =>
  value === null || value === "" || (typeof value !== "object" && isTyped(value));

/** Only what the form asks for; anything else is left out without a word. */
function typedOf({ form }: CaseFunction, facts: Facts): Facts {
  const typed = fieldsOf(form).filter(([name]) => isTyped(facts[name]));
  return Object.fromEntries(typed.map(([name]) => [name, facts[name]]));
}

/** Keeps what was typed so far in place of what was kept before; nothing typed drops the draft. */
export async function keepDraft(
  act: Act,
  offers: Offers,
  { params, body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { fn } = getOffer(act, offers, params.id);
  const typed = typedOf(fn, body.facts);
  if (Object.keys(typed).length === 0) {
    await dropDraft(act, fn.id);
    return { savedAt: null };
  }
  const id = newId(act.now);
  const factsCipher = act.keys.encrypt(placeOf(id), JSON.stringify(typed));
  await putDraft(act, { id, functionId: fn.id, factsCipher });
  return { savedAt: act.now.toISOString() };
}

/**
 * Puts a form that is filled in before somebody, unless they are filling in one of the function
 * already. Answers whether it did. The house's own work.
 */
export function offerDraft(
  house: Act,
  of: { readonly accountId: string; readonly functionId: string; readonly facts: Facts },
): Promise<boolean> {
  const { accountId, functionId, facts } = of;
  const id = newId(house.now);
  const factsCipher = house.keys.encrypt(placeOf(id), JSON.stringify(facts));
  return addDraft(house, { id, accountId, functionId, factsCipher });
}

/** The actor's own draft, as it was typed. */
export async function readDraft(
  act: Act,
  fn: CaseFunction,
): Promise<{ facts: Facts; savedAt: string } | null> {
  const draft = await findDraft(act, fn.id);
  if (!draft) return null;
  const facts: Facts = JSON.parse(act.keys.decrypt(placeOf(draft.id), draft.factsCipher));
  return { facts, savedAt: draft.savedAt.toISOString() };
}
