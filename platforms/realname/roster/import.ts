// Importing a roster (名册导入): a file is opened and understood, corrected by the officer, started, stopped, shown.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Sheet } from "@niangjia/foundation/excel";
import { getFile } from "@niangjia/foundation/files";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { emit } from "@niangjia/foundation/outbox";
import { type RefusalKind, refuse } from "@niangjia/foundation/refusal";
import { findUnion, type Union, unionsByIds } from "@niangjia/registers/organisations";
import { titleOf } from "./columns.ts";
import type * as contract from "./contract.ts";
import { limits, refusals } from "./contract.ts";
import { importStarted } from "./events.ts";
import { faultKinds } from "./faults.ts";
import { correctColumns, findMapping, type Mapping, missingFields } from "./mapping.ts";
import { canOf, showImport, stateWord } from "./progress.ts";
import { firstRows, openRoster } from "./roster-file.ts";
import * as store from "./store.ts";

type Shown = Answer<typeof contract.open>;

/** Enough to see the head and a few people; titles above it are few. */
const rowsToUnderstand = 60;

/** Rows of titles and remarks that a full roster may have besides its people. */
const otherRows = 1_000;

export interface ImportLimits {
  readonly rows: number;
  readonly bytes: number;
}

const portalLimits: ImportLimits = { rows: limits.importRows, bytes: limits.fileBytes };

/** The union members are to join: live, and in the actor's reach. */
async function unionToJoin(act: Act, unionId: string): Promise<Union> {
  const union = await findUnion(act, unionId);
  const reach = act.actor.post?.orgPath ?? "/";
  if (!union?.path.startsWith(reach) || union.state === "closed") {
    throw refuse(refusals.unionNotFound);
  }
  return union;
}

interface Understood {
  readonly mapping: Mapping;
  readonly rowsTotal: number;
}

/** How a sheet is understood by itself, or with the head where the officer says it is. */
async function understand(act: Act, sheet: Sheet, headRow?: number): Promise<Understood> {
  const rows = await firstRows(sheet, rowsToUnderstand + (headRow ?? 0));
  const mapping = findMapping(rows, { today: dayOf(act.now), headRow });
  const above = rows.filter(({ row }) => row <= mapping.headRow).length;
  return { mapping, rowsTotal: sheet.filledRows - above };
}

/** Opens an uploaded file as an import and understands it as far as it can. Nobody is enrolled yet. */
export async function openImport(
  act: Act,
  { body }: Pick<Asked<typeof contract.open>, "body">,
  allowed = portalLimits,
): Promise<Shown> {
  const union = await unionToJoin(act, body.unionId);
  const { name, sha256 } = await getFile(act, body.fileId);
  const options = { maxBytes: allowed.bytes, maxRows: allowed.rows + otherRows };
  const sheet = await openRoster(act.vault, { sha256, sheet: null }, options);
  const record = await store.insertImport(act, {
    id: newId(act.now),
    orgPath: union.path,
    unionId: union.id,
    fileName: name,
    sha256,
    sheet: sheet.name === "" ? null : sheet.name,
    ...(await understand(act, sheet)),
  });
  return showImport(record, { unionName: union.name, viewer: act.actor.accountId });
}

async function getImport(act: Act, id: string): Promise<store.ImportRecord> {
  const record = await store.findImport(act, id);
  if (!record) throw refuse(refusals.importNotFound);
  return record;
}

/** For a command: nobody else changes it meanwhile. */
async function holdImport(
  act: Act,
  id: string,
  may: keyof Shown["can"],
): Promise<store.ImportRecord> {
  const record = await store.lockImport(act, id);
  if (!record) throw refuse(refusals.importNotFound);
  if (canOf(record)[may]) return record;
  const missing = missingFields(record.mapping);
  if (may === "start" && missing.length > 0) {
    throw refuse(refusals.columnsUnread, {
      words: { titles: missing.map((field) => `“${titleOf(field)}”`).join("、") },
    });
  }
  throw refuse(refusals.alreadyRunning, { words: { state: stateWord(record) } });
}

async function shown(act: Act, id: string): Promise<Shown> {
  const record = await getImport(act, id);
  const union = await findUnion(act, record.unionId);
  return showImport(record, { unionName: union?.name ?? "", viewer: act.actor.accountId });
}

const wrong = (why: string): Error =>
  refuse(refusals.mappingWrong as RefusalKind, { words: { why } });

/** Takes another sheet, another head or other columns, in this order. */
export async function mapImport(
  act: Act,
  { params, body }: Asked<typeof contract.map>,
): Promise<Shown> {
  const record = await holdImport(act, params.id, "map");
  let { sheet: name, mapping, rowsTotal } = record;
  if (body.sheet !== undefined || body.headRow !== undefined) {
    name = body.sheet ?? name;
    const sheet = await openRoster(act.vault, { sha256: record.sha256, sheet: name });
    ({ mapping, rowsTotal } = await understand(act, sheet, body.headRow));
  }
  if (body.columns) {
    const corrected = correctColumns(mapping, body.columns);
    if (typeof corrected === "string") throw wrong(corrected);
    mapping = corrected;
  }
  await store.setMapping(act, record.id, { sheet: name, mapping, rowsTotal });
  return shown(act, record.id);
}

/** Puts the import into the worker's hands; also goes on with one that was stopped or broke off. */
export async function startImport(
  act: Act,
  { params }: Asked<typeof contract.start>,
): Promise<Shown> {
  const record = await holdImport(act, params.id, "start");
  await store.setState(act, record.id, { state: "waiting" });
  await emit(act, importStarted(record.orgPath, record.id));
  return shown(act, record.id);
}

/** Stops before the next batch. Who is enrolled stays: each of them is a member in earnest. */
export async function cancelImport(
  act: Act,
  { params }: Asked<typeof contract.cancel>,
): Promise<Shown> {
  const record = await holdImport(act, params.id, "cancel");
  await store.setState(act, record.id, { state: "cancelled" });
  return shown(act, record.id);
}

export async function showProgress(
  act: Act,
  { params }: Asked<typeof contract.show>,
): Promise<Answer<typeof contract.show>> {
  const faults = await store.countFaults(act, params.id);
  const titled = faults.map(({ code, rows }) => ({ code, rows, title: faultKinds[code].title }));
  return { ...(await shown(act, params.id)), faults: titled };
}

export async function listImports(
  act: Act,
  { query }: Asked<typeof contract.list>,
): Promise<Answer<typeof contract.list>> {
  const { page, size } = query;
  const { rows, total } = await store.listImports(act, { size, offset: (page - 1) * size });
  const unions = await unionsByIds(
    act,
    rows.map(({ unionId }) => unionId),
  );
  const lines = rows.map((record) => {
    const unionName = unions.get(record.unionId)?.name ?? "";
    const viewer = act.actor.accountId;
    const { columns, headRow, missing, sheet, ...line } = showImport(record, { unionName, viewer });
    return line;
  });
  return { rows: lines, total, page, size };
}
