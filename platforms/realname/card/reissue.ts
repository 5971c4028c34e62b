// Reissuing (挂失补办): the old card is dead the moment it is filed; the new one is made on the officer's approval.
import {
  choiceField,
  flow,
  longTextField,
  officerOf,
  review,
  workdays,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { type Approved, caseFunction } from "@niangjia/registers/cases";
import { currentMembership } from "@niangjia/registers/members";
import { revoke } from "./reactions.ts";
import { refusals } from "./refusals.ts";
import { ownMembership } from "./show.ts";
import { findCard, holdCard, insertCard } from "./store.ts";

/** Working days the officer has; nobody waits longer for a card they are entitled to. */
const decidedWithin = 1;

const reasons = {
  lost: "手机丢失",
  stolen: "手机被盗",
  changed: "换了手机",
  broken: "手机损坏或重装",
};

const form = {
  reason: choiceField("补办原因", reasons),
  note: longTextField("说明", { required: false, help: "原来的卡在提交时立即失效，不能恢复" }),
} as const;

/** Only who had a card, and has no new one waiting, has something to reissue. */
async function opens(act: Act): Promise<void> {
  const { personId } = await ownMembership(act);
  const card = await findCard(act, personId);
  const reissuable = card && (card.state === "living" || card.revokedFor === "lost");
  if (!reissuable) throw refuse(refusals.nothingToReissue);
}

async function effect(act: Act, { personId, caseId }: Approved): Promise<string> {
  if (personId === null) throw new Error("a reissue is about whoever filed it");
  const membership = await currentMembership(act, personId);
  if (!membership || membership.state === "ended") throw refuse(refusals.notMember);
  const { orgPath } = membership;
  await asHouse(act, async (house) => {
    const card = await holdCard(house, personId);
    if (card && card.state !== "revoked") return;
    await insertCard(house, { id: newId(house.now), personId, orgPath, caseId });
  });
  return "新卡已备好，请在现在用的手机上打开会员卡领取。";
}

export const reissue = caseFunction({
  id: "card.reissue",
  title: "挂失补办",
  says: "手机丢了或换了手机，作废旧卡，领新卡",
  may: ["member"],
  words: ["卡丢了", "换手机", "手机丢了", "补卡"],
  version: 1,
  form,
  flow: flow(review(officerOf("union"), { within: workdays(decidedWithin), onTimeout: "pass" })),
  place: async (act) => (await ownMembership(act)).unionId,
  summary: ({ reason }) => reasons[reason as keyof typeof reasons],
  oneRunningFor: (act) => act.actor.personId ?? "",
  opens,
  filed: (act, { personId }) =>
    asHouse(act, async (house) => {
      if (personId !== null) await revoke(house, personId, "lost");
    }),
  effect,
});
