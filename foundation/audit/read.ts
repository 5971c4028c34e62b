// Reading the record (查阅记录): for the audit administrator, within their union; rows are never changed here.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { type Route, route } from "../http/route.ts";
import { listEntries, listLooks } from "./contract.ts";

interface EntryLine {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string | null;
  readonly requestId: string;
}

async function totalOf(act: Act, from: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total ${from}`.execute(act.tx);
  return rows[0]?.total ?? 0;
}

async function readEntries(
  act: Act,
  { query }: Asked<typeof listEntries>,
): Promise<Answer<typeof listEntries>> {
  const { page, size, action = null, actor = null, subject, from = null, to = null } = query;
  const oneSubject = subject ? sql`and e.subject = ${subject}` : sql``;
  const lines = sql`from audit.entries e
    where (${action}::text is null or starts_with(e.action, ${action}))
      and (${actor}::text is null or strpos(e.actor_name, ${actor}) > 0)
      and (${from}::timestamptz is null or e.at >= ${from}::timestamptz)
      and (${to}::timestamptz is null or e.at < ${to}::timestamptz) ${oneSubject}`;
  const { rows } = await sql<EntryLine & { sealed: boolean }>`
    select e.id, e.at, e.actor_name as actor, e.action, e.subject, e.request_id as "requestId",
      e.at < coalesce((select max(h.at) from audit.heads h), '-infinity') as sealed
    ${lines} order by e.at desc, e.id desc limit ${size} offset ${(page - 1) * size}`.execute(
    act.tx,
  );
  const total = await totalOf(act, lines);
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total, page, size };
}

interface LookLine {
  readonly id: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly about: string | null;
  readonly viewer: string;
  readonly fields: string[];
  readonly purpose: string;
}

async function readLooks(
  act: Act,
  { query }: Asked<typeof listLooks>,
): Promise<Answer<typeof listLooks>> {
  const { page, size } = query;
  const { rows } = await sql<LookLine>`
    select id, at, person_id as "personId", about, viewer, fields, purpose from audit.looks
    order by at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(act.tx);
  const total = await totalOf(act, sql`from audit.looks`);
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total, page, size };
}

export const auditRoutes: readonly Route[] = [
  route(listEntries, { may: ["audit-admin"], run: readEntries }),
  route(listLooks, { may: ["audit-admin"], run: readLooks }),
];
