// Effects (办件带动): what a step brings about outside its case, in the same transaction: cases begun and
// stopped, notices put up and taken down.
import type { By, CaseFacts, Command, Effect, Stepped } from "@niangjia/engine/process";
import { type Act, system } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { Refusal, refuse } from "@niangjia/foundation/refusal";
import { advanceOnce } from "./advance.ts";
import { type Filing, readFiling } from "./filing.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { functionOf, unionFields } from "./functions.ts";
import { endNotice, followClocks, noticeClocks, putNotice } from "./notice-store.ts";
import { refusals } from "./refusals.ts";
import { findCase } from "./store.ts";
import { addSub, unendedSubs } from "./sub-store.ts";
import { begin, type Standing, take } from "./take.ts";

type Of<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;

/** A sub-case is the house's to begin: nobody who acts need be able to start it themselves. */
const asSub = (house: Act): Act => ({ ...house, actor: system("cases.sub") });

/** Facts a step gives, without what nobody filled in; filed where the parent is, unless they say. */
function answersOf(fn: CaseFunction, facts: CaseFacts, { filing }: Standing): Facts {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  const place = unionFields(fn).includes("union") ? { union: filing.places.union.id } : {};
  return { ...place, ...Object.fromEntries(given) };
}

/** It is about whom the parent is about, unless the function says otherwise. */
async function subFiling(house: Act, parent: Standing, effect: Of<"begin-sub">): Promise<Filing> {
  const fn = functionOf(parent.functions, effect.function);
  const answers = answersOf(fn, effect.facts, parent);
  const filing = await readFiling(house, fn, { answers, known: {} });
  return fn.subject ? filing : { ...filing, personId: parent.filing.personId };
}

/** What a refusal says, with what is wrong beside each field. */
const whyOf = ({ message, details: { fields = [] } }: Refusal): string =>
  [message, ...fields.map(({ say }) => say)].join("");

/** Files the sub-case in the name of the parent's applicant; the step is refused when it is. */
async function beginSub(
  house: Act,
  parent: Standing,
  effect: Of<"begin-sub">,
  inNameOf: By,
): Promise<void> {
  const { functions, accountId } = parent;
  try {
    const filing = await subFiling(house, parent, effect);
    const begun = await begin(house, functions, { filing, accountId });
    await addSub(house, { parentId: parent.id, caseId: begun.id, ...effect });
    await advance(house, { ...begun, inNameOf }, { kind: "submit" });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { title } = functionOf(functions, effect.function);
    throw refuse(refusals.subRefused, { words: { title, why: whyOf(error) } });
  }
}

async function stopSubs(house: Act, parent: Standing, token: number): Promise<void> {
  for (const id of await unendedSubs(house, parent.id, token)) {
    const found = await findCase(house, id);
    if (!found) throw new Error(`sub-case ${id} is not there`);
    const opinion = `主办件 ${parent.number} 不再等候这件事。`;
    await advance(house, await take(house, parent.functions, found), { kind: "withdraw", opinion });
  }
}

async function bring(house: Act, standing: Standing, stepped: Stepped): Promise<void> {
  for (const effect of stepped.effects) {
    switch (effect.kind) {
      case "begin-sub":
        await beginSub(asSub(house), standing, effect, stepped.state.applicant!);
        break;
      case "stop-subs":
        await stopSubs(asSub(house), standing, effect.token);
        break;
      case "publish":
        await putNotice(house, standing, effect);
        break;
      case "unpublish":
        await endNotice(house, standing.id, effect.token);
        break;
    }
  }
  await followClocks(house, standing, noticeClocks(standing, stepped));
}

/**
 * Gives a command to a case, keeps what it leads to, and brings about what its step does elsewhere.
 * Refuses as the engine does, as the function's check does when it is handed in, as its effect does
 * with the last approval, and as a sub-case does that cannot be filed; a refused command leaves
 * nothing behind.
 */
export async function advance(act: Act, standing: Standing, command: Command): Promise<Stepped> {
  const stepped = await advanceOnce(act, standing, command);
  const brings = stepped.effects.length > 0 || noticeClocks(standing, stepped).length > 0;
  if (brings) await asHouse(act, (house) => bring(house, standing, stepped));
  return stepped;
}
