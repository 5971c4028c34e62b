// Merging records (重复会员归并): an officer who reaches both decides that two records are one person's, for 30 days revocably.
import { nation } from "@niangjia/engine/policy";
import { accountOfPerson, handOverAccount } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { commonAncestor, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { handOverCases } from "@niangjia/registers/cases";
import {
  alikeFrom,
  type FactField,
  factFields,
  type KeptRecord,
  type Merged,
  mergePersons,
  type Pair,
  readPair,
} from "@niangjia/registers/members";
import { unionsByIds } from "@niangjia/registers/organisations";
import { assess, linesOf, remarksOf, suggest } from "./compare.ts";
import { insertMerge } from "./merge-store.ts";
import { parametersOn } from "./parameters.ts";
import { type compare, type merge as contract, refusals } from "./people-contract.ts";

const noteAtLeast = 5;

const recordPlace = (row: string) => ({ field: "roster.merge", row });

/** Both records as they were, opened. */
export const openRecords = (
  { keys }: Act,
  { id, recordsCipher }: { readonly id: string; readonly recordsCipher: Buffer },
): Merged => JSON.parse(keys.decrypt(recordPlace(id), recordsCipher)) as Merged;

export async function compareRecords(
  act: Act,
  { query }: Asked<typeof compare>,
): Promise<Answer<typeof compare>> {
  const { first, second } = await readPair(act, [query.first, query.second]);
  const { score, evidence } = assess(first, second);
  const unions = await unionsByIds(
    act,
    [first, second].flatMap(({ living }) => living?.unionId ?? []),
  );
  const shown = ({ personId, living, verified, updatedAt }: KeptRecord) => ({
    ...{ personId, verified, updatedAt },
    unionId: living?.unionId ?? null,
    unionName: (living && unions.get(living.unionId)?.name) ?? null,
    state: living?.state ?? ("ended" as const),
  });
  const suggestion = suggest(first, second);
  return {
    first: shown(first),
    second: shown(second),
    lines: linesOf(first.facts, second.facts),
    score,
    evidence: [...evidence],
    noteNeeded: score < alikeFrom,
    suggestion: { survivor: suggestion.survivor, take: [...suggestion.take] },
    remarks: remarksOf(first, second),
  };
}

/** Evidence comes from the records themselves, never from whoever asks; where it is thin, a person answers for it. */
function judge(pair: Pair, note: string | undefined) {
  const judged = assess(pair.first, pair.second);
  if (judged.score < alikeFrom && (note?.length ?? 0) < noteAtLeast) {
    throw refuse(refusals.noteNeeded);
  }
  return judged;
}

const isFact = (field: string): field is FactField => Object.hasOwn(factFields, field);

export async function mergeRecords(
  act: Act,
  { body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { survivorId, absorbedId, note } = body;
  const pair = await readPair(act, [survivorId, absorbedId]);
  const { score, evidence } = judge(pair, note);
  const id = newId(act.now);
  const take = body.take.filter(isFact);
  const merged = await mergePersons(act, { mergeId: id, survivorId, absorbedId, take });
  const hand = { from: absorbedId, to: survivorId };
  const caseIds = await handOverCases(act, hand);
  const movedAccount = (await handOverAccount(act, hand)) ?? null;
  const today = dayOf(act.now);
  const { mergeUndoWithin } = parametersOn(today, nation);
  const untilDay = addCalendarDays(today, mergeUndoWithin.value.days);
  const [one, other] = pair.paths.map(orgPath);
  const above = commonAncestor(one!, other!);
  if (!above) throw new Error("two records of one tree have a union above both");
  await insertMerge(act, {
    ...{ id, survivorId, absorbedId, untilDay, score, evidence, caseIds, movedAccount },
    note: note ?? null,
    orgPath: above,
    recordsCipher: act.keys.encrypt(recordPlace(id), JSON.stringify(merged)),
  });
  return { id, taken: [...merged.taken], untilDay, remarks: await remarksAfter(act, absorbedId) };
}

/** Two accounts cannot stand for one person: the second keeps its own, empty record. */
async function remarksAfter(act: Act, absorbedId: string): Promise<string[]> {
  const left = await accountOfPerson(act, absorbedId);
  return left === undefined
    ? []
    : ["本人另有一个登录账号，会籍只在保留记录的账号里看得到，请告知本人。"];
}
