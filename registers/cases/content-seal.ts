// The seal of a case's content (内容指纹): every action that changes what a case says bears it, and so its chain of hashes.
import type { Action } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { successorsByIds } from "../organisations/index.ts";
import { filesIn, filesOf } from "./case-files.ts";
import { canonicalJson } from "./dossier-chain.ts";
import { openSecrets } from "./facts.ts";
import type { Filing } from "./filing.ts";
import type { Facts } from "./function.ts";
import { unionFields } from "./functions.ts";
import type { StoredCase } from "./store.ts";

export interface ContentSeal {
  /** The house's signature of all other facts: a bare hash of personal data could be guessed at. */
  readonly facts: string;
  /** SHA-256 of each paper, by id. */
  readonly papers: Readonly<Record<string, string>>;
  /** The union in each field that names one: once it is closed, its successor stands there. */
  readonly unions: Readonly<Record<string, string>>;
}

/** An action as it is stored; those from before there were seals, and those that wrote nothing, have none. */
export type StoredAction = Action & { readonly content?: ContentSeal };

function signed({ keys }: Act, caseId: string, facts: Facts, without: readonly string[]) {
  const others = Object.entries(facts).filter(([name]) => !without.includes(name));
  const message = canonicalJson(JSON.parse(JSON.stringify(Object.fromEntries(others))));
  return keys.sign("case.content", `${caseId}\n${message}`);
}

async function papersIn(act: Act, ids: readonly string[]) {
  const found = ids.length === 0 ? [] : await filesOf(act, ids);
  return Object.fromEntries([...found].map(([id, { sha256 }]) => [id, sha256]));
}

/** The seal of what a case says from now on. */
export async function sealContent(
  act: Act,
  caseId: string,
  { fn, facts }: Pick<Filing, "fn" | "facts">,
): Promise<ContentSeal> {
  const named = unionFields(fn).filter((name) => typeof facts[name] === "string");
  return {
    facts: signed(act, caseId, facts, named),
    papers: await papersIn(act, filesIn(fn, facts)),
    unions: Object.fromEntries(named.map((name) => [name, String(facts[name])])),
  };
}

/** The same, or both are today what one of them became. */
async function areSameUnions(house: Act, facts: Facts, unions: ContentSeal["unions"]) {
  const pairs = Object.entries(unions).map(([name, id]) => [id, String(facts[name])] as const);
  const moved = pairs.filter(([then, now]) => then !== now);
  const today = await successorsByIds(house, moved.flat());
  return moved.every(
    ([then, now]) => today.has(then) && today.get(then)?.id === today.get(now)?.id,
  );
}

export interface ContentFinding {
  /** The action that sealed the content last. */
  readonly seq: number;
  readonly same: boolean;
}

/** Whether a case still says what its history sealed last; undefined where nothing was sealed. As the house. */
export async function contentFinding(
  house: Act,
  row: StoredCase,
  actions: readonly StoredAction[],
): Promise<ContentFinding | undefined> {
  const last = actions.findLast(({ content }) => content);
  if (!last?.content) return undefined;
  const { facts: signature, papers, unions } = last.content;
  const facts: Facts = { ...row.facts, ...openSecrets(house.keys, row) };
  const now = await papersIn(house, Object.keys(papers));
  const same =
    signed(house, row.id, facts, Object.keys(unions)) === signature &&
    canonicalJson(now) === canonicalJson(papers) &&
    (await areSameUnions(house, facts, unions));
  return { seq: last.id, same };
}
