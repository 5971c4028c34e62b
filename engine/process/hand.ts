// Handing (交办): claiming, passing on, delegating, adding and removing signers.
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import type { RefusalKind } from "@niangjia/foundation/refusal";
import type { Role } from "@niangjia/foundation/roles";
import { release, settle } from "./course.ts";
import type { Env } from "./outcome.ts";
import { principalOf } from "./reach.ts";
import { family } from "./reading.ts";
import { refusals } from "./refusals.ts";
import { sameSeat, standInsOf } from "./seats.ts";
import { identities, type Party, type Task } from "./state.ts";
import type { Faulty, Moved, Work } from "./work.ts";

/** Members ask, administrators look after the machine: neither decides cases. */
export const neverAsked: readonly string[] = [
  "worker",
  "member",
  "system-admin",
  "security-admin",
  "audit-admin",
];

/**
 * The post a task may go to, or why not: somebody must hold it, at a union on the task's own line
 * (others could not see the case), who is not barred from it and not the one who hands it on.
 */
export function partyFor(env: Env, task: Task, post: string): Party | RefusalKind {
  const party = env.posts?.[post];
  if (!party || neverAsked.includes(party.role)) return refusals.noSuchPost;
  if (identities(party).length === 0) return refusals.noSuchPost;
  const online = contains(party.orgPath, task.orgPath) || contains(task.orgPath, party.orgPath);
  if (!online) return refusals.offTheLine;
  const ids = identities(party);
  if (identities(env.actor).some((id) => ids.includes(id))) return refusals.toOneself;
  return task.excluded.some((id) => ids.includes(id)) ? refusals.otherBarred : party;
}

/** Those asked must not stand at the step already, waiting to sign. */
export function partiesFor(env: Env, task: Task, posts: readonly string[]): Party[] | RefusalKind {
  const parties: Party[] = [];
  for (const post of new Set(posts)) {
    const found = partyFor(env, task, post);
    if ("code" in found) return found;
    parties.push(found);
  }
  return parties.length > 0 ? parties : refusals.noSuchPost;
}

/** A proxy claims it for whom they stand in. */
export const claim = (work: Work, task: Task): void =>
  work.setTask(task.id, { holder: principalOf(task, work.env.actor) ?? oneself(work) });

function oneself({ env: { actor } }: Work): Party {
  const { post, accountId, personId, name } = actor;
  if (!post) throw new Error("a seat is reached by a post");
  const { id: postId, role, orgPath: path } = post;
  return { postId, role, orgPath: orgPath(path), accountId, personId, words: name };
}

export const putBack = (work: Work, task: Task): void =>
  work.setTask(task.id, { holder: undefined, given: undefined, own: undefined });

const seatOf = ({ role, orgPath }: Party) => ({ role, orgPath });

const handedOn: readonly string[] = ["transfer", "hand-over", "escalate"];

/** The roles a task was asked of, from who has it now back to who had it first. */
function rolesAsked(work: Work, { id, token, in: since, role }: Task): Role[] {
  const before = work.tasks.find(
    (one) =>
      one.id < id &&
      one.token === token &&
      one.closed?.in === since &&
      handedOn.includes(one.closed?.how ?? ""),
  );
  return before ? [role, ...rolesAsked(work, before)] : [role];
}

/**
 * The other has what is left of the term, and all that was added. Whom one asks to take it is one's
 * own choice; the house hands it to those only who do the work of a role it was asked of.
 */
export function handTo(work: Work, task: Task, to: Party, how: "transfer" | "hand-over"): Faulty {
  const fits = rolesAsked(work, task).some((role) => standInsOf(role).includes(to.role));
  if (how === "hand-over" && !fits) return refusals.otherRole;
  if (how === "transfer" && isAsked(work, task, to)) return refusals.alreadyAsked;
  work.close(task.id, how);
  work.replace(task, { ...seatOf(to), holder: to, given: true, own: undefined });
}

/** The application is another's, who follows on the post it was handed in from. */
export function passOn(work: Work, post: string): Moved {
  const party = work.env.posts?.[post];
  if (!party || neverAsked.includes(party.role)) return refusals.noSuchPost;
  const ids = identities(party);
  if (ids.length === 0) return refusals.noSuchPost;
  if (ids.some((id) => work.parties.includes(id))) return refusals.otherBarred;
  const { accountId, personId, postId, words } = party;
  work.applicant = { accountId, personId, postId, words };
  return { kind: "hand-over", parties: [party] };
}

/** Whether somebody has a task of their own at this visit. */
const isAsked = (work: Work, { id: own, token }: Task, party: Party): boolean =>
  work
    .asked(token)
    .some(({ id, holder, ...seat }) =>
      id === own ? false : holder ? isOf(holder, party) : sameSeat(seat, party),
    );

const isOf = (holder: Party, party: Party) =>
  identities(holder).some((id) => identities(party).includes(id));

type Adding = { readonly how: "before" | "after" | "delegate"; readonly words: string };

/** New tasks beside one. What they hold up is read off `beside` when it matters. */
export function add(work: Work, task: Task, to: readonly Party[], { how, words }: Adding): Faulty {
  for (const party of to) {
    if (isAsked(work, task, party)) return refusals.alreadyAsked;
    const { token, node, excluded } = task;
    work.ask({
      ...{ ...seatOf(party), token, node, excluded, holder: party, given: true },
      beside: { how, task: task.id, by: work.by, words },
    });
  }
  return undefined;
}

/** Whoever waited for them waits no more. */
export function remove(work: Work, task: Task): Faulty {
  for (const one of [...family(work, task.id), task]) {
    if (!work.tasks[one.id - 1]!.closed) release(work, one);
  }
  return settle(work, task.token);
}
