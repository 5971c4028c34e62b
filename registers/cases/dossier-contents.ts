// What goes into a case file (卷宗内容): the case as shown, its history with hashes, its papers.
import { type Action, type CaseState, type Field, fieldsOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { StoredFile } from "@niangjia/foundation/files";
import type { Answer } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { filesOf } from "./case-files.ts";
import { type ContentFinding, contentFinding } from "./content-seal.ts";
import type { showCase as caseContract } from "./contract.ts";
import { chainOf, type Link } from "./dossier-chain.ts";
import { factText, openSecrets, tableOf } from "./facts.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { functionOf, type Offers } from "./functions.ts";
import { isOwn } from "./own.ts";
import { refusals } from "./refusals.ts";
import { showCase } from "./show.ts";
import { actionsOf, findCase, type StoredCase } from "./store.ts";

type Shown = Answer<typeof caseContract>;
type Group = Shown["facts"][number];
type Line = Group["lines"][number];

/** A paper that was handed in. Bytes are there when it is bound into the file. */
export interface Exhibit extends Pick<StoredFile, "kind" | "size" | "sha256"> {
  /** Its own in the file, so that two papers of one name are two. */
  readonly name: string;
  readonly bytes?: Buffer;
}

export interface Contents {
  readonly row: StoredCase;
  readonly shown: Shown;
  readonly facts: readonly Group[];
  readonly actions: readonly Action[];
  readonly chain: readonly Link[];
  /** Whether the case still says what its history sealed; undefined where it sealed nothing. */
  readonly content: ContentFinding | undefined;
  readonly exhibits: readonly Exhibit[];
  /** Why it holds unmasked data; undefined when it holds none. */
  readonly purpose: string | undefined;
}

const megabyte = 1024 * 1024;
/** What is bound in is held in memory whole while the file is made. */
const boundAtMostMegabytes = 40;

function lineWhole(line: Line, field: Field, { secrets, row }: Secret): Line {
  const value = secrets[line.name];
  if (value === undefined) return line;
  const filedOn = dayOf(row.filedAt);
  if (field.kind === "rows") return { ...line, table: tableOf(field, value, filedOn) };
  return { ...line, text: factText(field, value, filedOn) };
}

interface Secret {
  readonly secrets: Facts;
  readonly row: StoredCase;
}

function factsWhole(fn: CaseFunction, groups: readonly Group[], secret: Secret): Group[] {
  const fields = new Map(fieldsOf(fn.form));
  return groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) =>
      line.masked ? lineWhole(line, fields.get(line.name)!, secret) : line,
    ),
  }));
}

async function bytesOf({ vault }: Act, { sha256 }: StoredFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of vault.read(sha256)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** As every system can save it. */
const fileName = (name: string): string => name.replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, "_");

function refuseLarge(files: readonly StoredFile[]): void {
  const size = Math.ceil(files.reduce((sum, file) => sum + file.size, 0) / megabyte);
  if (size <= boundAtMostMegabytes) return;
  throw refuse(refusals.dossierTooLarge, { words: { size, most: boundAtMostMegabytes } });
}

/** Papers show people: their bytes go into a whole file only. */
async function exhibitsOf(act: Act, facts: readonly Group[], whole: boolean): Promise<Exhibit[]> {
  const shown = facts.flatMap(({ lines }) => lines.flatMap(({ files = [] }) => files));
  const found = await filesOf(
    act,
    shown.map(({ id }) => id),
  );
  const files = [...found.values()];
  if (whole) refuseLarge(files);
  const exhibits: Exhibit[] = [];
  for (const [index, file] of files.entries()) {
    const { kind, size, sha256 } = file;
    const name = `附件${index + 1}-${fileName(file.name)}`;
    exhibits.push({ name, kind, size, sha256, ...(whole && { bytes: await bytesOf(act, file) }) });
  }
  return exhibits;
}

/** Everything of a case the actor may read; unmasked when there is a purpose. */
export async function contentsOf(
  act: Act,
  offers: Offers,
  { id, purpose }: { readonly id: string; readonly purpose?: string },
): Promise<Contents> {
  const row = await findCase(act, id);
  if (!row) throw refuse(refusals.notFound);
  if (purpose !== undefined && isOwn(act, row, row.state)) throw refuse(refusals.dossierOwn);
  const shown = await showCase(act, offers, { params: { id } } as Parameters<typeof showCase>[2]);
  const secret = { secrets: openSecrets(act.keys, row), row };
  const facts =
    purpose === undefined
      ? shown.facts
      : factsWhole(functionOf(offers, row.function), shown.facts, secret);
  const actions = await actionsOf(act, id);
  return {
    ...{ row, shown, facts, actions, purpose, chain: chainOf(row.number, actions) },
    content: await asHouse(act, (house) => contentFinding(house, row, actions)),
    exhibits: await exhibitsOf(act, facts, purpose !== undefined),
  };
}

/** Who signed which step, and when, from the state as it was kept. */
export function signaturesOf({ tasks }: CaseState) {
  return tasks.flatMap(({ id, node, closed, undone }) =>
    closed && closed.how !== "released" && !undone ? [{ task: id, node, ...closed }] : [],
  );
}
