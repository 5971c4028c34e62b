// Flows as files (流程文件): a function's flow out as BPMN 2.0, and a drawing read as a draft.
import { draft, fromBpmn, stages, toBpmn } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import type { Offers } from "./functions.ts";
import { refusals } from "./refusals.ts";
import type * as contract from "./variant-contract.ts";

export async function exportFlow(
  _act: Act,
  offers: Offers,
  { params }: Asked<typeof contract.exportFlow>,
): Promise<Download> {
  const fn = offers.get(params.id)?.fn;
  if (!fn) throw refuse(refusals.functionUnknown);
  const xml = await toBpmn(fn.flow, { title: fn.title });
  return { name: `${fn.title}.bpmn`, type: "application/xml", bytes: Buffer.from(xml) };
}

/** A draft is looked at and not kept. */
export async function readFlow(
  _act: Act,
  { body }: Asked<typeof contract.readFlow>,
): Promise<Answer<typeof contract.readFlow>> {
  const read = await fromBpmn(body.xml);
  return Array.isArray(read)
    ? { stages: null, faults: read.map(({ say }) => say) }
    : { stages: stages(read, draft), faults: [] };
}
