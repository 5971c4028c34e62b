// Store of lists taken out (扫码入会名单导出): who took which, and where the file lies.
import type { Act } from "@niangjia/foundation/act";
import type { ArrivalStatus } from "./shapes.ts";

export type ExportRow = {
  id: string;
  account_id: string | null;
  by_name: string;
  org_path: string;
  invitation_id: string;
  status: ArrivalStatus | null;
  fields: string[];
  purpose: string | null;
  rows: number;
  sha256: string;
  name: string;
  at: Date;
};

const db = (act: Act) => act.tx.withTables<{ "business.joining_exports": ExportRow }>();

export async function insertExport(
  act: Act,
  made: Omit<ExportRow, "account_id" | "by_name" | "at">,
): Promise<void> {
  const { accountId, name } = act.actor;
  const row = { ...made, account_id: accountId, by_name: name, at: act.now };
  await db(act).insertInto("business.joining_exports").values(row).execute();
}

/** An export of the actor's own account. */
export const findOwnExport = (
  act: Act,
  id: string,
): Promise<Pick<ExportRow, "sha256" | "name"> | undefined> =>
  db(act)
    .selectFrom("business.joining_exports")
    .select(["sha256", "name"])
    .where("id", "=", id)
    .where("account_id", "=", act.actor.accountId)
    .executeTakeFirst();
