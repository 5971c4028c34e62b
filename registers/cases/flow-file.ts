// Flows as files (流程文件): a function's flow out as BPMN 2.0, and a drawing read as a draft.
import {
  compareFlows,
  draft,
  fromBpmn,
  stages,
  toBpmn,
  type Unsound,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import type { Offers } from "./functions.ts";
import { refusals } from "./refusals.ts";
import { rulesBefore } from "./rules.ts";
import type * as contract from "./variant-contract.ts";
import { changeWords } from "./variant-words.ts";
import { changedFlow, faultsOf, federationOf, getFlow } from "./variants.ts";

export async function exportFlow(
  act: Act,
  offers: Offers,
  { params }: Asked<typeof contract.exportFlow>,
): Promise<Download> {
  const fn = offers.get(params.id)?.fn;
  if (!fn) throw refuse(refusals.functionUnknown);
  const rules = await rulesBefore(act, fn);
  const xml = await toBpmn(fn.flow, { title: fn.title, rules });
  return { name: `${fn.title}.bpmn`, type: "application/xml", bytes: Buffer.from(xml) };
}

type Read = Answer<typeof contract.readFlow>;

const saysOf = (faults: readonly Unsound[]): string[] => [...new Set(faults.map(({ say }) => say))];

/** Looked at and not kept: what it changes of the common flow, or why that is none of a federation's to change. */
export async function readFlow(
  act: Act,
  offers: Offers,
  { params, body }: Asked<typeof contract.readFlow>,
): Promise<Read> {
  await federationOf(act);
  const fn = getFlow(offers, params.id);
  const nothing: Read = { stages: null, faults: [], differences: [], changes: null, words: [] };
  const read = await fromBpmn(body.xml);
  if (Array.isArray(read)) return { ...nothing, faults: saysOf(read) };
  const drawn = { ...nothing, stages: stages(read, draft) };
  const { changes, differences } = compareFlows(fn.flow, read);
  const changed = changedFlow(fn, offers, changes);
  const barred = saysOf([...differences, ...(Array.isArray(changed) ? changed : [])]);
  const faults = saysOf(faultsOf(fn, offers, read)).filter((say) => !barred.includes(say));
  if (faults.length > 0 || barred.length > 0) return { ...drawn, faults, differences: barred };
  return { ...drawn, changes: changes as Read["changes"], words: changeWords(fn.flow, changes) };
}
