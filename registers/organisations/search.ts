// Search (搜索工会): by part of the name, by initials or full pinyin, by credit code.
import type { Act } from "@niangjia/foundation/act";
import { orgPath, type PathRange, rangeOf, wholeTree } from "@niangjia/foundation/orgpath";
import { bareNumber } from "@niangjia/foundation/text";
import { type Searched, unionsBeginning, unionsHolding, unionsOfCode } from "./list-store.ts";
import { plainUnionName } from "./name.ts";
import type { Union } from "./store.ts";

export interface SearchScope {
  /** Path of a union: only it and what lies below is searched. The whole tree without. */
  readonly under?: string;
  /** 20 without. */
  readonly limit?: number;
}

/**
 * Chinese is looked for in names, letters in initials and pinyin as well (5G科技 has letters in its
 * name).
 */
function wayOf(text: string): { text: string; columns: readonly Searched[] } {
  const letters = text.replace(/[\s'’]/g, "").toLowerCase();
  if (/^[a-z0-9]+$/.test(letters)) return { text: letters, columns: ["initials", "pinyin"] };
  return { text, columns: ["name"] };
}

/**
 * Unions that a typed text finds: those whose name begins with it first, then those that hold it,
 * each from the top of the tree down. An empty text finds none.
 */
export async function searchUnions(
  act: Act,
  typed: string,
  { under, limit = 20 }: SearchScope = {},
): Promise<Union[]> {
  const range: PathRange = under === undefined ? wholeTree : rangeOf(orgPath(under));
  const code = bareNumber(typed);
  if (/^[0-9A-Z]{18}$/.test(code)) return unionsOfCode(act, range, code);
  const way = wayOf(plainUnionName(typed));
  if (way.text === "") return [];
  const beginning = await unionsBeginning(act, { range, limit, ...way });
  if (beginning.length === limit) return beginning;
  const found = new Set(beginning.map(({ id }) => id));
  const holding = await unionsHolding(act, { range, limit, ...way });
  return [...beginning, ...holding.filter(({ id }) => !found.has(id))].slice(0, limit);
}
