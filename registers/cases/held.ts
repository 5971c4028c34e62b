// What lies at a seat (岗位上的待办), for whoever shares out the work: its tasks, their holders, and who could take some.
import { standInsOf } from "@niangjia/engine/process";
import { postHolders, postsOfSeat } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { unionsByIds } from "../organisations/index.ts";
import { colleagues, shownColleagues } from "./colleagues.ts";
import { functionOf, type Offers } from "./functions.ts";
import { handOverAtMost } from "./hand-over-contract.ts";
import type * as contract from "./held-contract.ts";
import { countHeldBy, type HeldCount, type HeldTask, heldPage, loadOf } from "./held-store.ts";
import { countToMend } from "./leaving-store.ts";
import { refusals } from "./refusals.ts";
import { pathWithin } from "./search-wish.ts";
import { clockOf } from "./term.ts";
import { holdersAt, type Seat } from "./workload-store.ts";

const gone = "（已离岗）";

function rowOf(offers: Offers, today: Day, { due, amber, at, holder: _by, ...task }: HeldTask) {
  return {
    ...task,
    functionTitle: functionOf(offers, task.function).title,
    at: at.toISOString(),
    clock: due === null ? null : clockOf(due, today, amber),
  };
}

/** Names of those who sit at a seat, by account. */
async function namesAt(act: Act, seat: Seat): Promise<Map<string, string>> {
  const holders = await holdersAt(act, [seat]);
  return new Map(holders.map(({ accountId, name, title }) => [accountId, `${name}（${title}）`]));
}

function totals<Key>(counts: readonly HeldCount[], keyOf: (one: HeldCount) => Key) {
  const groups = Map.groupBy(counts, keyOf);
  return [...groups].map(([key, group]) => ({ key, count: sumOf(group) }));
}

const sumOf = (counts: readonly HeldCount[]) => counts.reduce((sum, { count }) => sum + count, 0);

export async function listHeld(
  act: Act,
  offers: Offers,
  { query }: Asked<typeof contract.listHeld>,
): Promise<Answer<typeof contract.listHeld>> {
  const { unionId, role, holder, late, page, size } = query;
  const today = dayOf(act.now);
  const seat = { orgPath: await pathWithin(act, unionId), role };
  const wish = {
    ...{ ...seat, function: query.function, lateOn: late ? today : undefined },
    holder: holder === "none" ? null : holder,
  };
  const tasks = await heldPage(act, wish, { limit: size, offset: (page - 1) * size });
  const all = await countHeldBy(act, seat, today);
  const names = await namesAt(act, seat);
  return {
    rows: tasks.map((task) => ({
      ...rowOf(offers, today, task),
      holder: task.holder && (names.get(task.holder) ?? gone),
    })),
    total: sumOf(await countHeldBy(act, wish, today)),
    ...{ page, size },
    holders: totals(all, (one) => one.holder).flatMap(({ key, count }) =>
      key === null ? [] : { accountId: key, name: names.get(key) ?? gone, count },
    ),
    functions: totals(all, (one) => one.function).map(({ key, count }) => ({
      ...{ id: key, title: functionOf(offers, key).title, count },
    })),
  };
}

/** Whom the actor may give work to: at their own union and below, on the line of the union asked about. */
export async function listTakers(
  act: Act,
  { query }: Asked<typeof contract.listTakers>,
): Promise<Answer<typeof contract.listTakers>> {
  const within = orgPath(await pathWithin(act, undefined));
  const path = orgPath(await pathWithin(act, query.unionId));
  const roles = query.role && standInsOf(query.role);
  const found = await colleagues(act, { path, words: query.q, within, roles });
  const load = await loadOf(
    act,
    found.map(({ accountId }) => accountId),
  );
  const shown = await shownColleagues(act, found);
  const open = (nth: number) => load.get(found[nth]?.accountId ?? "") ?? 0;
  return { rows: shown.map((one, nth) => ({ ...one, open: open(nth) })) };
}

/** The post of whoever is to hand over, when it lies under the actor's own union. */
export async function getHolder(act: Act, post: string) {
  const [holder] = await postHolders(act, [post]);
  const own = act.actor.post?.orgPath;
  const reached = holder && own && contains(orgPath(own), orgPath(holder.orgPath));
  if (!reached) throw refuse(refusals.noSuchHolder);
  return holder;
}

export async function previewHandOver(
  act: Act,
  offers: Offers,
  { query }: Asked<typeof contract.previewHandOver>,
): Promise<Answer<typeof contract.previewHandOver>> {
  const { accountId, role, orgPath: path, orgId, words } = await getHolder(act, query.from);
  const today = dayOf(act.now);
  const seat = { orgPath: path, role };
  const counts = await countHeldBy(act, { ...seat, holder: accountId }, today);
  const tasks = await heldPage(
    act,
    { ...seat, holder: accountId },
    { limit: handOverAtMost, offset: 0 },
  );
  const others = await postsOfSeat(act, { role, orgPath: path });
  const union = (await unionsByIds(act, [orgId])).get(orgId);
  return {
    ...{ from: words, unionName: union?.name ?? "", held: sumOf(counts) },
    late: counts.reduce((sum, { late }) => sum + late, 0),
    atSeat: sumOf(await countHeldBy(act, { ...seat, holder: null }, today)),
    toMend: await countToMend(act, { ...seat, accountId }),
    colleagues: others.filter((other) => other.accountId !== accountId).length,
    rows: tasks.map((task) => {
      const { title: _whose, ...row } = rowOf(offers, today, task);
      return row;
    }),
  };
}
