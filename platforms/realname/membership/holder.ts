// The holder of a membership (会籍本人): whose it is, where it is now, and that it is still where a
// case says.
import type { Act } from "@niangjia/foundation/act";
import { foldName } from "@niangjia/foundation/names";
import { refuse } from "@niangjia/foundation/refusal";
import { type Application, type Approved, faultyFacts } from "@niangjia/registers/cases";
import {
  type CurrentMembership,
  currentMembership,
  moveRefusals,
  type Source,
} from "@niangjia/registers/members";
import { refusals } from "./contract.ts";

/** Moving, leaving and restoring exclude each other: one of them may run for a person at a time. */
export const ofMembership = {
  runsAmong: "membership.moves",
  oneRunningFor: ({ actor }: Act): string => actor.personId ?? "",
} as const;

/** The membership of whoever applies, living or ended; refuses who never had one. */
export async function getOwn(act: Act): Promise<CurrentMembership> {
  const { personId } = act.actor;
  const own = personId === null ? undefined : await currentMembership(act, personId);
  if (!own) throw refuse(refusals.neverMember);
  return own;
}

/** The living one; who has left is sent to have it restored. */
export async function getLiving(act: Act): Promise<CurrentMembership> {
  const own = await getOwn(act);
  if (own.state === "ended") throw refuse(refusals.memberNoMore);
  return own;
}

/** Who decides reads the name on file; another one is a change of its own. */
export function refuseOtherName(own: CurrentMembership, name: string): void {
  if (foldName(own.name) === foldName(name)) return;
  throw faultyFacts([
    { path: "name", say: "与登记的姓名不一致；改过名字的，请先申请“会员信息变更”。" },
  ]);
}

/** These cases are about the person who files them. */
export function personOf({ personId }: Pick<Application, "personId">): string {
  if (personId === null) throw new Error("a case of membership is about a person");
  return personId;
}

/** The person an approved case is about, still a member of the union that decided. */
export async function getHolder(
  act: Act,
  application: Pick<Application, "personId" | "union">,
): Promise<CurrentMembership> {
  const { union } = application;
  const held = await currentMembership(act, personOf(application));
  if (!held || held.state === "ended") throw refuse(moveRefusals.notMember);
  if (held.unionId !== union.id) throw refuse(moveRefusals.justMoved);
  return held;
}

export const sourceOf = (act: Act, { caseId }: Pick<Approved, "caseId">): Source => ({
  kind: "case",
  id: caseId,
  byAccount: act.actor.accountId,
});
