// Files of a case (办件附件): what was attached to it, by whomever.
import { fieldsOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { findFile, type StoredFile } from "@niangjia/foundation/files";
import type { CaseFunction, Facts } from "./function.ts";

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
