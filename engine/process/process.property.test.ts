// Properties (性质) of every definition under every order of commands. The seed is printed.
import { addCalendarDays, type Day } from "@niangjia/foundation/day";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allows, can } from "./can.ts";
import { type CommandKind, notNow, type Status, statuses } from "./contract.ts";
import {
  allSign,
  anySign,
  approve,
  copy,
  type Definition,
  decisionsBefore,
  flow,
  isDecision,
  nodeOf,
  type OnTimeout,
  postOf,
  review,
  workdays,
} from "./definition.ts";
import { replay } from "./replay.ts";
import {
  type Action,
  type CaseState,
  type Command,
  draft,
  type Env,
  identities,
  isRefusal,
  type Outcome,
  openTasks,
  openTokens,
  type Task,
} from "./state.ts";
import { step } from "./step.ts";
import { clock, envAt, firm, monday, person } from "./testing.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

const assignee = fc
  .tuple(
    fc.constantFrom("officer" as const, "chair" as const, "cadre" as const),
    fc.constantFrom("union", "union.parent", "union.county", "union.city"),
  )
  .map(([role, at]) => postOf(role, at));
const assignees = fc.array(assignee, { minLength: 1, maxLength: 3 });

const decision = fc
  .record({
    build: fc.constantFrom(review, approve),
    sign: fc.constantFrom(anySign, allSign),
    of: assignees,
    term: fc.integer({ min: 1, max: 4 }),
    onTimeout: fc.constantFrom<OnTimeout>("remind", "pass", "escalate"),
    distinct: fc.boolean(),
  })
  .map(({ build, sign, of, term, ...rest }) =>
    build(sign(...of), { ...rest, within: workdays(term) }),
  );
const copying = assignees.map((to) => copy(...to));

const definitions: fc.Arbitrary<Definition> = fc
  .tuple(fc.array(fc.oneof(decision, decision, copying), { maxLength: 3 }), decision, copying)
  .map(([before, last, tail]) => flow(...before, last, tail));

/** One thing somebody tries. Numbers choose among what there is, so that most tries make sense. */
interface Try {
  readonly kind: CommandKind;
  readonly pick: number;
  readonly who: number;
  readonly days: number;
  readonly opinion: string;
}

const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.record({
    kind: fc.oneof(
      { weight: 5, arbitrary: fc.constant("agree" as const) },
      { weight: 3, arbitrary: fc.constantFrom("return" as const, "lapse" as const) },
      { weight: 1, arbitrary: fc.constant("fulfil" as const) },
      { weight: 2, arbitrary: fc.constantFrom("resubmit" as const, "urge" as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("submit" as const, "reject" as const, "withdraw" as const),
      },
    ),
    pick: fc.nat(7),
    who: fc.nat(4),
    days: fc.constantFrom(-7, 0, 0, 1, 2, 5, 5),
    opinion: fc.constantFrom("", "请补正材料", "情况属实"),
  }),
  { maxLength: 25 },
);

const people = ["甲", "乙", "丙", "丁", "戊"];

/** Number 0 is the applicant, who also holds posts; the case is about number 1 too. */
function actorFor(name: string, task: Task | undefined): Env["actor"] {
  return person(name, task?.role ?? "officer", task?.orgPath ?? firm);
}

function commandFor(definition: Definition, state: CaseState, tried: Try): Command {
  const { kind, opinion, pick } = tried;
  const among = openTasks(state).length > 0 ? openTasks(state) : state.tasks;
  const task = among[pick % Math.max(1, among.length)]?.id ?? pick + 1;
  const to = pick % 2 === 0 ? undefined : definition.nodes[pick % definition.nodes.length]?.id;
  if (kind === "return") return { kind, task, opinion, to };
  if (kind === "agree" || kind === "reject" || kind === "fulfil") return { kind, task, opinion };
  return kind === "lapse" ? { kind, task } : { kind, opinion };
}

const byHouse = ({ kind }: Command): boolean => kind === "lapse" || kind === "fulfil";

interface Tried {
  readonly before: CaseState;
  readonly command: Command;
  readonly env: Env;
  readonly outcome: Outcome;
}

/** Tries everything in turn from a case just handed in. The calendar may be set back a week. */
function walk(definition: Definition, attempts: readonly Try[]): Tried[] {
  let state: CaseState = draft;
  let today: Day = monday;
  const trail: Tried[] = [];
  const attempt = (command: Command, actor: Env["actor"]) => {
    const env = { ...envAt(today, actor), concerned: ["person-乙"] };
    const outcome = step(definition, state, command, env);
    trail.push({ before: state, command, env, outcome });
    if (!isRefusal(outcome)) state = outcome.state;
  };
  attempt({ kind: "submit" }, person("甲"));
  for (const tried of attempts) {
    today = addCalendarDays(today, tried.days);
    const command = commandFor(definition, state, tried);
    const task = "task" in command ? state.tasks.find(({ id }) => id === command.task) : undefined;
    const byApplicant = command.kind === "resubmit" || command.kind === "urge";
    const name = byApplicant ? "甲" : (people[tried.who] ?? "甲");
    attempt(command, byHouse(command) ? clock : actorFor(name, task));
  }
  return trail;
}

const statesOf = (trail: Tried[]) =>
  trail.map(({ before, outcome }) => (isRefusal(outcome) ? before : outcome.state));
const actionsOf = (trail: Tried[]): Action[] =>
  trail.flatMap(({ outcome }) => (isRefusal(outcome) ? [] : outcome.actions));

/** Checks a property on the trails of some hundred random cases. */
const always = (check: (trail: Tried[], definition: Definition) => void) =>
  fc.assert(
    fc.property(definitions, tries, (definition, attempts) => {
      check(walk(definition, attempts), definition);
    }),
    { seed, numRuns: 300 },
  );

test("the walks reach every status and kind of action, so the properties say something", () => {
  const seen = new Set<string>();
  always((trail) => {
    for (const state of statesOf(trail)) seen.add(state.status);
    for (const { kind } of actionsOf(trail)) seen.add(kind);
  });
  const wanted = Object.keys(statuses).filter((status) => status !== "draft");
  for (const kind of ["resubmit", "urge", "withdraw", "remind", "pass", "escalate", "fulfil"])
    wanted.push(kind);
  expect([...seen]).toEqual(expect.arrayContaining(wanted));
});

test("a running case has an open task at each place it stands, any other case has none", () => {
  always((trail) => {
    for (const state of statesOf(trail)) {
      const stands = new Set(openTokens(state).map(({ id }) => id));
      const asked = new Set(openTasks(state).map(({ token }) => token));
      expect(asked).toEqual(stands);
      expect(stands.size > 0).toBe(state.status === "running");
    }
  });
});

test("replaying the stored actions gives the state", () => {
  always((trail, definition) => {
    const stored = JSON.parse(JSON.stringify(actionsOf(trail)));
    expect(replay(definition, stored)).toEqual(statesOf(trail).at(-1));
  });
});

test("a command outside the table is refused with the code its grey button shows", () => {
  always((trail, definition) => {
    for (const { before, command, env, outcome } of trail) {
      if (allows(before.status, command.kind)) continue;
      const { code } = notNow[before.status];
      expect(outcome).toMatchObject({ code });
      const door = can(definition, before, env).find((one) => one.command === command.kind);
      if (!byHouse(command)) expect(door).toMatchObject({ open: false, code });
    }
  });
});

test("nothing is accepted after a final status", () => {
  const final: Status[] = ["approved", "rejected", "withdrawn"];
  always((trail) => {
    for (const { before, outcome } of trail) {
      if (final.includes(before.status)) expect(isRefusal(outcome)).toBe(true);
    }
  });
});

test("every door tells the truth: open ones are taken, closed ones refused by their code", () => {
  always((trail, definition) => {
    const { before, env } = trail.at(-1)!;
    for (const door of can(definition, before, env)) {
      const held = openTasks(before).find(
        ({ role, orgPath }) => env.actor.post?.role === role && env.actor.post.orgPath === orgPath,
      );
      const task = (door.open ? door.task : undefined) ?? (held ?? openTasks(before)[0])?.id ?? 1;
      const command = { kind: door.command, task, opinion: "请补正材料" } as Command;
      const outcome = step(definition, before, command, env);
      if (door.open) expect(isRefusal(outcome)).toBe(false);
      else expect(outcome).toMatchObject({ code: door.code, say: door.why });
    }
  });
});

test("the effect is asked for exactly once, by the last approval, and only when approved", () => {
  always((trail) => {
    const done = trail.flatMap(({ outcome }) => (isRefusal(outcome) ? [] : outcome));
    const asking = done.filter(({ effect }) => effect);
    expect(asking).toHaveLength(done.at(-1)!.state.status === "approved" ? 1 : 0);
    for (const { actions } of asking) {
      expect(["agree", "pass", "fulfil"]).toContain(actions[0]!.kind);
      expect(asking[0]).toBe(done.at(-1));
    }
  });
});

test("a step's term never moves earlier", () => {
  always((trail) => {
    const tasks = statesOf(trail).at(-1)!.tasks;
    for (const task of tasks) {
      const before = tasks.filter(({ node, id }) => node === task.node && id < task.id);
      for (const { due } of before) expect(due! <= task.due!).toBe(true);
    }
  });
});

test("nobody decides a case that is theirs or about them", () => {
  always((trail) => {
    const deciding = actionsOf(trail).filter(({ kind }) =>
      ["agree", "return", "reject"].includes(kind),
    );
    for (const { by } of deciding) {
      expect(["person-甲", "person-乙"]).not.toContain(by.personId);
    }
  });
});

test("where another person is asked for, nobody who signed earlier in the round signs", () => {
  always((trail, definition) => {
    const signed = actionsOf(trail).filter(({ kind }) => kind === "agree");
    for (const [index, action] of signed.entries()) {
      const node = nodeOf(definition, action.node!);
      if (!isDecision(node) || !node.distinct) continue;
      const earlier = decisionsBefore(definition, node.id).map(({ id }) => id);
      const others = signed
        .slice(0, index)
        .filter(({ round, node: at }) => round === action.round && earlier.includes(at!))
        .flatMap(({ by }) => identities(by));
      for (const id of identities(action.by)) expect(others).not.toContain(id);
    }
  });
});

test("a running case can always be finished by people who had no part in it", () => {
  always((trail, definition) => {
    let state = statesOf(trail).at(-1)!;
    const today = trail.at(-1)!.env.today;
    for (let fresh = 0; state.status === "running"; fresh += 1) {
      const task = openTasks(state)[0]!;
      const actor = person(`新人${fresh}`, task.role, task.orgPath);
      const command: Command = { kind: "agree", task: task.id };
      const outcome = step(definition, state, command, envAt(today, actor));
      if (isRefusal(outcome)) throw new Error(`stuck: ${outcome.code}`);
      state = outcome.state;
    }
  });
});

test("a step changes neither the state nor the definition it was given", () => {
  always((trail, definition) => {
    const { before, command, env } = trail.at(-1)!;
    const [state, plan] = [structuredClone(before), structuredClone(definition)];
    const again = step(definition, before, command, env);
    expect(again).toEqual(trail.at(-1)!.outcome);
    expect([before, definition]).toEqual([state, plan]);
  });
});
