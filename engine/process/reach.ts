// Reach (岗位与代理): whose a task is to do, by post, by name, or standing in for another.
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import type { Env } from "./outcome.ts";
import { sameSeat, standInsOf } from "./seats.ts";
import { identities, type Party, type Seat, type Task } from "./state.ts";

/** Who stands before the doors, and on which day; with the rules a definition names, where known. */
export type Caller = Pick<Env, "actor" | "today" | "rules">;

type Actor = Caller["actor"];

/** Those the actor stands in for, from a post that may do their work 代理: there or above. */
const principalsOf = ({ post, standsFor = [] }: Actor): readonly Party[] =>
  standsFor.filter(
    ({ role, orgPath: path }) =>
      post && standInsOf(role).includes(post.role) && contains(orgPath(post.orgPath), path),
  );

/** Whose post fits, or who holds it by name; a holder's proxy too. */
export const reaches = (task: Task, actor: Actor): boolean =>
  holds(task, actor) || (!task.given && seatsOf(actor).some((seat) => sameSeat(seat, task)));

export const holds = ({ holder }: Task, actor: Actor): boolean =>
  holder !== undefined &&
  [actor, ...principalsOf(actor)].some((one) =>
    identities(one).some((id) => identities(holder).includes(id)),
  );

const seatsOf = (actor: Actor): Seat[] => [
  ...(actor.post ? [seatOfPost(actor.post)] : []),
  ...principalsOf(actor),
];

export const seatOfPost = ({ role, orgPath: path }: NonNullable<Actor["post"]>): Seat => ({
  role,
  orgPath: orgPath(path),
});

/** The one the caller stands in for at a task, when it is not their own to do 代理. */
export function principalOf(task: Task, actor: Actor): Party | undefined {
  const { standsFor: _others, ...self } = actor;
  if (reaches(task, self)) return undefined;
  return principalsOf(actor).find((one) =>
    task.holder
      ? identities(one).some((id) => identities(task.holder!).includes(id))
      : sameSeat(one, task),
  );
}

/** A proxy is barred from what their principal is barred from. */
export function barred(task: Task, actor: Actor): boolean {
  const principal = principalOf(task, actor);
  const ids = [...identities(actor), ...(principal ? identities(principal) : [])];
  return ids.some((id) => task.excluded.includes(id));
}
