// Work (一次办理): a case as one command changes it. Everything a command does goes through here; what
// was changed is read off at the end.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import type { ActionKind, Status } from "./contract.ts";
import { type Definition, nodeOf } from "./definition.ts";
import type { Effect, Env } from "./outcome.ts";
import { isReady, tokenOf, undecided } from "./reading.ts";
import {
  type By,
  type CaseState,
  type Clock,
  type Closing,
  type Copy,
  identities,
  type Party,
  type Patch,
  type Question,
  type Seat,
  type Task,
  type Token,
} from "./state.ts";

/** Where in a case a step is visited: on the main line, or in an arm of one visit to a fork. */
export type Spot = Pick<Token, "parent" | "arm">;

type Records = "tokens" | "tasks" | "copies" | "questions";
type NewTask = Omit<Task, "id" | "round" | "since" | "due" | "alarm" | "closed" | "in">;

export class Work {
  readonly definition: Definition;
  readonly env: Env;
  readonly before: CaseState;
  /** Number of the action this becomes. */
  readonly number: number;
  /** This moment, as state and actions bear it. */
  readonly at: string;
  readonly round: number;
  readonly concerned: readonly string[];
  applicant: By | null;
  readonly by: By;
  status: Status;
  tokens: Token[];
  tasks: Task[];
  copies: Copy[];
  questions: Question[];
  term: Clock | undefined;
  readonly effects: Effect[] = [];

  constructor(
    definition: Definition,
    before: CaseState,
    given: {
      readonly env: Env;
      readonly by: By;
      readonly handsIn: boolean;
      readonly applicant: By | null;
    },
  ) {
    const { env, by, handsIn, applicant } = given;
    this.definition = definition;
    this.env = env;
    this.before = before;
    this.by = by;
    this.applicant = applicant;
    this.at = env.now.toISOString();
    this.number = before.actions + 1;
    this.round = before.round + (handsIn ? 1 : 0);
    this.concerned = (handsIn ? env.concerned : undefined) ?? before.concerned;
    this.status = before.status;
    this.tokens = [...before.tokens];
    this.tasks = [...before.tasks];
    this.copies = [...(before.copies ?? [])];
    this.questions = [...(before.questions ?? [])];
    this.term = before.term;
  }

  /** Ids of everybody who may not decide this case. */
  get parties(): string[] {
    const { applicant, before, concerned } = this;
    const applied = [applicant, before.applicant, ...(before.formerApplicants ?? [])];
    const ids = applied.flatMap((one) => (one ? identities(one) : []));
    return [...new Set([...ids, ...concerned])];
  }

  begin(node: string, spot: Spot, more: Partial<Token> = {}): Token {
    const { parent, arm } = spot;
    const token: Token = {
      ...{ id: this.tokens.length + 1, node, round: this.round, since: this.at, until: null },
      ...{ copied: [], in: this.number },
      ...(parent !== undefined && { parent, arm }),
      ...more,
    };
    this.tokens.push(token);
    return token;
  }

  token = (id: number): Token => tokenOf(this, id);
  setToken(id: number, more: Partial<Token>): void {
    this.tokens[id - 1] = without({ ...this.token(id), ...more });
  }
  setTask(id: number, more: Partial<Task>): void {
    this.tasks[id - 1] = without({ ...this.tasks[id - 1]!, ...more });
  }

  /** A task without a term yet: `keepTime` gives it one when it can be done. */
  ask(task: NewTask): Task {
    const opened: Task = {
      ...task,
      ...{ id: this.tasks.length + 1, round: this.round, since: this.at },
      ...{ due: null, alarm: null, closed: null, in: this.number },
    };
    this.tasks.push(opened);
    return opened;
  }

  close(id: number, how: Closing["how"]): void {
    this.setTask(id, { closed: { at: this.at, how, by: this.by, in: this.number } });
  }

  /** Undecided tasks of a visit. */
  asked = (token: number): Task[] => undecided(this).filter((task) => task.token === token);

  /** Ends a visit, its forks' arms and everything asked there. */
  leave(id: number, more: Partial<Token> = {}): void {
    if (this.token(id).until === null) {
      for (const task of this.asked(id)) this.close(task.id, "released");
      this.#stop(id);
    }
    const { until, out } = this.token(id);
    this.setToken(id, {
      until: until ?? this.at,
      out: out ?? this.number,
      aside: undefined,
      ...more,
    });
    for (const { id: inner, parent, until: over } of this.tokens) {
      if (parent === id && (over === null || more.void)) this.leave(inner, more);
    }
  }

  /** Visits set aside until another one, or the applicant (0), is done. */
  waitingFor = (id: number): Token[] => this.tokens.filter(({ aside }) => aside === id);

  #stop(id: number): void {
    const { subs, clock, node } = this.token(id);
    if (subs?.some(({ ended }) => !ended)) this.effects.push({ kind: "stop-subs", token: id });
    const isPublished = clock && nodeOf(this.definition, node).kind === "notice";
    if (isPublished) this.effects.push({ kind: "unpublish", token: id });
  }

  /** Nothing of the case goes on; when it is returned, nothing that was decided counts. */
  end(status: Status): void {
    this.status = status;
    const more = status === "returned" ? { void: true as const } : {};
    for (const { id } of [...this.tokens]) {
      const { until, void: gone } = this.token(id);
      if (until === null || (more.void && !gone)) this.leave(id, more);
    }
  }

  /**
   * Another task stands in the place of one, with what was added to it, the term it had and since
   * when it has waited.
   */
  replace({ id }: Task, more: Partial<Task>): Task {
    const { closed: _closed, in: _in, undone: _undone, ...asked } = this.tasks[id - 1]!;
    const opened = this.ask(asked);
    const begun = asked.begun ?? asked.since;
    this.setTask(opened.id, { begun, due: asked.due, alarm: asked.alarm, ...more });
    for (const child of this.tasks) {
      if (child.beside?.task === id) {
        this.setTask(child.id, { beside: { ...child.beside, task: opened.id } });
      }
    }
    return this.tasks[opened.id - 1]!;
  }

  tell(seats: readonly (Seat & { readonly to?: Copy["to"] })[]): void {
    for (const { role, orgPath, to } of seats) {
      this.copies.push({
        ...{ id: this.copies.length + 1, role, orgPath, by: this.by, since: this.at },
        ...(to && { to }),
      });
    }
  }

  ready = (task: Task): boolean => this.status === "running" && isReady(this, task);

  #passedOn(): Pick<Patch, "applicant"> {
    const { applicant, before } = this;
    return before.applicant && applicant && applicant !== before.applicant ? { applicant } : {};
  }

  /** What is different from before: records are never changed in place. */
  patch(): Patch {
    const changed = <K extends Records>(key: K) => {
      const before: readonly unknown[] = this.before[key] ?? [];
      const now: readonly unknown[] = this[key];
      const different = now.filter((record, index) => record !== before[index]);
      return different.length > 0 ? { [key]: different } : {};
    };
    return {
      status: this.status,
      ...changed("tokens"),
      ...changed("tasks"),
      ...changed("copies"),
      ...changed("questions"),
      ...(this.term !== this.before.term && { term: this.term }),
      ...this.#passedOn(),
    };
  }
}

/** What is `undefined` is absent, as it will be when it was stored. */
function without<T extends object>(record: T): T {
  const kept: Partial<T> = {};
  for (const name in record) if (record[name] !== undefined) kept[name] = record[name];
  return kept as T;
}

/** Undefined when all is well. */
export type Faulty = RefusalKind | undefined;

/** What is done, beside what it changes. */
export interface Move {
  readonly kind: ActionKind;
  readonly task?: number;
  readonly node?: string;
  readonly to?: string;
  readonly parties?: readonly Party[];
}

export type Moved = Move | Exclude<Faulty, undefined>;
