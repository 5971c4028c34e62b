// A union's name (工会名称): one plain form, and what a name of a union usually ends with.
import { cleanText } from "@niangjia/foundation/text";

const layoutSpaces = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/**
 * Plain text in one line, without layout spaces, with the full-width brackets of official names.
 */
export const plainUnionName = (text: string): string =>
  cleanText(text).replace(layoutSpaces, "").replaceAll("(", "（").replaceAll(")", "）");

export const isUnionName = (plain: string): boolean =>
  plain.length >= 2 && plain.length <= 100 && /\p{Script=Han}/u.test(plain);

const usualEndings =
  /(工会委员会|总工会|工会联合会|联合工会|工会联合委员会|工会工作委员会|工会|分会|工会小组)(（[^）]*）)?$/;

/** Chinese advice when a name does not look like a union's; empty when it does. */
export const nameAdvice = (plain: string): string[] =>
  usualEndings.test(plain)
    ? []
    : [`“${plain}”不像工会全称：一般以“工会委员会”“总工会”“工会联合会”“联合工会”或“分会”结尾。`];
