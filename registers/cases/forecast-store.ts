// Store of forecasts (超时预测): open tasks with their clocks, and the kept back-tests.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { plannedAnew } from "@niangjia/foundation/postgres";
import type { Role } from "@niangjia/foundation/roles";
import { sql } from "kysely";
import { begun, counties, dayIn, numbered, place } from "./durations-days.ts";
import type { Bin } from "./forecast-odds.ts";

export interface OpenTask {
  readonly caseId: string;
  readonly function: string;
  readonly node: string;
  readonly step: string;
  readonly role: Role;
  readonly seatPath: string;
  /** The county that its forecast goes by. */
  readonly orgPath: string;
  readonly due: Day;
  readonly spent: number;
  readonly term: number;
}

/** Open tasks of cases the actor may read that are not overdue yet, the nearest due first. */
export async function openTasks(
  act: Act,
  {
    range,
    function: id,
    atMost,
  }: { readonly range: PathRange; readonly function: string | undefined; readonly atMost: number },
): Promise<OpenTask[]> {
  const today = dayOf(act.now);
  const { rows } = await sql<OpenTask>`${plannedAnew} with ${numbered(today, today)}
    select t.case_id as "caseId", c.function, t.node, t.title as step, t.role,
      t.org_path as "seatPath", ${place} as "orgPath", t.due_day as due,
      w.n - coalesce(o.n, 0) as spent, e.n - coalesce(o.n, 0) as term
    from business.tasks t join business.cases c on c.id = t.case_id ${counties}
      join numbered w on w.day = ${today}
      join numbered e on e.day = t.due_day
      left join numbered o on o.day = ${dayIn(begun)}
    where t.state = 'open' and not t.waits and t.due_day >= ${today}
      and t.org_path >= ${range.low} and t.org_path < ${range.high}
      ${id === undefined ? sql`` : sql`and c.function = ${id}`}
    order by t.due_day, t.case_id, t.number limit ${sql.lit(atMost)}`.execute(act.tx);
  return rows;
}

export interface Check {
  readonly countedOn: Day;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly tasks: number;
  readonly late: number;
  readonly brier: number | null;
  readonly baseBrier: number | null;
  readonly bins: readonly Bin[];
}

export async function putCheck(house: Act, check: Check): Promise<void> {
  const { countedOn, from, to, tasks, late, brier, baseBrier, bins } = check;
  await sql`insert into business.forecast_checks
      (counted_on, from_day, to_day, tasks, late, brier, base_brier, bins)
    values (${countedOn}, ${from}, ${to}, ${tasks}, ${late}, ${brier}, ${baseBrier},
      ${JSON.stringify(bins)})
    on conflict (counted_on) do update set from_day = excluded.from_day, to_day = excluded.to_day,
      tasks = excluded.tasks, late = excluded.late, brier = excluded.brier,
      base_brier = excluded.base_brier, bins = excluded.bins`.execute(house.tx);
}

export async function lastCheck(act: Act): Promise<Check | undefined> {
  const { rows } = await sql<Check>`
    select counted_on as "countedOn", from_day as "from", to_day as "to", tasks, late, brier,
      base_brier as "baseBrier", bins
    from business.forecast_checks order by counted_on desc limit 1`.execute(act.tx);
  return rows[0];
}
