// Parts of a case (办件的各方): who is at it now, what they asked each other, whom they told, what lies beside it.
import {
  allNodes,
  type CaseState,
  isReady,
  type Seat,
  statuses,
  type Task,
  undecided,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import type { Answer } from "@niangjia/foundation/http";
import { roles } from "@niangjia/foundation/roles";
import { type Union, unionsByPaths } from "../organisations/index.ts";
import type { showCase } from "./contract.ts";
import { isOwn } from "./own.ts";
import type { StoredCase } from "./store.ts";
import { relatedOf } from "./sub-store.ts";
import { amberAt } from "./task-store.ts";
import { termOf } from "./term.ts";

type Shown = Answer<typeof showCase>;
type Parts = Pick<Shown, "tasks" | "term" | "questions" | "copies" | "related">;

interface Scene {
  readonly row: StoredCase;
  /** Live, as are its seats. */
  readonly state: CaseState;
  readonly unions: ReadonlyMap<string, Union>;
  readonly today: Day;
}

const nameAt = ({ unions }: Scene, { orgPath }: Seat): string => unions.get(orgPath)?.name ?? "";

const seatWords = (scene: Scene, seat: Seat): string => nameAt(scene, seat) + roles[seat.role];

const running = ({ status }: CaseState): boolean => status === "running";

/** What handlers say among themselves is not the applicant's to read. */
const forApplicant = ({ tasks, questions, ...parts }: Parts): Parts => ({
  ...parts,
  tasks: tasks.map((task) => ({ ...task, said: null })),
  questions: questions.filter(({ to }) => to === applicantWords),
  copies: [],
});

const applicantWords = "申请人";

function taskOf(scene: Scene, task: Task): Parts["tasks"][number] {
  const { row, state, today } = scene;
  const node = allNodes(row.definition).find(({ id }) => id === task.node);
  const { id, role, holder, beside } = task;
  return {
    ...{ task: id, step: node?.title ?? "", role: roles[role], unionName: nameAt(scene, task) },
    holder: holder?.words ?? null,
    waits: !running(state) || !isReady(state, task),
    beside: beside?.how ?? null,
    said: beside?.words || null,
    clock: termOf(task, today, amberAt(node)),
  };
}

function questionsOf({ state }: Scene): Parts["questions"] {
  return (state.questions ?? []).map(({ id, task, from, to, words, at, answer }) => ({
    ...{ question: id, task, from: from.words, to: to?.words ?? applicantWords, words, at },
    state: answer ? "answered" : state.tasks[task - 1]!.closed ? "dropped" : "open",
    answer: answer ? { who: answer.by.words, at: answer.at, words: answer.words } : null,
  }));
}

const copiesOf = (scene: Scene): Parts["copies"] =>
  (scene.state.copies ?? []).map(({ to, by, since, read, id, ...seat }) => ({
    ...{ copy: id, to: to?.words ?? seatWords(scene, seat), by: by.words, at: since },
    readAt: read?.at ?? null,
  }));

async function relatedTo(act: Act, { id }: StoredCase): Promise<Parts["related"]> {
  const related = await relatedOf(act, id);
  return related.map((one) => ({ ...one, statusTitle: statuses[one.status] }));
}

export async function partsOf(act: Act, row: StoredCase, state: CaseState): Promise<Parts> {
  const seats: Seat[] = [...undecided(state), ...(state.copies ?? [])];
  const unions = await unionsByPaths(
    act,
    seats.map(({ orgPath }) => orgPath),
  );
  const scene: Scene = { row, state, unions, today: dayOf(act.now) };
  const parts: Parts = {
    tasks: undecided(state).map((task) => taskOf(scene, task)),
    term: state.term && row.endedAt === null ? termOf(state.term, scene.today) : null,
    questions: questionsOf(scene),
    copies: copiesOf(scene),
    related: await relatedTo(act, row),
  };
  return isOwn(act, row, state) ? forApplicant(parts) : parts;
}
