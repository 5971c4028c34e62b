// Checking (扫码验证): whoever scans learns whether the card is good now, and part of a name; each check is noted.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { authenticate, type Shown, seconds, verdictOf } from "@niangjia/foundation/presentation";
import type { Sweep } from "@niangjia/foundation/worker";
import { type CheckVerdict, type check as contract, verdicts } from "./contract.ts";
import { allKeys } from "./key-store.ts";
import { forgetSeen, insertCheck, isFirstSight, isLiving } from "./store.ts";

/** Of two tills that read one code, the first is told that it is good. */
async function judge(house: Act, shown: Shown): Promise<CheckVerdict> {
  const revoked = !(await isLiving(house, shown.id));
  const verdict = verdictOf(shown, { now: house.now, revoked });
  if (verdict !== "valid") return verdict;
  return (await isFirstSight(house, shown.id, shown.shownAt)) ? "valid" : "replayed";
}

export async function checkCard(
  act: Act,
  { body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const shown = authenticate(body.code, await allKeys(act));
  const genuine = typeof shown === "string" ? null : shown;
  // The house knows all its keys: one it does not know is nobody's.
  const doubt = shown === "unreadable" ? "unreadable" : "forged";
  const verdict = genuine ? await asHouse(act, (house) => judge(house, genuine)) : doubt;
  await insertCheck(act, { cardId: genuine?.id ?? null, verdict });
  const [say, next] = verdicts[verdict];
  return { verdict, say, next, name: verdict === "valid" ? (genuine?.name ?? null) : null };
}

/** Beyond its window a code is stale anyway. */
const rememberedMs = 2 * (seconds.valid + 2 * seconds.skew) * 1000;

export const seenSweep: Sweep = {
  name: "card.seen",
  title: "清理用过的亮证码",
  cron: "*/10 * * * *",
  async run(step) {
    const forgotten = await step((act) =>
      forgetSeen(act, new Date(act.now.getTime() - rememberedMs)),
    );
    return { forgotten };
  },
};
