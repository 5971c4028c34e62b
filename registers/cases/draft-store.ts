// Store of drafts (草稿): one half-filled form for each account and function.
import type { Act } from "@niangjia/foundation/act";
import { entrust, fixed } from "@niangjia/foundation/postgres";
import type { CaseTables } from "./store.ts";

const db = (act: Act) => act.tx.withTables<CaseTables>();

export interface StoredDraft {
  readonly id: string;
  readonly factsCipher: Buffer;
  readonly savedAt: Date;
}

/** The actor's own draft for a function. */
export const findDraft = (act: Act, functionId: string): Promise<StoredDraft | undefined> =>
  db(act)
    .selectFrom("business.case_drafts")
    .select(["id", "facts_cipher as factsCipher", "updated_at as savedAt"])
    .where("account_id", "=", act.actor.accountId!)
    .where("function", "=", functionId)
    .executeTakeFirst();

export async function putDraft(
  act: Act,
  draft: { readonly id: string; readonly functionId: string; readonly factsCipher: Buffer },
): Promise<void> {
  const fresh = { facts_cipher: draft.factsCipher, updated_at: act.now };
  await db(act)
    .insertInto("business.case_drafts")
    .values({
      id: draft.id,
      account_id: act.actor.accountId!,
      function: draft.functionId,
      ...fresh,
    })
    .onConflict((conflict) =>
      conflict.columns(["account_id", "function"]).doUpdateSet({ id: draft.id, ...fresh }),
    )
    .execute();
}

/** Answers whether there was none before. */
export async function addDraft(
  house: Act,
  {
    id,
    accountId,
    functionId,
    factsCipher,
  }: Omit<StoredDraft, "savedAt"> & {
    readonly accountId: string;
    readonly functionId: string;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(house)
    .insertInto("business.case_drafts")
    .values({
      ...{ id, account_id: accountId, function: functionId },
      ...{ facts_cipher: factsCipher, updated_at: house.now },
    })
    .onConflict((conflict) => conflict.columns(["account_id", "function"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

const drop = fixed("delete from business.case_drafts where account_id = $1 and function = $2");

export function dropDraft({ tx, actor }: Act, functionId: string): void {
  entrust(tx, drop(tx, actor.accountId, functionId));
}
