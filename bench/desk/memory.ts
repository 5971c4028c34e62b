// Steps in memory (内存里的一步): our pure step beside XState's pure transition, each from stored JSON
// and back to JSON.
import assert from "node:assert/strict";
import { draft, type Env, isRefusal, type Lineage, step } from "@niangjia/engine/process";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { orgPath } from "@niangjia/foundation/orgpath";
import { dueBy, workdaysBetween } from "@niangjia/foundation/workdays";
import { peerModule } from "../peers.ts";
import { compare, timed } from "../rounds.ts";
import { deciders, grantFlow } from "./room.ts";

type Actor = Env["actor"];
type Decider = (typeof deciders)[number];

const county = orgPath("/430000/430100/430121/");
const firm = orgPath(`${county}1/`);
const lineage: Lineage = [
  { orgPath: firm, level: null },
  { orgPath: county, level: "county" },
];
const seats: Record<Decider, string> = { officer: firm, chair: firm, cadre: county };

const person = (name: string): Actor => ({
  ...{ kind: "person", post: null, name },
  ...{ accountId: newId(), personId: newId() },
});

const applicant = person("林小满");
const actors = deciders.map((role): Actor => {
  const post = { id: newId(), role, orgId: newId(), orgPath: seats[role] };
  return { ...person("周明"), kind: "staff", post };
});

/** Who does something, at this moment. */
function envOf(actor: Actor): Env {
  const now = new Date();
  return {
    now,
    today: dayOf(now),
    actor,
    due: dueBy,
    workdaysTo: workdaysBetween,
    unions: { union: lineage },
  };
}

function ours(): string {
  let text = JSON.stringify(draft);
  for (const [task, actor] of [applicant, ...actors].entries()) {
    const command = task === 0 ? ({ kind: "submit" } as const) : ({ kind: "agree", task } as const);
    const stepped = step(grantFlow, JSON.parse(text), command, envOf(actor));
    assert(!isRefusal(stepped));
    text = JSON.stringify(stepped.state);
  }
  return text;
}

interface Event {
  readonly type: "submit" | "agree";
  readonly env: Env;
}

interface Task {
  readonly node: string;
  readonly role: string;
  readonly orgPath: string;
  readonly since: string;
  readonly due: Day;
  readonly excluded: readonly (string | null)[];
  readonly closed: object | null;
}

interface Context {
  readonly applicant: Actor | null;
  readonly tasks: readonly Task[];
}

interface Given {
  readonly context: Context;
  readonly event: Event;
}

interface XState {
  createMachine(config: object): { resolveState(stored: object): object };
  assign(change: (given: Given) => Partial<Context>): object;
  transition(machine: object, state: object, event: Event): [state: object, actions: object[]];
  initialTransition(machine: object): [state: object, actions: object[]];
}

const by = ({ accountId, personId, post, name }: Actor) => ({
  ...{ accountId, personId, words: name },
  postId: post?.id ?? null,
});

/**
 * The same process as a statechart: whose turn it is, until when, who may not; and who decided it.
 */
function machineOf({ createMachine, assign }: XState) {
  const opened = (role: Decider) =>
    assign(({ context, event: { env } }) => {
      const { accountId = null, personId = null } = context.applicant ?? {};
      const within = { workdays: role === "cadre" ? 3 : 2 };
      const task: Task = {
        ...{ node: role, role, orgPath: seats[role], since: env.now.toISOString() },
        due: env.due(within, env.today),
        excluded: [accountId, personId],
        closed: null,
      };
      return { tasks: [...context.tasks, task] };
    });
  const closed = assign(({ context, event: { env } }) => ({
    tasks: context.tasks.map((task) =>
      task.closed
        ? task
        : { ...task, closed: { at: env.now.toISOString(), how: "agree", by: by(env.actor) } },
    ),
  }));
  const mayDecide = ({ context, event: { env } }: Given): boolean => {
    const task = context.tasks.at(-1);
    const { post, accountId, personId } = env.actor;
    if (!task || !post || task.role !== post.role || task.orgPath !== post.orgPath) return false;
    return !task.excluded.includes(accountId) && !task.excluded.includes(personId);
  };
  const handedIn = assign(({ event: { env } }) => ({ applicant: env.actor }));
  const decision = (role: Decider, target: string) => ({
    entry: opened(role),
    on: { agree: { target, guard: mayDecide, actions: closed } },
  });
  return createMachine({
    id: "grant",
    initial: "draft",
    context: { applicant: null, tasks: [] },
    states: {
      draft: { on: { submit: { target: "officer", actions: handedIn } } },
      officer: decision("officer", "chair"),
      chair: decision("chair", "cadre"),
      cadre: decision("cadre", "approved"),
      approved: { type: "final" },
    },
  });
}

async function openPeer(): Promise<() => string> {
  const xstate = await peerModule<XState>("xstate");
  const machine = machineOf(xstate);
  const [first] = xstate.initialTransition(machine);
  return () => {
    let text = JSON.stringify(first);
    for (const [nth, actor] of [applicant, ...actors].entries()) {
      const event = { type: nth === 0 ? "submit" : "agree", env: envOf(actor) } as const;
      const state = machine.resolveState(JSON.parse(text));
      text = JSON.stringify(xstate.transition(machine, state, event)[0]);
    }
    return text;
  };
}

const casesARound = 5_000;
const steps = 1 + deciders.length;

/** Steps a second of both. */
export async function compareSteps(rounds: number) {
  const peer = await openPeer();
  assert.equal(JSON.parse(ours()).status, "approved");
  assert.equal(JSON.parse(peer()).value, "approved");
  const rateOf = (work: () => string) => async (): Promise<number> => {
    const milliseconds = await timed(async () => {
      for (let nth = 0; nth < casesARound; nth += 1) work();
    });
    return (casesARound * steps * 1000) / milliseconds;
  };
  return compare("内存里的一步", rounds, { ours: rateOf(ours), peer: rateOf(peer) });
}
