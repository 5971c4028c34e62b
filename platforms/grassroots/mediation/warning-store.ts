// Store of warnings (督办预警): each is given once.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";

type WarningRow = {
  case_id: string;
  colour: "amber" | "red";
  org_path: string;
  due_day: Day;
  at: Date;
  told: number;
};

type Tables = { "business.mediation_warnings": WarningRow };

/** Answers whether it is the first of its colour for this due day. As the house. */
export async function takeWarning(house: Act, row: WarningRow): Promise<boolean> {
  const added = await house.tx
    .withTables<Tables>()
    .insertInto("business.mediation_warnings")
    .values(row)
    .onConflict((conflict) => conflict.columns(["case_id", "colour", "due_day"]).doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
