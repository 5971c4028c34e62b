// Reasons in words (认定理由): what was found, and the document and article it stands on.
import { citationWords, type Reason } from "@niangjia/engine/policy";

/** `应到 90 人，实到 59 人……（《工会基层组织选举工作条例》第十七条）` */
export const sentenceOf = ({ words, citation }: Reason): string =>
  `${words}（${citationWords(citation)}）`;
