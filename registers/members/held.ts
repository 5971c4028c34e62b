// Held still (变动前锁定): a person's membership with the unions it concerns, unchanged until the act
// ends.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { refuse } from "@niangjia/foundation/refusal";
import { holdUnion, refusals, type Union, unionsByIds } from "../organisations/index.ts";
import { moveRefusals } from "./moves-contract.ts";
import { type CurrentMembership, holdPerson, readCurrent } from "./moves-store.ts";

export type { CurrentMembership };

/**
 * The membership a person has or had last; undefined for who never was a member. Read as the house:
 * it says where somebody is a member, which is for the caller to limit.
 */
export const currentMembership = (
  act: Act,
  personId: string,
): Promise<CurrentMembership | undefined> => asHouse(act, (house) => readCurrent(house, personId));

export interface Held {
  readonly membership: CurrentMembership;
  /** The union it goes to; its own when it stays. */
  readonly union: Union;
}

/**
 * Unions first and in order of path, then the person, as everywhere; so two such acts never wait
 * for each other in a ring. Within `asHouse`. Refuses who never was a member, a union that is
 * closed, and a membership that went elsewhere meanwhile.
 */
export async function holdMembership(
  house: Act,
  personId: string,
  unionId?: string,
): Promise<Held> {
  const before = await readCurrent(house, personId);
  if (!before) throw refuse(moveRefusals.notMember);
  const to = unionId ?? before.unionId;
  const union = await holdBoth(house, before.unionId, to);
  await holdPerson(house, personId);
  const membership = await readCurrent(house, personId);
  if (membership?.id !== before.id || membership.state !== before.state) {
    throw refuse(moveRefusals.justMoved);
  }
  return { membership, union };
}

/** The union it goes to, held with the one it comes from. */
async function holdBoth(house: Act, from: string, to: string): Promise<Union> {
  const found = [...(await unionsByIds(house, [from, to])).values()];
  const held: Union[] = [];
  for (const { id } of found.sort((one, other) => (one.path < other.path ? -1 : 1))) {
    held.push(await holdUnion(house, id));
  }
  const union = held.find(({ id }) => id === to);
  if (!union) throw refuse(refusals.notFound);
  if (union.state === "closed") throw refuse(refusals.closed, { words: { name: union.name } });
  return union;
}
