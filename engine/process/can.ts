// What may be done now (可办事项): every button of a case, open or grey with its reason.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { visitTo } from "./back.ts";
import { commands, type Door, type PersonCommandKind } from "./contract.ts";
import { type Definition, decisionsBefore, nodeOf } from "./definition.ts";
import { refusalOf, stepAt, writable } from "./doors.ts";
import type { Knock, Scene } from "./knock.ts";
import { barred, type Caller, reaches } from "./reach.ts";
import { isReady, openTokens, undecided } from "./reading.ts";
import type { CaseState } from "./state.ts";
import { extensionWorkdays } from "./term.ts";

/** Always shown, open or not; the others only when there is something to use them on. */
const always = ["submit", "agree", "return", "reject", "withdraw", "resubmit", "urge"] as const;
const onHeld = [
  ...([
    "agree",
    "return",
    "reject",
    "abstain",
    "claim",
    "put-back",
    "transfer",
    "delegate",
  ] as const),
  ...(["add-sign", "extend", "ask", "copy"] as const),
];

/** Every command people know: its open door, or the reason why it is shut for this caller. */
export function can(definition: Definition, state: CaseState, caller: Caller): Door[] {
  const scene = { definition, state, caller };
  const held = undecided(state).filter((task) => reaches(task, caller.actor));
  const first = held.filter((task) => !barred(task, caller.actor) && isReady(state, task));
  const shown = first.length > 0 ? first : held.slice(0, 1);
  const found = [
    ...shown.flatMap(({ id }) => onHeld.flatMap((kind) => doorAt(scene, { kind, task: id }) ?? [])),
    ...besideTasks(scene),
  ];
  const missing = always.filter((kind) => !found.some(({ command }) => command === kind));
  const order = Object.keys(commands);
  return [...found, ...missing.map((kind) => plainDoor(scene, { kind }))].sort(
    (one, other) => order.indexOf(one.command) - order.indexOf(other.command),
  );
}

export type OpenDoor = Extract<Door, { open: true }>;
type Person = Knock & { readonly kind: PersonCommandKind };

/**
 * The same doors, where something the engine does not know shuts some of them: `why` says what, or
 * nothing. Which are grey and which are gone is as ever.
 */
export const shutAlso = (
  doors: readonly Door[],
  why: (door: OpenDoor) => RefusalKind | undefined,
): Door[] =>
  doors.flatMap((door) => {
    const shut = door.open ? why(door) : undefined;
    if (!shut) return door;
    return (always as readonly string[]).includes(door.command) ? shutDoor(door, shut) : [];
  });

function shutDoor({ command, task }: Pick<Door, "command" | "task">, shut: RefusalKind): Door {
  const { code, say: why, next } = shut;
  return { command, open: false, ...(task !== undefined && { task }), code, why, next };
}

/** Tools that are of no use at a task are not shown at all; deciding is, with its reason. */
function doorAt(scene: Scene, knock: Person): Door | undefined {
  const door = plainDoor(scene, knock);
  return door.open || (always as readonly string[]).includes(knock.kind) ? door : undefined;
}

function plainDoor(scene: Scene, knock: Person): Door {
  const { kind: command, task } = knock;
  const shut = refusalOf(scene.definition, scene.state, knock, scene.caller);
  const about = task === undefined ? {} : { task };
  if (shut) return shutDoor({ command, ...about }, shut);
  return { command, open: true, ...about, ...detailOf(scene, knock) };
}

function detailOf(scene: Scene, { kind, task: id }: Person) {
  if (id === undefined) return {};
  const task = scene.state.tasks[id - 1]!;
  const step = { step: task.node };
  if (kind === "return") {
    const to = decisionsBefore(scene.definition, task.node)
      .filter((node) => visitTo(scene.definition, scene.state, node.id))
      .map(({ id: node, title }) => ({ node, title }));
    return { ...step, to };
  }
  if (kind === "agree") {
    const write = writable(scene.definition, task);
    const verb = task.beside ? undefined : stepAt(scene, task)?.verb;
    return { ...step, ...(verb !== undefined && { verb }), ...(write.length > 0 && { write }) };
  }
  return kind === "extend" ? { ...step, ...farthest(scene, stepAt(scene, task)) } : step;
}

function farthest({ caller: { rules } }: Scene, step: ReturnType<typeof stepAt>) {
  const { extendable } = step ?? {};
  const atMost = extendable === undefined ? undefined : extensionWorkdays(extendable, rules);
  return atMost === undefined ? {} : { atMost };
}

/** Doors that do not open on a task the caller holds. */
function besideTasks(scene: Scene): Door[] {
  const { state } = scene;
  const knocks: (Person & { readonly words?: string })[] = [
    ...undecided(state).map((task) => ({
      ...{ kind: "remove-sign" as const, task: task.id },
      words: task.holder?.words ?? "",
    })),
    ...state.tasks.map(({ id }) => ({ kind: "take-back" as const, task: id })),
    ...(state.questions ?? []).map(({ id, words }) => ({
      ...{ kind: "answer" as const, question: id, words },
    })),
    ...(state.copies ?? []).map(({ id }) => ({ kind: "read" as const, copy: id })),
    ...openTokens(state).flatMap(({ id, clock, node }) => {
      const step = nodeOf(scene.definition, node);
      return clock && step.kind === "notice" ? [{ kind: "object" as const, token: id }] : [];
    }),
  ];
  return knocks.flatMap(({ words, ...knock }) => {
    if (refusalOf(scene.definition, state, knock, scene.caller)) return [];
    const { kind: command, ...about } = knock;
    return [{ command, open: true as const, ...about, ...(words !== undefined && { words }) }];
  });
}
