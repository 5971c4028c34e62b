// Reactions (会籍通知): officers on both sides hear where a member went; the member hears it from the
// case itself.
import { holdersOf } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { maskName } from "@niangjia/foundation/masks";
import { tell } from "@niangjia/foundation/notices";
import type { Reaction } from "@niangjia/foundation/worker";
import { caseLink } from "@niangjia/registers/cases/contract";
import { currentMembership } from "@niangjia/registers/members";
import { getUnion } from "@niangjia/registers/organisations";
import { names, type RestoredEvent, type TransferredEvent } from "./events.ts";

interface Gone {
  readonly caseId: string;
  readonly personId: string;
  readonly from: string;
  readonly to: string;
}

async function tellOfficers(act: Act, unionId: string, gone: Gone, title: string): Promise<void> {
  const { caseId, personId, from, to } = gone;
  const membership = await currentMembership(act, personId);
  const [left, entered] = [await getUnion(act, from), await getUnion(act, to)];
  const who = membership ? `${maskName(membership.name)}（会员号 ${membership.number}）` : "会员";
  const body = `${who}的会籍已从“${left.name}”转到“${entered.name}”。`;
  const { path } = unionId === from ? left : entered;
  for (const { accountId } of await holdersOf(act, { role: "officer", orgPath: path })) {
    await tell(act, { accountId, title, body, link: caseLink(caseId) });
  }
}

const onTransferred: Reaction = {
  on: names.transferred,
  name: "membership.tell-both-unions",
  async run(act, event) {
    const { caseId, personId, fromUnionId: from, toUnionId: to } = (event as TransferredEvent).body;
    const gone = { caseId, personId, from, to };
    await tellOfficers(act, from, gone, "会员已转出");
    await tellOfficers(act, to, gone, "会员已转入");
  },
};

/** A membership that was kept at one union and is restored at another has left the first. */
const onRestored: Reaction = {
  on: names.restored,
  name: "membership.tell-union-left",
  async run(act, event) {
    const { caseId, personId, was, ...unions } = (event as RestoredEvent).body;
    const { fromUnionId: from, unionId: to } = unions;
    if (was === "ended" || from === to) return;
    await tellOfficers(act, from, { caseId, personId, from, to }, "会员已转出");
  },
};

export const reactions: readonly Reaction[] = [onTransferred, onRestored];
