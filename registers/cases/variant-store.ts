// Store of local flows (本地流程).
import type { Changes } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { fixed } from "@niangjia/foundation/postgres";
import type { Generated } from "kysely";

export type VariantState = "proposed" | "agreed" | "refused";

type Tables = {
  "business.case_flow_variants": {
    number: Generated<number>;
    function: string;
    version: number;
    org_path: string;
    from_day: Day;
    changes: Changes | string;
    state: VariantState;
    proposed_by: string;
    proposed_words: string;
    proposed_at: Date;
    decided_by: string | null;
    decided_words: string | null;
    decided_at: Date | null;
  };
};

const db = (act: Act) => act.tx.withTables<Tables>();

export interface VariantRow {
  readonly number: number;
  readonly function: string;
  readonly version: number;
  readonly orgPath: OrgPath;
  readonly fromDay: Day;
  readonly changes: Changes;
  readonly state: VariantState;
  readonly proposedBy: string;
  readonly proposedWords: string;
  readonly proposedAt: Date;
  readonly decidedWords: string | null;
  readonly decidedAt: Date | null;
}

const rows = (act: Act) =>
  db(act)
    .selectFrom("business.case_flow_variants")
    .select([
      "number",
      "function",
      "version",
      "org_path as orgPath",
      "from_day as fromDay",
      "changes",
      "state",
      "proposed_by as proposedBy",
      "proposed_words as proposedWords",
      "proposed_at as proposedAt",
      "decided_words as decidedWords",
      "decided_at as decidedAt",
    ])
    .$castTo<VariantRow>();

interface Place {
  readonly function: string;
  readonly orgPath: OrgPath;
}

/** The history of a federation's own local flow of a function, newest first. */
export const variantsAt = (act: Act, { function: fn, orgPath }: Place): Promise<VariantRow[]> =>
  rows(act)
    .where("function", "=", fn)
    .where("org_path", "=", orgPath)
    .orderBy("number", "desc")
    .limit(50)
    .execute();

const inForce = fixed<Pick<VariantRow, "number" | "changes">>(`
  select number, changes from business.case_flow_variants
  where function = $1 and version = $2 and state = 'agreed' and from_day <= $3
    and org_path = any((select line from organisation.unions where id = $4)::text[])
  order by length(org_path) desc, from_day desc, number desc limit 1`);

interface Wanted {
  readonly function: string;
  readonly version: number;
  readonly placeId: string;
}

/** Agreed changes of a version in force today at a union: the nearest federation's, its newest. */
export async function variantInForce(
  { tx, now }: Act,
  { function: fn, version, placeId }: Wanted,
): Promise<Pick<VariantRow, "number" | "changes"> | undefined> {
  const [found] = await inForce(tx, fn, version, dayOf(now), placeId);
  return found;
}

/** The changes of a number that wait to be agreed to, held until the act ends. */
export const lockProposed = (act: Act, number: number): Promise<VariantRow | undefined> =>
  rows(act)
    .where("number", "=", number)
    .where("state", "=", "proposed")
    .forUpdate()
    .executeTakeFirst();

type Proposal = Pick<
  VariantRow,
  "function" | "version" | "orgPath" | "fromDay" | "changes" | "proposedBy" | "proposedWords"
>;

/** Undefined when another one waits already. */
export async function insertProposal(act: Act, one: Proposal): Promise<number | undefined> {
  const row = await db(act)
    .insertInto("business.case_flow_variants")
    .values({
      function: one.function,
      version: one.version,
      org_path: one.orgPath,
      from_day: one.fromDay,
      changes: JSON.stringify(one.changes),
      state: "proposed",
      proposed_by: one.proposedBy,
      proposed_words: one.proposedWords,
      proposed_at: act.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("number")
    .executeTakeFirst();
  return row?.number;
}

export async function decideProposal(
  act: Act,
  number: number,
  {
    state,
    by,
    words,
  }: { readonly state: VariantState; readonly by: string; readonly words: string },
): Promise<void> {
  await db(act)
    .updateTable("business.case_flow_variants")
    .set({ state, decided_by: by, decided_words: words, decided_at: act.now })
    .where("number", "=", number)
    .execute();
}
