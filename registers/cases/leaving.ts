// Leaving (离职转办): what lies with somebody who is gone goes back to their post where others hold it, else to
// whoever does that work up the line; so does what all at a post are kept from.
import { type PostEnded, postEndedName, postHolders } from "@niangjia/foundation/access";
import { type Act, system } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import type { Delivered } from "@niangjia/foundation/outbox";
import { Refusal, refuse } from "@niangjia/foundation/refusal";
import type { Role } from "@niangjia/foundation/roles";
import type { LongJob, Step, Sweep } from "@niangjia/foundation/worker";
import { attempt } from "./attempt.ts";
import { proceed } from "./command.ts";
import type { handOverDesk as contract } from "./contract.ts";
import type { Functions } from "./functions.ts";
import { handOverAtMost } from "./hand-over-contract.ts";
import { keepHandOver, keepPassedOn, type Order } from "./hand-overs.ts";
import { getHolder } from "./held.ts";
import {
  countHeld,
  countToMend,
  type LeftApplication,
  type LeftTask,
  type LeftWish,
  nextLeft,
  nextLeftApplication,
  setApplicant,
} from "./leaving-store.ts";
import { refusals } from "./refusals.ts";
import { refuseUnfit } from "./stand-ins.ts";
import { hasOthers, successors } from "./successors.ts";

interface Handing {
  readonly task: LeftTask;
  readonly to: string | undefined;
  readonly order: Order;
}

const left: Order = { how: "left", by: null, reason: "原办理人已离岗。" };
const barred: Order = { how: "barred", by: null, reason: "岗位上的同志都须回避。" };

const opinionOf = ({ by, reason }: Order): string =>
  by === null ? reason : `${by}安排交接：${reason}`;

/** True when it went to somebody. With nobody up to the top it stays at the post, for whoever gets it. */
async function handOn(act: Act, functions: Functions, { task, to, order: given }: Handing) {
  const { caseId: id, task: number } = task;
  const order = task.barred ? barred : given;
  const give = (post?: string) => {
    const command = { kind: "hand-over", task: number, opinion: opinionOf(order) } as const;
    const told = { id, command: post ? { ...command, to: post } : command };
    return attempt(act, async () => keepHandOver(act, await proceed(act, functions, told), order));
  };
  const toSeat = to === undefined && task.holder !== null && (await hasOthers(act, task));
  if (toSeat) return !((await give()) instanceof Refusal);
  for (const post of to === undefined ? await successors(act, task) : [to]) {
    if (!((await give(post)) instanceof Refusal)) return true;
  }
  if (task.holder !== null) await give();
  return false;
}

type Passing = Pick<Handing, "to" | "order"> & { readonly of: LeftApplication };

/** True when somebody else is to mend it now. */
async function passOn(act: Act, functions: Functions, { of, to: given, order }: Passing) {
  const { caseId, orgPath: path, role } = of;
  const opinion = opinionOf(order);
  for (const to of given === undefined ? await successors(act, of) : [given]) {
    const done = await attempt(act, async () => {
      const command = { kind: "hand-over", to, opinion } as const;
      const passed = await proceed(act, functions, { id: caseId, command });
      const { accountId } = passed.stepped.state.applicant!;
      await setApplicant(act, { caseId, accountId: accountId! });
      await keepPassedOn(act, passed, { seat: { role, orgPath: path }, order });
    });
    if (!(done instanceof Refusal)) return true;
  }
  return false;
}

interface Round {
  readonly step: Step;
  readonly functions: Functions;
  readonly wish: Omit<LeftWish, "after">;
  readonly to?: string | undefined;
  readonly order: Order;
  readonly goesOn?: (handled: number) => boolean;
}

/** One task after another; run again after a crash it finds what is still left. */
async function handOverAll({ step, functions, wish, to, order, goesOn = () => true }: Round) {
  const did = { handed: 0, left: 0 };
  let after: LeftWish["after"];
  while (goesOn(did.handed + did.left)) {
    const last: LeftWish["after"] = after;
    const done = await step(async (act) => {
      const task = await nextLeft(act, { ...wish, after: last });
      return task && { task, handed: await handOn(act, functions, { task, to, order }) };
    });
    if (!done) break;
    did[done.handed ? "handed" : "left"] += 1;
    after = done.task;
  }
  return did;
}

/** Where somebody still in office is to hand over also what they handed in from there. */
const heldAt = ({ role, orgPath: path, stillHeld }: Round["wish"]) =>
  stillHeld && role && path ? { role, orgPath: path } : undefined;

/** What waits for them to mend it, besides what they were asked to decide. */
async function handOverWhatIsLeft(round: Round) {
  const { step, functions, wish, to, order, goesOn = () => true } = round;
  const of = { accountId: wish.accountId, heldAt: heldAt(wish) };
  const did = await handOverAll(round);
  let after: string | undefined;
  while (goesOn(did.handed + did.left)) {
    const last: string | undefined = after;
    const done = await step(async (act) => {
      const found = await nextLeftApplication(act, { ...of, after: last });
      if (!found) return undefined;
      const passed = await passOn(act, functions, { of: found, to, order });
      return { caseId: found.caseId, passed };
    });
    if (!done) break;
    did[done.passed ? "handed" : "left"] += 1;
    after = done.caseId;
  }
  return did;
}

export const postEndedJob = (functions: Functions): LongJob => ({
  on: postEndedName,
  name: "cases.post-ended",
  async run(step, event, stopping) {
    const { body, orgPath: path } = event as Delivered<PostEnded>;
    const { accountId, role } = body;
    const wish = { accountId, role, orgPath: path ?? undefined };
    const goesOn = () => !stopping.aborted;
    await handOverWhatIsLeft({ step, functions, wish, order: left, goesOn });
  },
});

/** For posts whose last day has passed: nobody says so when it does. `subject`: an account. */
export const leavingSweep = (functions: Functions): Sweep => ({
  name: "cases.leaving",
  title: "离岗待办交接",
  cron: "37 1 * * *",
  run: (step, accountId) =>
    handOverWhatIsLeft({ step, functions, wish: { accountId }, order: left }),
});

/** Who takes it over does such work, and works under whoever orders it, or on the line above the desk, as who succeeds by itself does. */
async function refuseAstray(
  act: Act,
  { to, path, role }: { readonly to: string; readonly path: string; readonly role: Role },
): Promise<void> {
  const [taker] = await postHolders(act, [to]);
  const own = act.actor.post?.orgPath;
  const at = taker && orgPath(taker.orgPath);
  const reached = at && own && (contains(orgPath(own), at) || contains(at, orgPath(path)));
  if (!reached) throw refuse(refusals.noSuchPost);
  refuseUnfit(role, taker);
}

/** The house does it, at once and whole; the history says on whose word. */
export async function handOverDesk(
  act: Act,
  functions: Functions,
  { body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { from, to } = body;
  const { accountId, role, orgPath: path } = await getHolder(act, from);
  if (to !== undefined) await refuseAstray(act, { to, path, role });
  concerns(act, `post:${from}`);
  const held = { accountId, role, orgPath: path };
  const step: Step = (work) =>
    asHouse(act, (house) => work({ ...house, actor: system("cases.hand-over") }));
  const did = await handOverWhatIsLeft({
    ...{ step, functions, to, wish: { ...held, stillHeld: true } },
    order: { how: "ordered", by: act.actor.name, reason: body.reason },
    goesOn: (handled) => handled < handOverAtMost,
  });
  const still = (await countHeld(act, held)) + (await countToMend(act, held));
  return { ...did, more: still > did.left };
}
