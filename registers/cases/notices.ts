// Public notices (公示): people of a union read what is up there, and object without seeing the case itself.
import { can } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { type OrgPath, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { isProvisional } from "@niangjia/foundation/workdays";
import { unionsByPaths } from "../organisations/index.ts";
import { callerOf } from "./around.ts";
import { proceedWith } from "./command.ts";
import type { Functions } from "./functions.ts";
import type * as contract from "./notice-contract.ts";
import { findNotice, type NoticeRow, noticesFor } from "./notice-store.ts";
import { seat } from "./places.ts";
import { refusals } from "./refusals.ts";
import { findCase, type StoredCase } from "./store.ts";
import { clockOf } from "./term.ts";

type Shown = Answer<typeof contract.listNotices>["rows"][number];

async function shown(act: Act, rows: readonly NoticeRow[]): Promise<Shown[]> {
  const unions = await unionsByPaths(
    act,
    rows.map((row) => orgPath(row.orgPath)),
  );
  const today = dayOf(act.now);
  return rows.map(({ orgPath: path, endedAt, dueDay, ...row }) => ({
    ...row,
    dueDay,
    unionName: unions.get(path as OrgPath)?.name ?? "",
    provisional: endedAt === null && dueDay !== null && isProvisional(dueDay),
    workdaysLeft: leftOf(endedAt === null ? dueDay : null, today),
    state: endedAt !== null ? "ended" : dueDay === null ? "paused" : "running",
  }));
}

const leftOf = (due: Day | null, today: Day): number | null =>
  due === null ? null : clockOf(due, today).workdaysLeft;

export async function listNotices(
  act: Act,
  { query }: Asked<typeof contract.listNotices>,
): Promise<Answer<typeof contract.listNotices>> {
  const { page, size } = query;
  const { rows, total } = await noticesFor(act, query);
  return { rows: await shown(act, rows), total, page, size };
}

type Place = Asked<typeof contract.showNotice>["params"];

/** The notice the actor may read, with its case, which they perhaps may not. */
async function getNotice(act: Act, { id, token }: Place) {
  const notice = await findNotice(act, id, token);
  if (!notice) throw refuse(refusals.noSuchNotice);
  const found = await asHouse(act, (house) => findCase(house, id));
  if (!found) throw new Error(`a notice of case ${id}, which is not there`);
  return { notice, found };
}

async function objectionOf(act: Act, found: StoredCase, token: number) {
  const { state } = await seat(act, found.state);
  const fn = { id: found.function };
  const doors = can(found.definition, state, await callerOf(act, { fn, state }));
  const open = doors.some((door) => door.command === "object" && door.open && door.token === token);
  return open
    ? { open, why: "", next: "" }
    : {
        open,
        why: "现在不能对这条公示提出异议。",
        next: "公示已结束或暂停，或您提出的异议正在处理。",
      };
}

export async function showNotice(
  act: Act,
  { params }: Asked<typeof contract.showNotice>,
): Promise<Answer<typeof contract.showNotice>> {
  const { notice, found } = await getNotice(act, params);
  const [row] = await shown(act, [notice]);
  return { ...row!, objection: await objectionOf(act, found, params.token) };
}

/** Whoever may read the notice may object to it; the case itself stays closed to them. */
export async function objectToNotice(
  act: Act,
  functions: Functions,
  { params, body }: Asked<typeof contract.objectToNotice>,
): Promise<Answer<typeof contract.objectToNotice>> {
  const { found } = await getNotice(act, params);
  const command = { kind: "object", token: params.token, opinion: body.reason } as const;
  await proceedWith(act, functions, { found, command });
  return { received: true };
}
