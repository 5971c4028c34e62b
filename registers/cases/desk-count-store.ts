// Store of a desk's counts (工作台件数): of a history that grows for years no more is read than is told.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";
import { type Sitter, seated } from "./desk-store.ts";

interface CountUpTo {
  readonly count: number;
  /** There are more than `count`. */
  readonly capped: boolean;
}

const atMost = 1000;

/** Cases among the last decisions of the sitter. */
export async function countDone({ tx }: Act, { accountId }: Sitter): Promise<CountUpTo> {
  const { rows } = await sql<CountUpTo>`
    select least(count(distinct case_id), ${atMost}::int) as count, count(*) > ${atMost} as capped
    from (select case_id from business.tasks where state = 'done' and done_by = ${accountId}
      order by done_at desc limit ${sql.lit(atMost + 1)}) as last`.execute(tx);
  return rows[0]!;
}

export async function countMine({ tx }: Act, { accountId, personId }: Sitter): Promise<CountUpTo> {
  const { rows } = await sql<CountUpTo>`
    select least(count(*), ${atMost}::int) as count, count(*) > ${atMost} as capped
    from (select from business.cases where account_id = ${accountId} or person_id = ${personId}
      limit ${sql.lit(atMost + 1)}) as own`.execute(tx);
  return rows[0]!;
}

/** Cases the sitter was told of by somebody and has not marked as read 已阅. */
export async function countUnread({ tx }: Act, sitter: Sitter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct case_id) as count from business.case_copies
    where number > 0 and read_at is null and ${seated(sitter)}
      and (account_id is null or account_id = ${sitter.accountId})`.execute(tx);
  return rows[0]!.count;
}
