// Store of invitations (入会码): what was made, found by its code, and when it was stopped.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { InvitationKind } from "./contract.ts";

export type InvitationRow = {
  id: string;
  org_id: string;
  org_path: string;
  kind: InvitationKind;
  title: string;
  place: string;
  trade: string | null;
  code: string;
  opens_at: Date;
  closes_at: Date | null;
  expires_at: Date;
  resolution: string | null;
  resolution_day: Day | null;
  made_at: Date;
  made_by: string | null;
  stopped_at: Date | null;
  stopped_by: string | null;
};

type Tables = { "business.joining_invitations": InvitationRow };

const db = (act: Act) => act.tx.withTables<Tables>();
const invitations = (act: Act) => db(act).selectFrom("business.joining_invitations");

export const findInvitation = (act: Act, id: string): Promise<InvitationRow | undefined> =>
  invitations(act).selectAll().where("id", "=", id).executeTakeFirst();

/** By the code as it was given out. Whoever scans reaches no rows: read as the house. */
export const invitationByCode = (house: Act, code: string): Promise<InvitationRow | undefined> =>
  invitations(house).selectAll().where("code", "=", code).executeTakeFirst();

export async function insertInvitation(act: Act, row: InvitationRow): Promise<void> {
  await db(act).insertInto("business.joining_invitations").values(row).execute();
}

/** The first stop stays. */
export async function stopInvitation(
  act: Act,
  id: string,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await db(act)
    .updateTable("business.joining_invitations")
    .set({ stopped_at: at, stopped_by: by })
    .where("id", "=", id)
    .where("stopped_at", "is", null)
    .execute();
}

/** Newest first. */
export async function listInvitations(
  act: Act,
  { kind, size, offset }: { kind: InvitationKind | undefined; size: number; offset: number },
): Promise<{ rows: InvitationRow[]; total: number }> {
  const wanted = kind ? invitations(act).where("kind", "=", kind) : invitations(act);
  const rows = await wanted
    .selectAll()
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(size)
    .offset(offset)
    .execute();
  const { total } = await wanted
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { rows, total };
}
