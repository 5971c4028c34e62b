// Store of what was filed (填报内容): what many cases say, read at once for a list of the people who filed them.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";
import type { CaseTables, StoredCase } from "./store.ts";

export type FiledCase = Pick<
  StoredCase,
  "id" | "number" | "personId" | "orgPath" | "facts" | "factsCipher" | "outcome" | "endedAt"
>;

/** Those of the cases that the actor may read, by id; facts as they stand openly, `openSecrets` opens the rest. */
export async function filedCases(
  act: Act,
  ids: readonly string[],
): Promise<Map<string, FiledCase>> {
  const rows = await act.tx
    .withTables<CaseTables>()
    .selectFrom("business.cases")
    .select(["id", "number", "person_id as personId", "org_path as orgPath", "facts"])
    .select(["facts_cipher as factsCipher", "outcome", "ended_at as endedAt"])
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .$castTo<FiledCase>()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
