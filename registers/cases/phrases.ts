// Phrases (常用意见): what a handler would otherwise type again and again.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import type * as contract from "./contract.ts";
import { phrasesAtMost } from "./phrase-contract.ts";
import { dropPhrase, ownPhrases, type Phrase, putPhrase } from "./phrase-store.ts";
import { refusals } from "./refusals.ts";

/** Reasons name what is to be done: whoever reads one must know how to go on. */
const ofTheHouse: readonly Omit<Phrase, "id">[] = [
  { kind: "agree", words: "材料齐全，情况属实，同意。" },
  { kind: "agree", words: "符合规定，同意上报。" },
  { kind: "agree", words: "已核实，同意办理。" },
  { kind: "return", words: "材料不全，请补齐后重新提交。" },
  { kind: "return", words: "所填内容与材料不一致，请核对后改正。" },
  { kind: "return", words: "附件看不清楚，请重新拍照上传。" },
  { kind: "reject", words: "不符合办理条件，理由如下：" },
  { kind: "reject", words: "同一事项已经办理，不再重复办理。" },
];

export async function listPhrases(act: Act): Promise<Answer<typeof contract.listPhrases>> {
  const own = await ownPhrases(act);
  return { rows: [...own, ...ofTheHouse.map((phrase) => ({ ...phrase, id: null }))] };
}

export async function addPhrase(
  act: Act,
  { body }: Asked<typeof contract.addPhrase>,
): Promise<Answer<typeof contract.addPhrase>> {
  const { length } = await ownPhrases(act);
  if (length >= phrasesAtMost) throw refuse(refusals.phrasesFull, { words: { count: length } });
  return { id: await putPhrase(act, { id: newId(act.now), ...body }) };
}

export async function removePhrase(
  act: Act,
  { params }: Asked<typeof contract.removePhrase>,
): Promise<Answer<typeof contract.removePhrase>> {
  return { removed: await dropPhrase(act, params.id) };
}
