// Colleagues (同志): who holds a post on the line of a union, found by name, title, pinyin or initials.
import { type PostHolder, postsOnLine } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { pinyinOf } from "@niangjia/foundation/names";
import { contains, type OrgPath, orgPath } from "@niangjia/foundation/orgpath";
import { caseHelpers, type Role, roles, unionStaff } from "@niangjia/foundation/roles";
import { unionsByIds } from "../organisations/index.ts";

/** Who may be asked to work on a case. */
const handlers = [...unionStaff, ...caseHelpers];

const shownAtMost = 20;
/** So many are looked through for what the store is not asked: letters, and how far down. */
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
  /** Only at this union and below it. */
  readonly within?: OrgPath;
  /** Only these roles. */
  readonly roles?: readonly Role[] | undefined;
}

/** The nearest first, at most twenty. */
export async function colleagues(act: Act, wish: Wish): Promise<PostHolder[]> {
  const { path, words, upwards, within, roles: asked = handlers } = wish;
  const line = { path, roles: asked, ...(upwards && { upwards }) };
  const spelled = isLetters(words);
  if (!spelled && !within) return postsOnLine(act, { ...line, words, atMost: shownAtMost });
  const said = spelled ? {} : { words };
  const all = await postsOnLine(act, { ...line, ...said, atMost: spelledAtMost });
  return all
    .filter(spelled ? isSpelled(words) : () => true)
    .filter(({ orgPath: at }) => !within || contains(within, orgPath(at)))
    .slice(0, shownAtMost);
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
