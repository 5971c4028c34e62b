// Papers (纸质件): files of a case, as a partner receives them.
import type { Act } from "@niangjia/foundation/act";
import { getFile, mediaTypeOf } from "@niangjia/foundation/files";
import type { Handed } from "./delivery-store.ts";

/** Refuses one that is not there. */
export async function papersOf(act: Act, ids: readonly string[] = []): Promise<Handed[]> {
  const papers: Handed[] = [];
  for (const id of ids) {
    const { name, kind, sha256, size } = await getFile(act, id);
    papers.push({ name, type: mediaTypeOf(kind), sha256, size });
  }
  return papers;
}
