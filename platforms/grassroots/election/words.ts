// Reasons in words (认定理由), and what a verdict asks of whoever filled in the form.
import { citationWords, type Decision, type Reason } from "@niangjia/engine/policy";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { type Office, offices } from "@niangjia/registers/organisations";

/** The post that goes with leading a union: its role is the chair's also where an organiser has it. */
export const postTitle = (office: Office): string => `工会${offices[office]}`;

/** `应到 90 人，实到 59 人……（《工会基层组织选举工作条例》第十七条）` */
const sentenceOf = ({ words, citation }: Reason): string =>
  `${words}（${citationWords(citation)}）`;

interface Asking {
  /** The field that shows what a rule found, by rule. */
  readonly beside: Readonly<Record<string, string>>;
  /** The reason given for the union above, where one was; its field is called 情况说明. */
  readonly given: string | undefined;
}

const ask = "请核对；确是如此的，在“情况说明”里写明原因，由上级工会裁量。";

/** What stands in the way, beside its fields: nothing where it is fit, or where what has to be explained is. */
export function faultsIn({ verdict, reasons }: Decision, { beside, given }: Asking): FieldFault[] {
  if (verdict === "fit" || (verdict === "explain" && given !== undefined)) return [];
  return reasons.map((one) => ({
    path: beside[one.rule] ?? "explanation",
    say: verdict === "unfit" ? sentenceOf(one) : `${sentenceOf(one)}${ask}`,
  }));
}
