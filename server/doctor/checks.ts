// Doctor's checks (体检项): what must be true of a house whatever was done to it; each says what is wrong and what to do.
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { type Act, system } from "@niangjia/foundation/act";
import { proveLog } from "@niangjia/foundation/audit";
import { sql } from "kysely";
import type { House } from "../app.ts";

export interface Finding {
  readonly title: string;
  /** What was looked at, as a count with its noun. */
  readonly seen: string;
  /** What is wrong and what to do; empty when all is well. */
  readonly faults: readonly string[];
}

const asDoctor = <T>(house: House, work: (act: Act) => Promise<T>): Promise<T> =>
  house.act(system("doctor"), work);

export async function checkLog(house: House, savedHead?: string): Promise<Finding> {
  const verdict = await asDoctor(house, (act) => proveLog(act, savedHead));
  const faults = verdict.fault ? [`${verdict.fault}。请保留现场并通知审计管理员。`] : [];
  return { title: "操作记录", seen: `${verdict.size} 条`, faults };
}

/** Every table of the house must be closed by row security, also for its owner. */
export async function checkGuards(house: House): Promise<Finding> {
  const { rows } = await asDoctor(house, (act) =>
    sql<{ name: string; guarded: boolean; described: boolean }>`
      select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded,
        obj_description(c.oid, 'pg_class') is not null as described
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in
        ('access', 'audit', 'organisation', 'member', 'business', 'exchange', 'ledger', 'outbox')
      order by 1`.execute(act.tx),
  );
  const faults = rows
    .filter((row) => !row.guarded)
    .map((row) => `表 ${row.name} 没有强制行级权限，请重新执行升级（niangjia migrate）。`);
  return { title: "行级权限", seen: `${rows.length} 张表`, faults };
}

async function hashOf(house: House, sha256: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(house.vault.read(sha256), hash);
  return hash.digest("hex");
}

export async function checkFiles(house: House): Promise<Finding> {
  const { rows } = await asDoctor(house, (act) =>
    sql<{ sha256: string }>`select distinct sha256 from exchange.files`.execute(act.tx),
  );
  const faults: string[] = [];
  for (const { sha256 } of rows) {
    const found = await hashOf(house, sha256).catch(() => undefined);
    const what = found === undefined ? "不见了" : "内容已变";
    if (found !== sha256) faults.push(`文件 ${sha256.slice(0, 12)}${what}，请从备份中取回。`);
  }
  return { title: "文件", seen: `${rows.length} 个`, faults };
}

export async function checkWaiting(house: House): Promise<Finding> {
  const { rows } = await asDoctor(house, (act) =>
    sql<{ waiting: number; oldest: Date | null }>`
      select count(*) as waiting, min(e.at) as oldest
      from outbox.waiting w join outbox.events e on e.id = w.event_id`.execute(act.tx),
  );
  const { waiting = 0, oldest } = rows[0] ?? {};
  const hours = oldest ? (Date.now() - oldest.getTime()) / 3_600_000 : 0;
  const faults =
    hours > 1 ? [`最早的一件已等 ${Math.floor(hours)} 小时，请查看后台任务是否在运行。`] : [];
  return { title: "待处理事件", seen: `${waiting} 件`, faults };
}
