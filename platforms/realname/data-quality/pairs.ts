// Pairs (疑似同一人): candidates from the store, opened, assessed, and those worth a look with their evidence.
import type { Act } from "@niangjia/foundation/act";
import { commonAncestor, orgPath } from "@niangjia/foundation/orgpath";
import {
  alikeFrom,
  assessPair,
  type Compared,
  type Evidence,
  openDocument,
} from "@niangjia/registers/members";
import { type CandidatePair, findPairs, type Half, halvesOf, pagePairs } from "./pairs-store.ts";

const pairsAtOnce = 5_000;

/** Two records that may be one person's; `personId` is the lower id. */
export interface AlikePair {
  readonly personId: string;
  readonly otherId: string;
  /** The lowest union that holds both. */
  readonly orgPath: string;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Phones are only asked whether they are the same, which their keyed hashes tell. */
const comparedOf = ({ keys }: Act, half: Half): Compared => {
  const { name, sex, birthDay, documentKind, phoneBlind, employer } = half;
  return {
    ...{ name, sex, birthDay, documentKind, employer },
    documentNumber: openDocument(keys, half),
    phone: phoneBlind?.toString("hex") ?? null,
  };
};

function assess(act: Act, one: Half, other: Half): AlikePair[] {
  const { score, evidence } = assessPair(comparedOf(act, one), comparedOf(act, other));
  if (score < alikeFrom) return [];
  const above = commonAncestor(orgPath(one.orgPath), orgPath(other.orgPath));
  if (!above) throw new Error("two records of one tree have a union above both");
  return [{ personId: one.id, otherId: other.id, orgPath: above, score, evidence }];
}

/** Candidates looked at and pairs found, page by page. As the house: duplicates lie across unions. */
export async function* alikePairs(
  act: Act,
  about: string | null,
): AsyncGenerator<{ readonly looked: number; readonly found: readonly AlikePair[] }> {
  await findPairs(act, about);
  let last: CandidatePair | undefined;
  for (;;) {
    const page: CandidatePair[] = await pagePairs(act, last, pairsAtOnce);
    const halves = await halvesOf(act, [...new Set(page.flatMap(({ a, b }) => [a, b]))]);
    const found = page.flatMap(({ a, b }) => assess(act, halves.get(a)!, halves.get(b)!));
    if (page.length > 0) yield { looked: page.length, found };
    last = page.at(-1);
    if (page.length < pairsAtOnce) return;
  }
}
