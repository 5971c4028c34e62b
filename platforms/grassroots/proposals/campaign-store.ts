// Store of campaigns (提案征集活动).
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";

export type CampaignRow = {
  id: string;
  org_id: string;
  org_path: string;
  title: string;
  words: string;
  from_day: Day;
  to_day: Day;
  made_at: Date;
  made_by: string;
  closed_at: Date | null;
};

type Tables = { "business.proposals_campaigns": CampaignRow };
const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertCampaign(act: Act, row: CampaignRow): Promise<void> {
  await db(act).insertInto("business.proposals_campaigns").values(row).execute();
}

/** The campaign a proposal of a union belongs to on a day: its own union's before one from above. */
export const openCampaign = (
  house: Act,
  path: OrgPath,
  on: Day,
): Promise<CampaignRow | undefined> =>
  db(house)
    .selectFrom("business.proposals_campaigns")
    .selectAll()
    .where(sql<boolean>`starts_with(${path}, org_path)`)
    .where("from_day", "<=", on)
    .where("to_day", ">=", on)
    .where("closed_at", "is", null)
    .orderBy(sql`length(org_path)`, "desc")
    .orderBy("from_day", "desc")
    .limit(1)
    .executeTakeFirst();

export const findCampaign = (act: Act, id: string): Promise<CampaignRow | undefined> =>
  db(act)
    .selectFrom("business.proposals_campaigns")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();

/** Answers whether it was still open. */
export async function closeCampaign(act: Act, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db(act)
    .updateTable("business.proposals_campaigns")
    .set({ closed_at: act.now })
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type CountedCampaign = CampaignRow & { readonly made: number; readonly filed: number };

/** Those in reach, the newest first, with how many proposals came and how many were filed. */
export async function listCampaigns(
  act: Act,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: CountedCampaign[]; total: number }> {
  const { rows } = await sql<CountedCampaign>`select c.*,
      (select count(*) from business.proposals_proposals p where p.campaign_id = c.id) as made,
      (select count(*) from business.proposals_proposals p
        where p.campaign_id = c.id and p.number is not null) as filed
    from business.proposals_campaigns c
    order by c.from_day desc, c.id desc limit ${limit} offset ${offset}`.execute(act.tx);
  const { total } = await db(act)
    .selectFrom("business.proposals_campaigns")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { rows, total };
}
