// The workload (在办量): how much waits at each seat below, since when, and who gets through how much.
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, dayOf, startOfDay } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { roles } from "@niangjia/foundation/roles";
import { unionsByPaths } from "../organisations/index.ts";
import { pathWithin } from "./search-wish.ts";
import type { showWorkload as contract } from "./workload-contract.ts";
import { doneAt, holdersAt, type LoadWish, loadPage, type Seat } from "./workload-store.ts";

const doneDays = 30;

const seatKey = ({ orgPath: path, role }: Seat): string => `${path} ${role}`;

async function wishOf(
  act: Act,
  { unionId, role, vacant }: Asked<typeof contract>["query"],
): Promise<LoadWish> {
  const today = dayOf(act.now);
  const path = await pathWithin(act, unionId);
  const doneFrom = startOfDay(addCalendarDays(today, -doneDays));
  return { range: rangeOf(orgPath(path)), role, vacant, today, doneFrom };
}

export async function showWorkload(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { sort, page, size } = query;
  const wish = await wishOf(act, query);
  const place = { sort, limit: size, offset: (page - 1) * size };
  const { seats, whole } = await loadPage(act, wish, place);
  const { seats: total, ...sums } = whole;
  const unions = await unionsByPaths(
    act,
    seats.map((seat) => seat.orgPath),
  );
  const holders = Map.groupBy(await holdersAt(act, seats), seatKey);
  const done = new Map(
    (await doneAt(act, seats, wish.doneFrom)).map((by) => [
      `${seatKey(by)} ${by.accountId}`,
      by.done,
    ]),
  );
  const rows = seats.map(({ orgPath: path, oldestAt, ...seat }) => {
    const key = seatKey({ ...seat, orgPath: path });
    const union = unions.get(path);
    return {
      ...seat,
      union: { id: union?.id ?? "", name: union?.name ?? "" },
      roleTitle: roles[seat.role],
      oldestAt: oldestAt && new Date(oldestAt).toISOString(),
      holders: (holders.get(key) ?? []).map(({ accountId, name, title }) => ({
        ...{ name, title },
        done: done.get(`${key} ${accountId}`) ?? 0,
      })),
    };
  });
  return { whole: sums, rows, total, page, size };
}
