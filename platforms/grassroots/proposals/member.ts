// Members as proposals need them (提案人和同事): who may propose and vote, colleagues by name and phone, telling somebody.
import { accountOfPerson } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { normaliseName } from "@niangjia/foundation/names";
import { type Told, tell } from "@niangjia/foundation/notices";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type CurrentMembership,
  currentMembership,
  phoneBlinds,
} from "@niangjia/registers/members";
import { refusals } from "./refusals.ts";
import { type Colleague, findColleague } from "./store.ts";

/** The membership of whoever acts. Refuses who has none with a vote: a kept one has none. */
export async function ownMembership(act: Act): Promise<CurrentMembership> {
  const { personId } = act.actor;
  const held = personId === null ? undefined : await currentMembership(act, personId);
  if (held?.state !== "active") throw refuse(refusals.notMember);
  return held;
}

export interface Named {
  readonly name: string;
  readonly phone: string;
}

/** A member of the union, or of one under it, who bears this name and this phone. */
export const colleagueAt = (
  act: Act,
  path: OrgPath,
  { name, phone }: Named,
): Promise<Colleague | undefined> =>
  asHouse(act, (house) =>
    findColleague(house, {
      ...{ path, name: normaliseName(name), phoneBlinds: phoneBlinds(act.keys, phone) },
    }),
  );

/** Tells a person inside the system; whoever has no account yet finds it when they first sign in. */
export async function tellPerson(
  act: Act,
  personId: string,
  told: Omit<Told, "accountId">,
): Promise<void> {
  const accountId = await accountOfPerson(act, personId);
  if (accountId) await tell(act, { ...told, accountId });
}
