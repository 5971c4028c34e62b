// Property (性质) of soundness: a case on any flow that is found sound comes to its end. The seed is printed.
import { addCalendarDays, type Day } from "@niangjia/foundation/day";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CaseFacts, is } from "./condition.ts";
import { allNodes, assigneesOf, type Definition, isDecision, nodeOf } from "./definition.ts";
import { writable } from "./doors.ts";
import { arm, choose, chosen, flow, officerOf, otherwise, review } from "./flow.ts";
import { type Form, numberField, postField, textField, unionField, yesNoField } from "./form.ts";
import { isRefusal } from "./outcome.ts";
import { soundness } from "./soundness.ts";
import { type CaseState, draft, type Task } from "./state.ts";
import { step } from "./step.ts";
import { clock, envAt, monday, person } from "./testing.ts";
import { definitions } from "./testing-definitions.ts";
import { type Next, nextOf } from "./testing-finish.ts";
import { posts } from "./testing-walks.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.RUNS ?? 250) * 5;
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

const helped = review(chosen("officer", "union", "handler"), { id: "helped" });
const beside = review(officerOf("union"), { id: "beside" });

/** Some end at who was named on the way, and of these some may have gone another way. */
const flows = fc
  .tuple(definitions, fc.constantFrom("as it is", "named", "perhaps named"))
  .map(([definition, how]): Definition => {
    if (how === "as it is") return definition;
    const own = arm("小额", is("small", true), ...definition.nodes);
    const fork = { ...choose(own, otherwise("其他", beside)), id: "way" };
    const steps = how === "named" ? definition.nodes : [fork];
    return { ...definition, nodes: flow(...steps, helped).nodes };
  });

const optional = { required: false } as const;
const place = { role: "officer", at: "union" } as const;

/** Who decides is named by the applicant, who must or may, or by a handler, who must or may. */
const formOf = (options: { readonly required: boolean; readonly by?: "handler" }): Form => ({
  union: unionField("工会"),
  small: yesNoField("小额", optional),
  amount: numberField("数额", { ...optional, min: 0, max: 1000 }),
  list: textField("清单", optional),
  none: textField("没有", optional),
  note: textField("意见", { ...optional, by: "handler" }),
  handler: postField("承办人", place, options),
});

const fillings = fc.record({
  required: fc.boolean(),
  byHandler: fc.boolean(),
  small: fc.option(fc.boolean(), { nil: undefined }),
  amount: fc.option(fc.nat(100), { nil: undefined }),
  list: fc.option(fc.constant(["一", "二"]), { nil: undefined }),
  handler: fc.option(fc.constantFrom(...Object.keys(posts)), { nil: undefined }),
});
type Filling = typeof fillings extends fc.Arbitrary<infer F> ? F : never;

/** What the applicant hands in: what is not given is not there. */
function handedIn({ required, byHandler, ...given }: Filling): CaseFacts {
  const named = given.handler ?? (required ? Object.keys(posts)[0] : undefined);
  const facts = { ...given, handler: byHandler ? undefined : named };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

interface Turn {
  readonly pick: number;
  readonly count: number;
}

/** The clock comes first to what it may pass; otherwise somebody agrees. */
function nextFor(definition: Definition, state: CaseState, { pick, count }: Turn) {
  const next = nextOf(state, count);
  if (next?.command.kind !== "agree" || pick % 2 === 0) return next;
  const { id, alarm, node: at } = taskOf(state, next);
  const node = nodeOf(definition, at);
  const passes = alarm !== null && isDecision(node) && node.onTimeout === "pass";
  const lapse: Next = {
    command: { kind: "lapse", task: id },
    actor: clock,
    after: alarm ?? monday,
  };
  return passes ? lapse : next;
}

const taskOf = ({ tasks }: CaseState, { command }: Next): Task =>
  tasks[(command.kind === "agree" ? command.task : 0) - 1]!;

/** What the handler fills in: what they must, and of the rest what they like. */
function written(may: readonly string[], { required }: Filling, pick: number): CaseFacts {
  const ids = Object.keys(posts);
  const named = may.includes("handler") && (required || pick % 3 === 0);
  return named ? { handler: ids[pick % ids.length] } : {};
}

/** How the case ends, or where it is stuck. */
function endOf(definition: Definition, filling: Filling, picks: readonly number[]): string {
  let [state, today, facts]: [CaseState, Day, CaseFacts] = [draft, monday, handedIn(filling)];
  let next: Next | undefined = { command: { kind: "submit" }, actor: person("甲") };
  for (let count = 0; next && count < 500; count += 1) {
    const pick = (picks[count % picks.length] ?? 0) + count;
    let { command } = next;
    if (command.kind === "agree") {
      const own = written(writable(definition, taskOf(state, next)), filling, pick);
      facts = { ...facts, ...own };
      command = { ...command, facts: own };
    }
    if (next.after && next.after >= today) today = addCalendarDays(next.after, 1);
    const outcome = step(definition, state, command, { ...envAt(today, next.actor), posts, facts });
    if (isRefusal(outcome)) return `${command.kind} refused: ${outcome.code}`;
    state = outcome.state;
    if (state.status !== "running") return state.status;
    next = nextFor(definition, state, { pick, count });
  }
  return "no end";
}

test("a case on a sound flow never gets stuck, whatever is filled in and whoever comes first", () => {
  const found = { sound: 0, naming: 0, refused: 0 };
  fc.assert(
    fc.property(flows, fillings, fc.array(fc.nat(99)), (definition, filling, picks) => {
      const { required, byHandler } = filling;
      const form = formOf({ required, ...(byHandler && { by: "handler" as const }) });
      if (soundness(definition, form).length > 0) {
        if (endOf(definition, filling, picks).includes("refused")) found.refused += 1;
        return;
      }
      found.sound += 1;
      if (allNodes(definition).some((node) => assigneesOf(node).some(names))) found.naming += 1;
      expect(["approved", "rejected"]).toContain(endOf(definition, filling, picks));
    }),
    { seed, numRuns },
  );
  const few = Object.values(found).filter((count) => count < numRuns / 100);
  expect({ ...found, few }).toMatchObject({ few: [] });
});

const names = ({ named }: { readonly named?: string }): boolean => named === "handler";
