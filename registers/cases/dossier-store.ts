// Store of case files (卷宗) that were made.
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
    purpose: string | null;
    at: Date;
    code: string | null;
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

export interface IssuedDossier {
  readonly caseId: string;
  readonly code: string;
  readonly lines: number;
  readonly lastHash: string;
  readonly purpose: string | null;
  readonly at: Date;
}

const issued = (house: Act) =>
  db(house)
    .selectFrom("business.case_dossiers")
    .select(["case_id as caseId", "code", "lines", "last_hash as lastHash", "purpose", "at"])
    .where("code", "is not", null)
    .$castTo<IssuedDossier>();

export const dossierOfCode = (house: Act, code: string): Promise<IssuedDossier | undefined> =>
  issued(house).where("code", "=", code).executeTakeFirst();

/** Two files that are the same to the last byte bear the same code. */
export const dossierOfFile = (house: Act, sha256: string): Promise<IssuedDossier | undefined> =>
  issued(house).where("sha256", "=", sha256).executeTakeFirst();
