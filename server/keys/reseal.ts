// Resealing (换钥重封): after a rotation, every sealed value is sealed again with the active key while the house runs.
import { type Act, system } from "@niangjia/foundation/act";
import { sql } from "kysely";
import type { House } from "../app.ts";

/** One column of sealed values: the field it is sealed as, and the column that names its row. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly field: string;
  readonly row: string;
}

/** Every sealed column of the house. A test holds this list against the columns named `…_cipher`. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "access.accounts", column: "phone_cipher", field: "account.phone", row: "id" },
  { table: "access.accounts", column: "totp_cipher", field: "account.totp", row: "id" },
  { table: "access.receipts", column: "answer_cipher", field: "receipt.answer", row: "id" },
  { table: "access.wechats", column: "openid_cipher", field: "wechat.openid", row: "account_id" },
  { table: "access.wechat_tickets", column: "code_cipher", field: "wechat-ticket.code", row: "id" },
  {
    table: "access.wechat_tickets",
    column: "openid_cipher",
    field: "wechat-ticket.openid",
    row: "id",
  },
  { table: "business.cases", column: "facts_cipher", field: "case.facts", row: "id" },
  { table: "business.card_key_secrets", column: "secret_cipher", field: "card.key", row: "id" },
  { table: "business.case_drafts", column: "facts_cipher", field: "case.draft", row: "id" },
  { table: "business.founding_group", column: "phone_cipher", field: "founding.phone", row: "id" },
  { table: "business.joining_services", column: "phone_cipher", field: "joining.phone", row: "id" },
  { table: "business.roster_merges", column: "records_cipher", field: "roster.merge", row: "id" },
  {
    table: "business.push_devices",
    column: "subscription_cipher",
    field: "push.subscription",
    row: "id",
  },
  { table: "exchange.messages", column: "to_cipher", field: "message.to", row: "id" },
  { table: "exchange.messages", column: "text_cipher", field: "message.text", row: "id" },
  { table: "member.persons", column: "id_cipher", field: "person.identity", row: "id" },
  { table: "member.persons", column: "phone_cipher", field: "person.phone", row: "id" },
  { table: "member.persons", column: "household_cipher", field: "person.household", row: "id" },
];

const rowsAtOnce = 1_000;

interface Sealed {
  readonly row: string;
  readonly sealed: Buffer;
}

async function pageOf(act: Act, place: SealedColumn, after: string | null): Promise<Sealed[]> {
  const row = sql.ref(place.row);
  const column = sql.ref(place.column);
  const { rows } = await sql<Sealed>`select ${row} as row, ${column} as sealed
    from ${sql.table(place.table)}
    where ${column} is not null and (${after}::uuid is null or ${row} > ${after}::uuid)
    order by ${row} limit ${rowsAtOnce} for update`.execute(act.tx);
  return rows;
}

async function resealPage(act: Act, place: SealedColumn, page: readonly Sealed[]): Promise<number> {
  const old = page.filter(({ sealed }) => act.keys.needsRotation(sealed));
  if (old.length === 0) return 0;
  const fresh = old.map(({ row, sealed }) => {
    const where = { field: place.field, row };
    return act.keys.encrypt(where, act.keys.decrypt(where, sealed));
  });
  await sql`update ${sql.table(place.table)} as t set ${sql.ref(place.column)} = fresh.sealed
    from unnest(${old.map(({ row }) => row)}::uuid[], ${fresh}::bytea[]) as fresh (row, sealed)
    where t.${sql.ref(place.row)} = fresh.row`.execute(act.tx);
  return old.length;
}

/** Reseals what older keys sealed, a page a transaction; may be stopped and run again. Answers how many. */
export async function resealAll(
  house: Pick<House, "act">,
  progress?: (done: number, what: string) => void,
): Promise<number> {
  let done = 0;
  for (const place of sealedColumns) {
    let after: string | null = null;
    for (;;) {
      const last: string | null = after;
      const page: readonly Sealed[] = await house.act(system("keys.reseal"), async (act) => {
        const rows = await pageOf(act, place, last);
        done += await resealPage(act, place, rows);
        return rows;
      });
      progress?.(done, `${place.table}.${place.column}`);
      after = page.at(-1)?.row ?? null;
      if (page.length < rowsAtOnce) break;
    }
  }
  return done;
}
