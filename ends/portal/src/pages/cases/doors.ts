// Doors of a case (可办事项): what stands behind each button, and the command it becomes.
import type { Case, CaseDoor, CommandKind } from "./cases.ts";
import { type DoorWords, doorWords } from "./door-words.ts";

export type OpenDoor = Extract<CaseDoor, { open: true }>;

/** What is typed and chosen in a dialog. */
export interface Draft {
  readonly opinion: string;
  /** Where it is returned to; blank for the applicant. */
  readonly to: string;
  readonly afterwards: "on" | "back";
  readonly people: readonly string[];
  readonly asksApplicant: boolean;
  readonly when: "before" | "after";
  readonly workdays: number | null;
}

export const emptyDraft: Draft = {
  opinion: "",
  to: "",
  afterwards: "on",
  people: [],
  asksApplicant: false,
  when: "before",
  workdays: null,
};

export const openDoors = ({ can }: Case, kind: CommandKind): OpenDoor[] =>
  can.filter((door): door is OpenDoor => door.open && door.command === kind);

/** The words of a command's doors; a step that calls agreeing by its own verb is asked in that verb. */
export function wordsFor(kind: CommandKind, doors: readonly CaseDoor[]): DoorWords {
  const words = doorWords[kind];
  const [verb, ...others] = new Set(doors.map((door) => (door.open && door.verb) || words.verb));
  if (verb === undefined || verb === words.verb || others.length > 0) return words;
  const effect = words.effect.replace(words.verb, verb);
  return { ...words, verb, title: `${verb}？`, effect };
}

type Stages = Case["stages"];

/** Titles of steps by id, those inside forks too. */
export function stepTitles(stages: Stages): ReadonlyMap<string, string> {
  const inside = stages.flatMap(({ arms = [] }) =>
    arms.flatMap((arm) => [...stepTitles(arm.stages)]),
  );
  return new Map([...stages.map(({ id, title }) => [id, title] as const), ...inside]);
}

/** What tells two doors of the same command apart: the step, the question, the signer. */
export function aboutOf({ stages, tasks }: Case, { step, words, task }: OpenDoor): string {
  if (words) return words;
  const titles = stepTitles(stages);
  if (step) return titles.get(step) ?? step;
  return tasks.find((one) => one.task === task)?.step ?? "";
}

const reasonAtLeast = 2;

/** What is still missing before it can be sent, in words; undefined when nothing is. */
export function missingOf(door: OpenDoor, draft: Draft): string | undefined {
  const { required, pick, ask = "", whom = "" } = doorWords[door.command];
  const picked = draft.people.length > 0 || (pick === "one-or-applicant" && draft.asksApplicant);
  if (pick && !picked) return `请选择${whom}`;
  if (door.command === "extend" && !draft.workdays) return "请填写延长几个工作日";
  if (required && draft.opinion.trim().length < reasonAtLeast) {
    return `请写明${ask}，至少 ${reasonAtLeast} 个字`;
  }
  return undefined;
}

/** The command as the house takes it. */
export function commandOf(door: OpenDoor, draft: Draft, facts?: Record<string, unknown>) {
  const opinion = draft.opinion.trim();
  const { task, token, question, copy } = door;
  return {
    kind: door.command,
    ...(task === undefined ? {} : { task }),
    ...(token === undefined ? {} : { token }),
    ...(question === undefined ? {} : { question }),
    ...(copy === undefined ? {} : { copy }),
    ...(opinion ? { opinion } : {}),
    ...specificsOf(door, draft),
    ...(facts && Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

function specificsOf({ command }: OpenDoor, draft: Draft) {
  switch (command) {
    case "return":
      return draft.to === ""
        ? { afterwards: draft.afterwards }
        : { to: draft.to, afterwards: draft.afterwards };
    case "transfer":
    case "delegate":
      return { to: draft.people[0] };
    case "ask":
      return draft.asksApplicant ? {} : { to: draft.people[0] };
    case "add-sign":
      return { posts: draft.people, when: draft.when };
    case "copy":
      return { posts: draft.people };
    case "extend":
      return { workdays: draft.workdays };
    default:
      return {};
  }
}
