// Store of numbers that federations set (规定数值).
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { Generated } from "kysely";

export type ValueState = "proposed" | "agreed" | "refused";

type Tables = {
  "business.rule_values": {
    number: Generated<number>;
    room: string;
    name: string;
    org_path: string;
    place: string;
    from_day: Day;
    value: number;
    document: string;
    article: string | null;
    state: ValueState;
    proposed_by: string;
    proposed_words: string;
    proposed_at: Date;
    decided_by: string | null;
    decided_words: string | null;
    decided_at: Date | null;
  };
};

const db = (act: Act) => act.tx.withTables<Tables>();

export interface ValueRow {
  readonly number: number;
  readonly room: string;
  readonly name: string;
  readonly orgPath: string;
  readonly place: string;
  readonly fromDay: Day;
  readonly value: number;
  readonly document: string;
  readonly article: string | null;
  readonly state: ValueState;
  readonly proposedBy: string;
  readonly proposedWords: string;
  readonly proposedAt: Date;
  readonly decidedWords: string | null;
  readonly decidedAt: Date | null;
}

const rows = (act: Act) =>
  db(act)
    .selectFrom("business.rule_values")
    .select(["number", "room", "name", "place", "value", "document", "article", "state"])
    .select(["org_path as orgPath", "from_day as fromDay", "proposed_by as proposedBy"])
    .select(["proposed_words as proposedWords", "proposed_at as proposedAt"])
    .select(["decided_words as decidedWords", "decided_at as decidedAt"])
    .$castTo<ValueRow>();

/** What was agreed to, of one room, for any of these places. */
export const agreedFor = (
  house: Act,
  { room, places }: { readonly room: string; readonly places: readonly string[] },
): Promise<ValueRow[]> =>
  rows(house)
    .where("state", "=", "agreed")
    .where("room", "=", room)
    .where("place", "in", places)
    .execute();

/** Everything a federation ever set or proposed, newest first. */
export const valuesAt = (act: Act, orgPath: string): Promise<ValueRow[]> =>
  rows(act).where("org_path", "=", orgPath).orderBy("number", "desc").limit(500).execute();

/** The value of a number that waits to be agreed to, held until the act ends. */
export const lockProposed = (act: Act, number: number): Promise<ValueRow | undefined> =>
  rows(act)
    .where("number", "=", number)
    .where("state", "=", "proposed")
    .forUpdate()
    .executeTakeFirst();

type Proposal = Omit<ValueRow, "number" | "state" | "proposedAt" | "decidedWords" | "decidedAt">;

/** Undefined when another one waits already. */
export async function insertProposal(act: Act, one: Proposal): Promise<number | undefined> {
  const { room, name, place, value, document, article } = one;
  const row = await db(act)
    .insertInto("business.rule_values")
    .values({
      ...{ room, name, place, value, document, article, state: "proposed" as const },
      ...{ org_path: one.orgPath, from_day: one.fromDay, proposed_by: one.proposedBy },
      ...{ proposed_words: one.proposedWords, proposed_at: act.now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("number")
    .executeTakeFirst();
  return row?.number;
}

export async function decideProposal(
  act: Act,
  number: number,
  decided: { readonly state: ValueState; readonly by: string; readonly words: string },
): Promise<void> {
  await db(act)
    .updateTable("business.rule_values")
    .set({ state: decided.state, decided_by: decided.by })
    .set({ decided_words: decided.words, decided_at: act.now })
    .where("number", "=", number)
    .execute();
}
