// Time spent by step (各环节用时): how many working days steps took in the last twelve months, by county.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { findByPath, lineAbove, type Union, unionsByPaths } from "../organisations/index.ts";
import type { showDurations as contract } from "./durations-contract.ts";
import { countedOn, countedWithin, type StepCount } from "./durations-store.ts";
import { paceMonths } from "./forecast-check.ts";
import { paceOf, within } from "./forecast-odds.ts";
import type { Offers } from "./functions.ts";
import { pathWithin } from "./search-wish.ts";

type Row = Answer<typeof contract>["rows"][number];

/** Steps are counted by county: who looks from below sees their county's, which name nobody. */
async function placeOf(act: Act, unionId: string | undefined): Promise<Union> {
  const path = orgPath(await pathWithin(act, unionId));
  const above = await lineAbove(act, path);
  const county = above.find(({ level }) => level === "county");
  const own = county ?? (await findByPath(act, path));
  if (!own) throw new Error(`no union lies at ${path}`);
  return own;
}

/** What a function and its step are called; one that is no longer offered by its id. */
export function stepWords(
  offers: Offers,
  { function: id, node }: Pick<StepCount, "function" | "node">,
) {
  const fn = offers.get(id)?.fn;
  const step = fn?.flow.nodes.find((one) => one.id === node)?.title;
  return { functionTitle: fn?.title ?? id, step: step ?? node };
}

function rowOf(offers: Offers, counts: readonly StepCount[], place: Row["place"]): Row {
  const [first] = counts;
  if (!first) throw new Error("a row is of at least one count");
  const pace = paceOf(counts);
  const late = counts.reduce((sum, one) => sum + one.late, 0);
  return {
    function: first.function,
    node: first.node,
    ...stepWords(offers, first),
    place,
    tasks: pace.tasks,
    median: within(pace, 0.5) ?? 0,
    slowTenth: within(pace, 0.9) ?? 0,
    lateShare: pace.tasks === 0 ? 0 : late / pace.tasks,
  };
}

export async function showDurations(
  act: Act,
  offers: Offers,
  { query: { unionId, function: id, by } }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const place = await placeOf(act, unionId);
  const wanted = { function: id, byPlace: by === "place" };
  const counts = await asHouse(act, (house) =>
    countedWithin(house, rangeOf(orgPath(place.path)), wanted),
  );
  const unions = await unionsByPaths(
    act,
    counts.flatMap((count) => count.orgPath ?? []),
  );
  const groups = Map.groupBy(counts, (one) => `${one.function} ${one.node} ${one.orgPath ?? ""}`);
  const rows = [...groups.values()].map((group) => {
    const at = unions.get(group[0]?.orgPath ?? "");
    return rowOf(offers, group, at ? { id: at.id, name: at.name } : null);
  });
  return {
    place: { id: place.id, name: place.name },
    countedOn: await countedOn(act),
    months: paceMonths,
    rows: rows.sort((one, other) => other.tasks - one.tasks),
  };
}
