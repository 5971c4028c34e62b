// What a case is found by (检索文字): its open words folded to one spelling, and the people it tells of
// as keyed hashes, without what any step of its flow hides; gathered when it is handed in, and by a sweep
// where that is still owed.
import { columnsOf, type Field, fieldsHidden, fieldsOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Keyring } from "@niangjia/foundation/keys";
import { normaliseName } from "@niangjia/foundation/names";
import type { Delivered } from "@niangjia/foundation/outbox";
import type { Reaction, Sweep } from "@niangjia/foundation/worker";
import { identityBlinds, phoneBlinds } from "../members/index.ts";
import { unionsByIds } from "../organisations/index.ts";
import { type Filed, names } from "./events.ts";
import { rowsIn } from "./fact-rows.ts";
import { factText, isSealed, openSecrets } from "./facts.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { functionOf, type Offers } from "./functions.ts";
import { knownOf, owedWords, putPeople, putWords } from "./search-words-store.ts";
import { findCase, type StoredCase } from "./store.ts";

/** One more whenever other words are gathered: the sweep then gathers those of every case anew. */
const madeNow = 3;

/** A case is found by its first words; an essay is not searched to its end. */
const wordsAtMost = 2000;

/** Small letters, half width, one space: what is stored and what is looked for are spelt alike. */
export const foldWords = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

const spoken: readonly Field["kind"][] = ["text", "long-text", "choice", "day", "number", "money"];

type Named = readonly (readonly [name: string, field: Field])[];

/**
 * One index serves everybody, so what a step hides from somebody nobody finds by: that a case is found
 * would tell what its page does not.
 */
function shownAndHidden({ form }: CaseFunction, { definition }: StoredCase) {
  const hidden = new Set(fieldsHidden(definition));
  const fields = fieldsOf(form);
  return {
    shown: fields.filter(([name]) => !hidden.has(name)),
    hidden: fields.filter(([name]) => hidden.has(name)),
  };
}

/** The open facts of a form in words; of what is shown with a mask not even the mask. */
const searchTextOf = (fn: CaseFunction, fields: Named, { facts, filedAt }: StoredCase): string =>
  fields
    .filter(([name, field]) => spoken.includes(field.kind) && !isSealed(fn, name, field))
    .filter(([name]) => facts[name] !== undefined)
    .map(([name, field]) => factText(field, facts[name], dayOf(filedAt)))
    .join(" ");

export const nameBlinds = (keys: Keyring, name: string): Buffer[] =>
  keys.blinds("case.name", normaliseName(name));

export const numberBlinds = (keys: Keyring, idNumber: string): Buffer[] =>
  identityBlinds(keys, "111", idNumber);

const blindsByKind: Partial<Record<Field["kind"], (keys: Keyring, value: string) => Buffer[]>> = {
  "person-name": nameBlinds,
  "id-number": numberBlinds,
  phone: phoneBlinds,
};

/** Those the fields name, in tables too: whole values and not their masks, under every key there is. */
function namedIn(keys: Keyring, fields: Named, facts: Facts): Buffer[][] {
  return fields.flatMap(([name, field]): Buffer[][] => {
    const value = facts[name];
    if (field.kind === "rows") {
      return rowsIn(value).flatMap((cells) => namedIn(keys, columnsOf(field), cells));
    }
    const blindsOf = blindsByKind[field.kind];
    return blindsOf && typeof value === "string" ? [blindsOf(keys, value)] : [];
  });
}

/** The newest key alone is kept: who looks, looks under every key there is. */
const newest = ([first]: readonly Buffer[]): Buffer[] => (first ? [first] : []);

/** The subject and the applicant, as the member register knows them. */
async function concernedIn(act: Act, { personId, state }: StoredCase): Promise<Buffer[]> {
  const ids = [personId, state.applicant?.personId].flatMap((id) => id ?? []);
  const known = await knownOf(act, [...new Set(ids)]);
  return known.flatMap(({ name, blinds }) => [
    ...nameBlinds(act.keys, name).slice(0, 1),
    ...blinds,
  ]);
}

/** Whom a case tells of, but by what is hidden of them, also where the registers know it besides. */
async function peopleOf(
  act: Act,
  row: StoredCase,
  { shown, hidden }: ReturnType<typeof shownAndHidden>,
): Promise<Buffer[]> {
  const facts = { ...row.facts, ...openSecrets(act.keys, row) };
  const named = namedIn(act.keys, shown, facts).flatMap(newest);
  const kept = namedIn(act.keys, hidden, facts).flat();
  const all = [...named, ...(await concernedIn(act, row))];
  return all.filter((blind) => !kept.some((one) => one.equals(blind)));
}

/** Gathers what a case is found by, in place of what was gathered before. As the house. */
async function gather(act: Act, offers: Offers, caseId: string): Promise<void> {
  const row = await findCase(act, caseId);
  if (!row) return;
  const fn = functionOf(offers, row.function);
  const union = (await unionsByIds(act, [row.orgId])).get(row.orgId);
  const fields = shownAndHidden(fn, row);
  const said = searchTextOf(fn, fields.shown, row);
  const words = foldWords(`${row.title} ${union?.name ?? ""} ${said}`);
  await putWords(act, { caseId, words: Array.from(words).slice(0, wordsAtMost).join(""), madeNow });
  await putPeople(act, caseId, await peopleOf(act, row, fields));
}

/** A case handed in, or handed in again, is found by its new words a moment later. */
export const wordsReaction = (offers: Offers): Reaction => ({
  on: names.filed,
  name: "cases.filed.words",
  run: (act, event) => gather(act, offers, (event as Delivered<Filed>).body.caseId),
});

const atOnce = 200;

/** For cases from before there were words, and after other words were wanted. `subject`: one case. */
export const wordsSweep = (offers: Offers): Sweep => ({
  name: "cases.words",
  title: "办件检索文字整理",
  cron: "17 * * * *",
  async run(step, subject) {
    let gathered = 0;
    for (;;) {
      const done = await step(async (act) => {
        const owed = subject ? [subject] : await owedWords(act, { madeNow, atMost: atOnce });
        for (const id of owed) await gather(act, offers, id);
        return owed.length;
      });
      gathered += done;
      if (subject || done < atOnce) return { gathered };
    }
  },
});
