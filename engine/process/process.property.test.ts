// Properties (性质) of every definition under every order of commands. The seed is printed.
import { contains } from "@niangjia/foundation/orgpath";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allows } from "./allowed.ts";
import { can } from "./can.ts";
import { actions, type Door, statuses } from "./contract.ts";
import { type Definition, decisionsBefore, isDecision, nodeOf } from "./definition.ts";
import { type Command, isRefusal } from "./outcome.ts";
import { isAside, isReady, openTasks, openTokens, undecided } from "./reading.ts";
import { notNow } from "./refusals.ts";
import { replay } from "./replay.ts";
import { standInsOf } from "./seats.ts";
import { type CaseState, type Clock, identities, type Token } from "./state.ts";
import { step } from "./step.ts";
import { definitions } from "./testing-definitions.ts";
import { finish } from "./testing-finish.ts";
import { actionsOf, parties, statesOf, stepsOf, type Tried, tries, walk } from "./testing-walks.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.RUNS ?? 250);
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

/** Checks a property on the trails of some hundred random cases. */
const always = (check: (trail: Tried[], definition: Definition) => void, runs = numRuns) =>
  fc.assert(
    fc.property(definitions, tries, (definition, attempts) => {
      check(walk(definition, attempts), definition);
    }),
    { seed, numRuns: runs },
  );

test("the walks reach every status and kind of action, so the properties say something", () => {
  const seen = new Set<string>();
  always((trail) => {
    for (const { status } of statesOf(trail)) seen.add(status);
    for (const { kind } of actionsOf(trail)) seen.add(kind);
  }, 4 * numRuns);
  const wanted = [
    ...Object.keys(statuses).filter((one) => one !== "draft"),
    ...Object.keys(actions),
  ];
  expect(wanted.filter((one) => !seen.has(one))).toEqual([]);
});

test("wherever a running case stands there is a ready task, a term or a sub-case; elsewhere none", () => {
  always((trail) => {
    for (const state of statesOf(trail)) {
      const stands = openTokens(state);
      if (state.status !== "returned") {
        expect(stands.length > 0).toBe(state.status === "running");
      }
      if (state.status === "returned") expect(openTasks(state)).toEqual([]);
      if (state.status !== "running") continue;
      const idle = stands.filter((visit) => !isAside(state, visit) && !goesOn(state, visit));
      expect(idle).toEqual([]);
      expect(stands.some((visit) => !isAside(state, visit))).toBe(true);
    }
  });
});

const goesOn = (state: CaseState, { id, arms, clock, subs }: Token): boolean =>
  arms
    ? openTokens(state).some(({ parent }) => parent === id)
    : openTasks(state).some(({ token }) => token === id) ||
      (clock?.due ?? null) !== null ||
      subs?.some(({ ended }) => !ended) === true;

test("a line stands at one step at a time, and nothing is open in what is closed", () => {
  always((trail) => {
    for (const state of statesOf(trail)) {
      const lines = openTokens(state)
        .filter(({ aside }) => aside === undefined)
        .map(({ parent, arm }) => `${parent}/${arm}`);
      expect(new Set(lines).size).toBe(lines.length);
      for (const { token } of undecided(state)) expect(state.tokens[token - 1]!.until).toBeNull();
    }
  });
});

test("replaying the stored actions gives the state", () => {
  always((trail) => {
    const stored = JSON.parse(JSON.stringify(actionsOf(trail)));
    expect(replay(stored)).toEqual(statesOf(trail).at(-1));
  });
});

test("a task is decided once, and its decision never changes", () => {
  always((trail) => {
    for (const [index, state] of statesOf(trail).entries()) {
      for (const { id, closed } of trail[index]!.before.tasks) {
        if (closed) expect(state.tasks[id - 1]!.closed).toEqual(closed);
      }
    }
  });
});

/** Whoever comes too late to a task hears that, whatever became of the case. */
const codeAfter = ({ status, tasks }: CaseState, task: number | undefined): string => {
  const closed = task === undefined ? null : tasks[task - 1]?.closed;
  return closed && closed.how !== "released" ? "process.task-closed" : notNow[status].code;
};

test("a command outside the table is refused with the code its grey button shows", () => {
  always((trail, definition) => {
    for (const { before, command, env, outcome } of trail) {
      if (allows(before.status, command.kind)) continue;
      const task = "task" in command ? command.task : undefined;
      expect(outcome).toMatchObject({ code: codeAfter(before, task) });
      const door = can(definition, before, env).find((one) => one.command === command.kind);
      const { code } = notNow[before.status];
      if (door) expect(door).toMatchObject({ open: false, code });
    }
  });
});

/** The command a door stands for; posts and steps a person would still choose are good ones. */
const knocking = (door: Door): Command =>
  ({
    ...{ kind: door.command, task: door.task ?? 1, opinion: "请补正材料", workdays: 1 },
    ...(door.open && { token: door.token, question: door.question, copy: door.copy }),
    ...(door.open && door.to?.length && { to: door.to.at(-1)!.node }),
  }) as Command;

const chosenLater: readonly string[] = ["transfer", "delegate", "add-sign", "copy", "ask"];

test("every door tells the truth: open ones are taken, closed ones refused by their code", () => {
  always((trail, definition) => {
    for (const { before, env } of trail.slice(-3)) {
      for (const door of can(definition, before, env)) {
        if (door.open && chosenLater.includes(door.command)) continue;
        const outcome = step(definition, before, knocking(door), env);
        if (door.open) expect(isRefusal(outcome) && outcome.code).toBe(false);
        else if (door.task) expect(outcome).toMatchObject({ code: door.code, say: door.why });
      }
    }
  });
});

test("the effect is asked for exactly once, when the case becomes approved", () => {
  always((trail, definition) => {
    const done = [...stepsOf(trail), ...finish(definition, trail)];
    const asking = done.filter(({ effect }) => effect);
    const approved = done.findIndex(({ state }) => state.status === "approved");
    expect(asking).toEqual(approved < 0 ? [] : [done[approved]]);
  });
});

test("审核 and 审批 differ in words only: a case goes the same way through either", () => {
  const others = { review: "approve", approve: "review" } as const;
  always((trail, definition) => {
    const text = JSON.stringify(definition, (key, value) =>
      key === "kind" && Object.hasOwn(others, value) ? others[value as "review"] : value,
    );
    const swapped: Definition = JSON.parse(text);
    for (const { before, command, env, outcome } of trail) {
      expect(step(swapped, before, command, env)).toEqual(outcome);
    }
  }, numRuns / 5);
});

test("what the clock does never turns a case down", () => {
  always((trail) => {
    for (const { command, outcome } of trail) {
      if (command.kind !== "lapse" || isRefusal(outcome)) continue;
      expect(["running", "approved"]).toContain(outcome.state.status);
    }
  });
});

test("a task opens where somebody may do it, as long as anybody there or above may", () => {
  let held = 0;
  always((trail) => {
    for (const { before, command, env, outcome } of trail) {
      // What is taken back is asked again of whom it was asked before.
      if (isRefusal(outcome) || command.kind === "take-back") continue;
      for (const { role, orgPath, excluded, holder } of outcome.state.tasks.slice(
        before.tasks.length,
      )) {
        const line = env.unions.union!.filter((one) => contains(one.orgPath, orgPath));
        if (holder || !line.every(({ holders }) => holders)) continue;
        const may = line.map((one) => ({
          ...one,
          roles: one.holders!.flatMap((who) =>
            identities(who).some((id) => excluded.includes(id)) ? [] : who.role,
          ),
        }));
        const isHeld = may.some((one) => one.orgPath === orgPath && one.roles.includes(role));
        const above = may.flatMap(({ roles }) =>
          roles.filter((one) => standInsOf(role).includes(one)),
        );
        if (isHeld) held += 1;
        else expect(above).toEqual([]);
      }
    }
  });
  expect(held).toBeGreaterThan(numRuns / 10);
});

test("no term runs for a task that cannot be done", () => {
  always((trail) => {
    for (const state of statesOf(trail)) {
      for (const task of undecided(state)) {
        const ready = state.status === "running" && isReady(state, task);
        if (!ready) expect([task.due, task.alarm]).toEqual([null, null]);
      }
      const halted = openTokens(state).filter(
        (visit) => state.status !== "running" || isAside(state, visit),
      );
      for (const { clock } of halted) expect(clock?.due ?? null).toBeNull();
      if (state.status !== "running") expect(state.term?.due ?? null).toBeNull();
    }
  });
});

test("a step's term never moves earlier, nor does a running one, unless it is counted again", () => {
  always((trail) => {
    for (const { before, command, outcome } of trail) {
      if (isRefusal(outcome) || command.kind === "recount") continue;
      const { state } = outcome;
      for (const { id, node, due } of state.tasks) {
        const was = before.tasks[id - 1]?.due ?? null;
        if (due !== null && was !== null) expect(due >= was).toBe(true);
        if (due === null || was !== null || isOver(before.tasks[id - 1])) continue;
        for (const other of before.tasks) {
          if (other.node === node && other.due !== null) expect(due >= other.due).toBe(true);
        }
      }
    }
  });
});

const isOver = (clock: Clock | undefined): boolean => (clock?.left ?? 0) < 0;

/** Each term before and after, of tasks nobody decided and of the whole case. */
const termsOf = (before: CaseState, after: CaseState): [Clock, Clock][] => [
  ...before.tasks.flatMap((task): [Clock, Clock][] => {
    const now = after.tasks[task.id - 1]!;
    return now.closed ? [] : [[task, now]];
  }),
  ...(before.term && after.term ? [[before.term, after.term] as [Clock, Clock]] : []),
];

test("a term that is over when it stops is over when it goes on, and no other is", () => {
  let [stopped, resumed] = [0, 0];
  always((trail) => {
    for (const { before, env, outcome } of trail) {
      if (isRefusal(outcome)) continue;
      for (const [was, now] of termsOf(before, outcome.state)) {
        if (was.due !== null && now.due === null) {
          expect(isOver(now)).toBe(was.due < env.today);
          stopped += isOver(now) ? 1 : 0;
        }
        if (was.due === null && was.left !== undefined && now.due !== null) {
          expect(now.due < env.today).toBe(isOver(was));
          resumed += isOver(was) ? 1 : 0;
        }
      }
    }
  });
  expect(Math.min(stopped, resumed)).toBeGreaterThan(0);
});

test("counting again makes nobody late and takes nothing from who relies on a day", () => {
  always((trail) => {
    for (const { before, command, env, outcome } of trail) {
      if (isRefusal(outcome) || command.kind !== "recount") continue;
      const { tasks, tokens } = outcome.state;
      for (const { id, due, own } of tasks) {
        const was = before.tasks[id - 1]!.due;
        if (due === null || was === null || due === was) continue;
        expect(due >= (own ? was : env.today) || due >= was).toBe(true);
      }
      for (const { id, clock } of tokens) {
        expect((clock?.due ?? "") >= (before.tokens[id - 1]!.clock?.due ?? "")).toBe(true);
      }
    }
  });
});

test("nobody decides a case that is theirs or about them, unless the applicant is asked", () => {
  always((trail) => {
    const state = statesOf(trail).at(-1)!;
    const deciding = actionsOf(trail).filter(({ kind }) =>
      ["agree", "return", "reject", "abstain"].includes(kind),
    );
    for (const { by, task } of deciding) {
      if (!state.tasks[task! - 1]!.own) expect(parties).not.toContain(by.personId);
    }
  });
});

test("where another person is asked for, nobody decides twice", () => {
  always((trail, definition) => {
    for (const { tokens, tasks } of statesOf(trail)) {
      const decided = tasks.filter(
        ({ closed, own, undone, token }) =>
          ["agree", "reject", "abstain"].includes(closed?.how ?? "") &&
          !(own || undone || tokens[token - 1]!.void),
      );
      for (const task of decided) {
        const node = nodeOf(definition, task.node);
        if (!isDecision(node) || !node.distinct) continue;
        const before = decisionsBefore(definition, node.id).map(({ id }) => id);
        const others = decided
          .filter(({ id, node: at, token }) =>
            id === task.id ? false : token === task.token || before.includes(at),
          )
          .flatMap(({ closed }) => identities(closed!.by));
        for (const id of identities(task.closed!.by)) expect(others).not.toContain(id);
      }
    }
  });
});

test("what is begun or published is ended, stopped or taken down once", () => {
  always((trail, definition) => {
    const done = [...stepsOf(trail), ...finish(definition, trail)];
    const { tokens } = done.at(-1)!.state;
    const effects = done.flatMap((one) => one.effects);
    const keyed = (kind: string) =>
      effects.flatMap((effect) => (effect.kind === kind ? effect.token : []));
    expect(keyed("unpublish").sort()).toEqual(keyed("publish").sort());
    expect(new Set(keyed("publish")).size).toBe(keyed("publish").length);
    const begun = new Set(keyed("begin-sub"));
    const stopped = keyed("stop-subs");
    expect(new Set(stopped).size).toBe(stopped.length);
    for (const token of stopped) expect(begun).toContain(token);
    for (const { id, node, subs } of tokens) {
      const step = nodeOf(definition, node);
      const waits = step.kind === "sub" && step.wait && (subs?.length ?? 0) > 0;
      if (waits) expect(stopped.includes(id)).toBe(subs!.some(({ ended }) => !ended));
    }
  });
});

test("a case can always be finished by people who had no part in it, time passing", () => {
  always((trail, definition) => {
    const last = statesOf(trail).at(-1)!;
    const status = finish(definition, trail).at(-1)?.state.status ?? last.status;
    expect(["approved", "rejected", "withdrawn"]).toContain(status);
  });
});

test("a step changes neither the state nor the definition it was given", () => {
  always((trail, definition) => {
    const { before, command, env, outcome } = trail.at(-1)!;
    const [state, plan] = [structuredClone(before), structuredClone(definition)];
    expect(step(definition, before, command, env)).toEqual(outcome);
    expect([before, definition]).toEqual([state, plan]);
  });
});

test("whatever is sent is answered or refused by name", () => {
  const odd = [0, -1, 1.5, Number.NaN, 2 ** 53, undefined] as unknown as number[];
  always((trail, definition) => {
    const { before, env } = trail.at(-1)!;
    for (const { command } of trail.slice(-4)) {
      for (const number of odd) {
        const about = { task: number, token: number, question: number, copy: number, key: number };
        const strange = { ...command, ...about, workdays: number } as Command;
        const outcome = step(definition, before, strange, env);
        expect(isRefusal(outcome) || outcome.actions.length === 1).toBe(true);
        const house = { ...env, actor: { ...env.actor, kind: "system" as const } };
        expect(step(definition, before, strange, house)).toBeDefined();
      }
    }
  });
});
