// Files (文件): named bytes with an owner; brought over HTTP, checked by content, reached by scope.
import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import type { Act } from "../act.ts";
import { asHouse } from "../elevate.ts";
import type { Answer, Asked, Download } from "../http/contract.ts";
import { type Route, route } from "../http/route.ts";
import { newId } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { acceptedKinds, bring, fetchFile, refusals } from "./contract.ts";
import { sniff } from "./sniff.ts";

export { addLinkedFiles, type LinkedOptions, linkRoute } from "./link.ts";
export { sniff } from "./sniff.ts";
export { type Stored, Vault } from "./vault.ts";

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly sha256: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xls: "application/vnd.ms-excel",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv",
  text: "text/plain",
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

/** The media type of a kind of content, as answers bear it. */
export const mediaTypeOf = (kind: string): string => mediaTypes[kind] ?? "application/octet-stream";

/** The file of an id, when the actor brought it or it lies under their union. */
export async function findFile(act: Act, id: string): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`select id, name, kind, size, sha256
    from exchange.files where id = ${id}`.execute(act.tx);
  return rows[0];
}

export async function getFile(act: Act, id: string): Promise<StoredFile> {
  const found = await findFile(act, id);
  if (!found) throw refuse(refusals.notFound);
  return found;
}

/** Lets the union of a path, and those above it, fetch files that the actor brought for its business. */
export async function placeFiles(act: Act, ids: readonly string[], orgPath: string): Promise<void> {
  if (ids.length === 0) return;
  await asHouse(act, ({ tx }) =>
    sql`update exchange.files set org_path = ${orgPath}
      where id = any(${[...ids]}::uuid[]) and account_id = ${act.actor.accountId}`.execute(tx),
  );
}

async function bringFile(
  act: Act,
  { upload, query }: Asked<typeof bring>,
): Promise<Answer<typeof bring>> {
  if (upload.size === 0) throw refuse(refusals.empty);
  // What a zip or an OLE file holds shows in its directory, which may stand anywhere in it.
  const kind = sniff(await readFile(act.vault.path(upload.sha256)));
  if (!acceptedKinds.some((accepted) => accepted === kind)) throw refuse(refusals.kindNotAccepted);
  const id = newId(act.now);
  const { name, size, sha256 } = upload;
  await sql`insert into exchange.files
      (id, account_id, org_path, sha256, name, kind, size, purpose, at)
    values (${id}, ${act.actor.accountId}, ${act.actor.post?.orgPath ?? null}, ${sha256}, ${name},
      ${kind}, ${size}, ${query.purpose}, ${act.now})`.execute(act.tx);
  return { id, name, kind, size };
}

async function fetchBytes(act: Act, { params }: Asked<typeof fetchFile>): Promise<Download> {
  const { name, kind, sha256 } = await getFile(act, params.id);
  return { name, type: mediaTypeOf(kind), bytes: act.vault.read(sha256) };
}

export const fileRoutes: readonly Route[] = [
  route(bring, { may: "signed-in", run: bringFile, callsAMinute: 60 }),
  route(fetchFile, { may: "signed-in", run: fetchBytes }),
];
