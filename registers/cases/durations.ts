// Time spent by step (各环节用时): how many working days steps took in the last twelve months, by county.
import { allNodes, type Definition } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { findByPath, lineAbove, type Union, unionsByPaths } from "../organisations/index.ts";
import type { showDurations as contract } from "./durations-contract.ts";
import { countedOn, countedWithin, flowsKept, type StepCount } from "./durations-store.ts";
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

/** What a function is called; one that is no longer offered by its id. */
export const functionTitleOf = (offers: Offers, id: string): string =>
  offers.get(id)?.fn.title ?? id;

type Counted = Pick<StepCount, "function" | "node">;
const keyOf = ({ function: id, node }: Counted): string => `${id} ${node}`;

/** What steps are called: as the flow of today says, else the newest flow that cases ran on. */
async function stepTitles(
  act: Act,
  offers: Offers,
  counts: readonly Counted[],
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  const learn = (id: string, flow: Definition): void => {
    for (const { id: node, title } of allNodes(flow)) {
      const key = keyOf({ function: id, node });
      if (!titles.has(key)) titles.set(key, title);
    }
  };
  for (const id of new Set(counts.map((one) => one.function))) {
    const fn = offers.get(id)?.fn;
    if (fn) learn(id, fn.flow);
  }
  const unknown = counts.filter((one) => !titles.has(keyOf(one))).map((one) => one.function);
  if (unknown.length === 0) return titles;
  const kept = await asHouse(act, (house) => flowsKept(house, [...new Set(unknown)]));
  for (const { function: id, definition } of kept) learn(id, definition);
  return titles;
}

type Titled = Pick<Row, "place" | "functionTitle" | "step">;

function rowOf(counts: readonly StepCount[], titled: Titled): Row {
  const [first] = counts;
  if (!first) throw new Error("a row is of at least one count");
  const pace = paceOf(counts);
  const late = counts.reduce((sum, one) => sum + one.late, 0);
  return {
    function: first.function,
    node: first.node,
    ...titled,
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
  const titles = await stepTitles(act, offers, counts);
  const rows = [...groups.values()].map((group) => {
    const [first] = group;
    const at = unions.get(first!.orgPath ?? "");
    return rowOf(group, {
      functionTitle: functionTitleOf(offers, first!.function),
      step: titles.get(keyOf(first!)) ?? first!.node,
      place: at ? { id: at.id, name: at.name } : null,
    });
  });
  return {
    place: { id: place.id, name: place.name },
    countedOn: await countedOn(act),
    months: paceMonths,
    rows: rows.sort((one, other) => other.tasks - one.tasks),
  };
}
