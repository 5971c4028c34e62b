// Rebalancing (调整分工): the chair or cadre above gives tasks of one seat to another, and gives them back where they were.
import type { CaseState, Seat, Task } from "@niangjia/engine/process";
import { type PostHolder, postHolders, postsOfSeat } from "@niangjia/foundation/access";
import { type Act, system } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { Refusal, refuse } from "@niangjia/foundation/refusal";
import { attempt } from "./attempt.ts";
import { proceed } from "./command.ts";
import type { Functions } from "./functions.ts";
import { keepHandOver, type Order } from "./hand-overs.ts";
import { seat } from "./places.ts";
import type * as contract from "./rebalance-contract.ts";
import { refusals } from "./refusals.ts";
import { refuseUnfit } from "./stand-ins.ts";
import { getCase } from "./take.ts";

type Item = Asked<typeof contract.giveTasks>["body"]["items"][number];
type Verdict = Answer<typeof contract.giveTasks>["rows"][number];

const ownPath = ({ actor: { post } }: Act) => {
  if (!post) throw new Error("only a post-holder shares out work");
  return orgPath(post.orgPath);
};

/** A task at the actor's own union or below; what applicants are to sign themselves is nobody's to give. */
async function getTask(act: Act, { id, task }: Item): Promise<{ task: Task; state: CaseState }> {
  const { state } = await seat(act, (await getCase(act, id)).state);
  const found = state.tasks[task - 1];
  if (!found || found.own || !contains(ownPath(act), found.orgPath))
    throw refuse(refusals.notYoursToGive);
  return { task: found, state };
}

interface Giving {
  readonly functions: Functions;
  readonly item: Item;
  /** A post; without one it goes back to its seat. */
  readonly to?: string | undefined;
  readonly order: Order;
  /** It goes to the seat by way of somebody there; on record it goes there at once. */
  readonly way?: "by-somebody" | "on-to-seat";
}

const opinionOf = ({ how, by, reason }: Order): string =>
  how === "shared" ? `${by}调整分工：${reason}` : `${by}${reason}`;

/** The house does it, on the actor's word; answers the number the task has from now on. */
async function give(act: Act, giving: Giving): Promise<number> {
  const { functions, item, to, order, way } = giving;
  const { id, task } = item;
  const command = {
    kind: "hand-over",
    task,
    opinion: opinionOf(order),
    ...(to && { to }),
  } as const;
  const { state } = await asHouse(act, async (house) => {
    const sharing = { ...house, actor: system("cases.rebalance") };
    const done = await proceed(sharing, functions, { id, command });
    const toSeat = way === "by-somebody";
    if (way !== "on-to-seat") await keepHandOver(sharing, done, { ...order, toSeat });
    return done.stepped;
  });
  return state.tasks.findLast((one) => one.in === state.actions)?.id ?? task;
}

/**
 * One case after another in order of their ids, so that two such acts never wait for each other in
 * a ring; each has its own verdict, and one refused does not stop the others.
 */
async function each(
  act: Act,
  items: readonly Item[],
  work: (item: Item) => Promise<number>,
): Promise<Answer<typeof contract.giveTasks>> {
  const verdicts = new Map<Item, Verdict>();
  for (const item of items.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const { id } = item;
    const done = await attempt(act, () => work(item));
    verdicts.set(
      item,
      done instanceof Refusal
        ? { id, ok: false, code: done.kind.code, say: done.message, next: done.next }
        : { id, ok: true, task: done },
    );
  }
  const rows = items.flatMap((item) => verdicts.get(item) ?? []);
  return { given: rows.filter(({ ok }) => ok).length, rows };
}

async function getTaker(act: Act, post: string): Promise<PostHolder> {
  const [taker] = await postHolders(act, [post]);
  const reached = taker && contains(ownPath(act), orgPath(taker.orgPath));
  if (!reached) throw refuse(refusals.noSuchTaker);
  return taker;
}

export async function giveTasks(
  act: Act,
  functions: Functions,
  { body: { items, to, reason } }: Asked<typeof contract.giveTasks>,
): Promise<Answer<typeof contract.giveTasks>> {
  const taker = await getTaker(act, to);
  concerns(act, `post:${to}`);
  const order = { how: "shared", by: act.actor.name, reason } as const;
  return each(act, items, async (item) => {
    refuseUnfit((await getTask(act, item)).task.role, taker);
    return give(act, { functions, item, to, order });
  });
}

const isAt = ({ role, orgPath: path }: Seat, { role: other, orgPath: where }: Seat): boolean =>
  role === other && path === where;

const handedFrom = ({ tasks }: CaseState, { in: number, token }: Task): Task | undefined =>
  tasks.find(
    ({ token: visit, closed }) =>
      visit === token && closed?.how === "hand-over" && closed.in === number,
  );

/** What a task was before it was given to somebody. What came back already is not given back again. */
function whence(state: CaseState, task: Task): Task {
  const before = task.given && handedFrom(state, task);
  const first = before && handedFrom(state, before);
  const isBack = first && isAt(first, task) && first.holder?.postId === task.holder?.postId;
  if (!before || isBack) throw refuse(refusals.nothingToGiveBack);
  return before;
}

const mayTake =
  ({ excluded }: Task) =>
  ({ accountId, personId }: PostHolder): boolean =>
    !excluded.includes(accountId) && !excluded.includes(personId);

/** Somebody at the seat takes it and puts it back there, so that whoever has the post may do it. */
async function toSeat(act: Act, giving: Omit<Giving, "to">, before: Task): Promise<number> {
  const holder = (await postsOfSeat(act, before)).find(mayTake(before));
  if (!holder) throw refuse(refusals.seatVacant);
  const task = await give(act, { ...giving, to: holder.postId, way: "by-somebody" });
  return give(act, { ...giving, item: { ...giving.item, task }, way: "on-to-seat" });
}

export async function giveBackTasks(
  act: Act,
  functions: Functions,
  { body: { items } }: Asked<typeof contract.giveBackTasks>,
): Promise<Answer<typeof contract.giveBackTasks>> {
  const order = { how: "returned", by: act.actor.name, reason: "撤回了分工调整。" } as const;
  return each(act, items, async (item) => {
    const { task, state } = await getTask(act, item);
    const before = whence(state, task);
    const giving = { functions, item, order };
    if (before.holder?.postId) return give(act, { ...giving, to: before.holder.postId });
    return isAt(before, task) ? give(act, giving) : toSeat(act, giving, before);
  });
}
