// Answers of WeChat (微信应答): 200 whatever happened; its own code in the body says what went wrong.
import { z } from "zod";

/** Some of its interfaces write numbers as text. */
const shape = z.looseObject({
  errcode: z.coerce.number().int().default(0),
  errmsg: z.string().default(""),
});

export type WechatAnswer = z.output<typeof shape>;

/** Throws an Error when the answer is none of WeChat's, such as a proxy's page. */
export async function readAnswer(answer: Response): Promise<WechatAnswer> {
  if (!answer.ok) throw new Error(`WeChat answered ${answer.status}`);
  return shape.parse(await answer.json());
}

/** Its code and words, for the record and the operator. */
export const wordsOf = ({ errcode, errmsg }: WechatAnswer): string => `${errcode} ${errmsg}`;
