// Colleagues (同志): who holds a post on the line of a union, found by name, title, pinyin or initials.
import { type PostHolder, postsOnLine } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { pinyinOf } from "@niangjia/foundation/names";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { caseHelpers, roles, unionStaff } from "@niangjia/foundation/roles";
import { unionsByIds } from "../organisations/index.ts";

/** Who may be asked to work on a case. */
const handlers = [...unionStaff, ...caseHelpers];

const shownAtMost = 20;
/** So many are looked through for letters, which the store does not know. */
const spelledAtMost = 500;

const isLetters = (words: string): boolean => /^[a-z]+$/i.test(words);

const isSpelled = (letters: string) => {
  const wanted = letters.toLowerCase();
  return ({ words }: PostHolder): boolean => {
    const { full, initials } = pinyinOf(words.split("（")[0] ?? "");
    return full.startsWith(wanted) || initials.startsWith(wanted);
  };
};

interface Wish {
  readonly path: OrgPath;
  readonly words: string;
  /** Only there and above. */
  readonly upwards?: boolean;
}

/** The nearest first, at most twenty. */
export async function colleagues(act: Act, { path, words, upwards }: Wish): Promise<PostHolder[]> {
  const line = { path, roles: handlers, ...(upwards && { upwards }) };
  if (!isLetters(words)) return postsOnLine(act, { ...line, words, atMost: shownAtMost });
  const all = await postsOnLine(act, { ...line, atMost: spelledAtMost });
  return all.filter(isSpelled(words)).slice(0, shownAtMost);
}

/** As lists show them. */
export async function shownColleagues(act: Act, found: readonly PostHolder[]) {
  const unions = await unionsByIds(
    act,
    found.map(({ orgId }) => orgId),
  );
  return found.map(({ postId, words, role, orgId }) => ({
    ...{ post: postId, name: words, role: roles[role] },
    unionName: unions.get(orgId)?.name ?? "",
  }));
}
