// Rows of a case (办件各行) as whoever builds a desk on a peer's engine writes them: case, task, action,
// outbox and business row, which the house keeps too. One statement a step, the cheapest way there is.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type answersAt, deciders, termDays } from "./room.ts";

/** A case at one of its steps, with what the engine itself keeps of it. */
export interface At {
  readonly id: string;
  readonly facts: ReturnType<typeof answersAt>;
  /** JSON; null when the engine keeps it elsewhere. */
  readonly state: string | null;
}

const tables = `
  create table if not exists rows_cases (
    id uuid primary key, union_id uuid not null, status text not null, facts jsonb not null,
    state json, at timestamptz not null) with (fillfactor = 70);
  create index if not exists rows_cases_union on rows_cases (union_id, status);
  create table if not exists rows_tasks (
    case_id uuid, step text, union_id uuid not null, due_day date not null, state text not null,
    done_at timestamptz, primary key (case_id, step));
  create index if not exists rows_tasks_open on rows_tasks (union_id, step, due_day)
    where state = 'open';
  create table if not exists rows_actions (
    case_id uuid, step text, kind text not null, at timestamptz not null,
    primary key (case_id, step));
  create table if not exists rows_outbox (
    id uuid primary key, name text not null, body jsonb not null, at timestamptz not null);
  create table if not exists rows_grants (
    case_id uuid primary key, union_id uuid not null, amount_fen bigint not null,
    granted_at timestamptz not null)`;

// An engine that takes a step again after a crash writes the same again.
const again = "on conflict do nothing";
const open = `insert into rows_tasks values ($1, $4, $5, current_date + $6::int, 'open') ${again}`;
const close = `update rows_tasks set state = 'done', done_at = now()
  where case_id = $1 and step = $4`;
const act = (step: string, kind: string): string =>
  `insert into rows_actions values ($1, ${step}, '${kind}', now()) ${again}`;
const tell = (name: string): string =>
  `insert into rows_outbox values ($2, '${name}', '{}', now()) ${again}`;

/** $1 the case, $2 an event's id, $3 the state. */
const texts = {
  file: `with filed as (insert into rows_cases values ($1, $5, 'running', $7, $3, now()) ${again}),
    opened as (${open}), acted as (${act("'start'", "submit")}) ${tell("filed")}`,
  decide: `with moved as (update rows_cases set state = $3, at = now() where id = $1),
    closed as (${close.replace("$4", "$7")}), opened as (${open}),
    acted as (${act("$7", "agree")}) ${tell("decided")}`,
  grant: `with ended as (
      update rows_cases set status = 'approved', state = $3, at = now() where id = $1),
    closed as (${close}), acted as (${act("$4", "agree")}),
    granted as (insert into rows_grants values ($1, $5, $6, now()) ${again}) ${tell("ended")}`,
} as const;

/** What one engine writes; its tables bear its name. */
export function rowsOf(engine: string) {
  const own = (text: string): string => text.replaceAll("rows_", `${engine}_`);
  const statement = (name: keyof typeof texts) => {
    const text = own(texts[name]);
    return ({ id, state }: At, ...values: unknown[]): pg.QueryConfig => ({
      ...{ name, text, values: [id, randomUUID(), state, ...values] },
    });
  };
  const [file, decide, grant] = [statement("file"), statement("decide"), statement("grant")];
  return {
    make: (owner: pg.Pool): Promise<unknown> => owner.query(own(tables)),
    filed(at: At): pg.QueryConfig {
      const [first] = deciders;
      return file(at, first, at.facts.union, termDays[first], at.facts);
    },
    /** A step that was decided: the next opens, or the grant is made. */
    decided(at: At, step: (typeof deciders)[number]): pg.QueryConfig {
      const next = deciders[deciders.indexOf(step) + 1];
      const { union, amount } = at.facts;
      return next ? decide(at, next, union, termDays[next], step) : grant(at, step, union, amount);
    },
  };
}
