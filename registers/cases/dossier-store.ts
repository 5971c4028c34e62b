// Store of case files (卷宗) that were taken out whole.
import type { Act } from "@niangjia/foundation/act";

type Tables = {
  "business.case_dossiers": {
    id: string;
    case_id: string;
    account_id: string;
    sha256: string;
    name: string;
    lines: number;
    last_hash: string;
    purpose: string;
    at: Date;
  };
};

const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertDossier(
  act: Act,
  row: Tables["business.case_dossiers"],
): Promise<void> {
  await db(act).insertInto("business.case_dossiers").values(row).execute();
}

/** The file, when the actor made it. */
export const findDossier = (act: Act, id: string) =>
  db(act)
    .selectFrom("business.case_dossiers")
    .select(["sha256", "name"])
    .where("id", "=", id)
    .executeTakeFirst();
