// Store of ratings (办件评价): one for each case.
import type { Act } from "@niangjia/foundation/act";
import type { CaseTables, StoredCase } from "./store.ts";

const db = (act: Act) => act.tx.withTables<CaseTables>();

export interface StoredRating {
  readonly stars: number;
  readonly words: string | null;
  readonly ratedAt: Date;
}

export const findRating = (act: Act, caseId: string): Promise<StoredRating | undefined> =>
  db(act)
    .selectFrom("business.case_ratings")
    .select(["stars", "words", "rated_at as ratedAt"])
    .where("case_id", "=", caseId)
    .executeTakeFirst();

/** In place of what was said before; the day it was first said stays. As the house. */
export async function putRating(
  house: Act,
  { id, orgPath, accountId }: StoredCase,
  { stars, words, ratedAt }: StoredRating,
): Promise<void> {
  const said = { stars, words, changed_at: house.now };
  await db(house)
    .insertInto("business.case_ratings")
    .values({ case_id: id, org_path: orgPath, account_id: accountId, rated_at: ratedAt, ...said })
    .onConflict((conflict) => conflict.column("case_id").doUpdateSet(said))
    .execute();
}
