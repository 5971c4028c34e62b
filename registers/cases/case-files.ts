// Files of a case (办件附件): what was attached, by whomever, is fetched through the case by those who may
// read it.
import { fieldsOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { findFile, getFile, mediaTypeOf, type StoredFile } from "@niangjia/foundation/files";
import type { Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import type { fetchCaseFile as contract } from "./contract.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { functionOf, type Offers } from "./functions.ts";
import { hiddenFor } from "./hidden.ts";
import { refusals } from "./refusals.ts";
import { findCase } from "./store.ts";

/** Ids of the files in what was filled in. */
export const filesIn = ({ form }: Pick<CaseFunction, "form">, facts: Facts): string[] =>
  fieldsOf(form).flatMap(([name, { kind }]) =>
    kind === "files" ? ((facts[name] ?? []) as string[]) : [],
  );

/** Those that are there, by id. For who may read the case they were attached to. */
export function filesOf(act: Act, ids: readonly string[]): Promise<Map<string, StoredFile>> {
  return asHouse(act, async (house) => {
    const found = await Promise.all(ids.map((id) => findFile(house, id)));
    return new Map(found.flatMap((file) => (file ? [[file.id, file]] : [])));
  });
}

export async function fetchCaseFile(
  act: Act,
  offers: Offers,
  { params }: Asked<typeof contract>,
): Promise<Download> {
  const row = await findCase(act, params.id);
  if (!row) throw refuse(refusals.notFound);
  const fn = functionOf(offers, row.function);
  const hidden = await hiddenFor(act, row);
  const shown = Object.entries(row.facts).filter(([name]) => !hidden.includes(name));
  if (!filesIn(fn, Object.fromEntries(shown)).includes(params.file)) {
    throw refuse(refusals.fileUnknown);
  }
  const { name, kind, sha256 } = await asHouse(act, (house) => getFile(house, params.file));
  return { name, type: mediaTypeOf(kind), bytes: act.vault.read(sha256) };
}
