// Fetching an attached file (下载附件): through the case, by all who may read it, whoever brought it.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { getFile, mediaTypeOf } from "@niangjia/foundation/files";
import type { Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { filesIn } from "./case-files.ts";
import type { fetchCaseFile as contract } from "./contract.ts";
import { functionOf, type Offers } from "./functions.ts";
import { hiddenFor } from "./hidden.ts";
import { refusals } from "./refusals.ts";
import { findCase } from "./store.ts";

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
