// Searching cases (查找办件): by number or words of the title, running or ended, in whatever the actor reads.
import { statuses } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { maskName } from "@niangjia/foundation/masks";
import type { searchCases as contract } from "./contract.ts";
import { findCases } from "./store.ts";

/** Titles bear masked names, so a name typed whole is looked for as its mask: 林小满 as 林*满. */
const wordsOf = (q: string): string[] =>
  /^\p{Script=Han}{2,4}$/u.test(q) ? [q, maskName(q)] : [q];

export async function searchCases(
  act: Act,
  { query: { q, size } }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const found = await findCases(act, { number: q, words: wordsOf(q), atMost: size });
  return { rows: found.map((row) => ({ ...row, statusTitle: statuses[row.status] })) };
}
