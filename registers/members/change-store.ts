// Store of changed facts (信息变更): what a source said, and documents that lead to nobody any more.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";
import type { Source } from "./source.ts";

export interface NewStatement {
  readonly id: string;
  readonly personId: string;
  readonly orgPath: string;
  /** JSON of fields and values, numbers masked. */
  readonly said: string;
}

export async function insertStatement(
  house: Act,
  { kind, id, byAccount }: Source,
  row: NewStatement,
): Promise<void> {
  await sql`insert into member.statements
      (id, person_id, org_path, at, source, source_id, by_account, said)
    values (${row.id}, ${row.personId}, ${row.orgPath}, ${house.now}, ${kind}, ${id}, ${byAccount},
      ${row.said}::jsonb)`.execute(house.tx);
}

export async function dropIdentities(
  house: Act,
  personId: string,
  blinds: readonly Buffer[],
): Promise<void> {
  const hashes = blinds.map((blind) => `\\x${blind.toString("hex")}`);
  await sql`delete from member.identities where person_id = ${personId}
    and id_blind = any(${hashes}::bytea[])`.execute(house.tx);
}
