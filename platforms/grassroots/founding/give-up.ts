// Giving up a founding (终止筹建): whoever may approve it may end it while the union has not come to live. The union closes,
// its firm may be applied for again, and application, group and elections stay on record.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { tell } from "@niangjia/foundation/notices";
import { refuse } from "@niangjia/foundation/refusal";
import { closeUnion, getUnion, type Union } from "@niangjia/registers/organisations";
import type { giveUp as contract } from "./contract.ts";
import { refusals } from "./refusals.ts";
import { type FoundingRow, findFounding, noteGivenUp } from "./store.ts";

/** Those who decide on the application. */
export const enders = ["chair", "cadre"] as const;

function refuseOver({ opened_day, given_up_day }: FoundingRow, { name }: Union): void {
  if (opened_day !== null) throw refuse(refusals.livesAlready, { words: { name } });
  if (given_up_day !== null) throw refuse(refusals.givenUpAlready, { words: { name } });
}

/** Steps that are under way at the union are withdrawn as at any union that is closed. */
export async function giveUp(
  act: Act,
  { params: { id }, body: { why } }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const founding = await findFounding(act, id);
  if (!founding) throw refuse(refusals.foundingNotFound);
  const union = await getUnion(act, id);
  refuseOver(founding, union);
  const day = dayOf(act.now);
  await asHouse(act, async (house) => {
    await closeUnion(house, { unionId: id, day });
    // It may have come to live while this waited for the union.
    if (!(await noteGivenUp(house, id, { day, why }))) {
      throw refuse(refusals.livesAlready, { words: { name: union.name } });
    }
    if (founding.contact_account === null) return;
    await tell(house, {
      ...{ accountId: founding.contact_account, title: "工会的筹建已经终止" },
      body: `“${union.name}”不再筹建。原因：${why}。单位以后要建工会的，可以重新办理“建会申请”。`,
      link: "/functions/founding.apply",
    });
  });
  return { id };
}
