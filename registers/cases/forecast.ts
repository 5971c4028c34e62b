// The forecast (超时预测): which open tasks will likely break their clock, from how long such steps took.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { roles } from "@niangjia/foundation/roles";
import { unionsByPaths } from "../organisations/index.ts";
import { functionTitleOf } from "./durations.ts";
import { countedFor } from "./durations-store.ts";
import type {
  showForecastCheck as checked,
  showForecast as contract,
} from "./forecast-contract.ts";
import { breakOdds } from "./forecast-odds.ts";
import { type Basis, basisIn } from "./forecast-past.ts";
import { lastCheck, type OpenTask, openTasks } from "./forecast-store.ts";
import type { Offers } from "./functions.ts";
import { linesOf } from "./search-store.ts";
import { pathWithin } from "./search-wish.ts";
import { clockOf } from "./term.ts";

type Row = Answer<typeof contract>["rows"][number];

/** More open tasks than a cadre could look after; the nearest due come first. */
const lookedAtMost = 20_000;

interface Forecast {
  readonly task: OpenTask;
  readonly odds: number;
  readonly basis: Basis;
}

const different = (words: readonly string[]): string[] => [...new Set(words)];

/** Every task whose past says enough. Statistics are the house's: a firm's steps go by its county's. */
async function forecastsOf(act: Act, tasks: readonly OpenTask[]): Promise<Forecast[]> {
  const functions = different(tasks.map((task) => task.function));
  const places = different(tasks.map((task) => task.orgPath));
  const counts = await asHouse(act, (house) => countedFor(house, functions, places));
  const basisOf = basisIn(counts);
  return tasks.flatMap((task) => {
    const basis = basisOf(task);
    return basis ? { task, basis, odds: breakOdds(basis.pace, task) } : [];
  });
}

async function rowsOf(act: Act, offers: Offers, forecasts: readonly Forecast[]): Promise<Row[]> {
  const today = dayOf(act.now);
  const ids = forecasts.map(({ task }) => task.caseId);
  const lines = new Map((await linesOf(act, different(ids))).map((line) => [line.id, line]));
  const seats = await unionsByPaths(
    act,
    forecasts.map(({ task }) => task.seatPath),
  );
  return forecasts.flatMap(({ task, odds, basis }) => {
    const line = lines.get(task.caseId);
    if (!line) return [];
    return {
      ...{ id: line.id, number: line.number, title: line.title },
      functionTitle: functionTitleOf(offers, task.function),
      step: task.step,
      unionName: seats.get(task.seatPath)?.name ?? "",
      roleTitle: roles[task.role],
      clock: clockOf(task.due, today),
      ...{ spent: task.spent, term: task.term, odds },
      basis: { tasks: basis.pace.tasks, county: basis.county },
    };
  });
}

export async function showForecast(
  act: Act,
  offers: Offers,
  { query: { unionId, function: id, least, page, size } }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const range = rangeOf(orgPath(await pathWithin(act, unionId)));
  const tasks = await openTasks(act, { range, function: id, atMost: lookedAtMost });
  const forecasts = await forecastsOf(act, tasks);
  const likely = forecasts
    .filter(({ odds }) => odds * 100 >= least)
    .sort((one, other) => other.odds - one.odds || (one.task.due < other.task.due ? -1 : 1));
  const shown = likely.slice((page - 1) * size, page * size);
  return {
    rows: await rowsOf(act, offers, shown),
    total: likely.length,
    page,
    size,
    looked: tasks.length,
    capped: tasks.length === lookedAtMost,
    unknown: tasks.length - forecasts.length,
  };
}

export async function showForecastCheck(act: Act): Promise<Answer<typeof checked>> {
  const check = await lastCheck(act);
  return { check: check ? { ...check, bins: [...check.bins] } : null };
}
