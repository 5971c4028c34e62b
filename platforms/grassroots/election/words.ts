// Reasons in words (认定理由), and what a verdict asks of whoever filled in the form.
import { citationWords, type Decision, type Reason } from "@niangjia/engine/policy";
import type { FieldFault } from "@niangjia/foundation/refusal";

/** `应到 90 人，实到 59 人……（《工会基层组织选举工作条例》第十七条）` */
const sentenceOf = ({ words, citation }: Reason): string =>
  `${words}（${citationWords(citation)}）`;

/** Where the union above has to accept a reason; `path` is the field that gives it. */
interface Explaining {
  readonly path: string;
  readonly given: string | undefined;
}

/** What stands in the way: nothing where it is fit, or where what has to be explained is. */
export function faultsIn(
  { verdict, reasons }: Decision,
  { path, given }: Explaining,
): FieldFault[] {
  if (verdict === "fit" || (verdict === "explain" && given !== undefined)) return [];
  const ask = "请核对；确是如此的，在这里写明原因，由上级工会裁量。";
  return reasons.map((one) => ({
    path,
    say: verdict === "unfit" ? sentenceOf(one) : `${sentenceOf(one)}${ask}`,
  }));
}
