// What the engine is told of the world (办理环境): who acts, the calendar, unions, and the posts a command
// or a form names.
import {
  allNodes,
  assigneesOf,
  type By,
  type CaseState,
  type Command,
  type Definition,
  type Env,
} from "@niangjia/engine/process";
import { postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { isId } from "@niangjia/foundation/ids";
import { orgPath } from "@niangjia/foundation/orgpath";
import { dueBy, workdaysBetween } from "@niangjia/foundation/workdays";
import type { Filing } from "./filing.ts";
import type { CaseFunction } from "./function.ts";
import { rulesAt } from "./rules.ts";
import { partyOf, standsFor } from "./standing-in.ts";
import type { Standing } from "./take.ts";

/** In a case's history an applicant is only that, the clock is the system, and a worker who objects a worker. */
function wordsOf({ kind, accountId, name }: Act["actor"], applicant: By | null): string {
  if (kind === "system") return "系统";
  if (kind !== "person") return name;
  return applicant === null || applicant.accountId === accountId ? "申请人" : "职工";
}

interface Before {
  readonly fn: Pick<CaseFunction, "id">;
  readonly state: CaseState;
}

type Caller = Pick<Env, "actor" | "today">;

/** Who stands before the doors of a case in hand. */
export const callerAt = (
  { actor, now }: Act,
  { state: { applicant }, standsFor: standing }: Pick<Standing, "state" | "standsFor">,
): Caller => ({
  actor: { ...actor, name: wordsOf(actor, applicant), standsFor: standing },
  today: dayOf(now),
});

/** Who stands before a case's doors, with those they stand in for at cases of its function. */
export const callerOf = async (act: Act, { fn, state }: Before): Promise<Caller> =>
  callerAt(act, { state, standsFor: await standsFor(act, fn.id) });

/** The house hands in a case for somebody, as if they did it from their post. */
async function inName(act: Act, { accountId, personId, postId, words }: By): Promise<Env["actor"]> {
  const [post] = postId === null ? [] : await postHolders(act, [postId]);
  return {
    ...{ accountId, personId, name: words },
    kind: post ? "staff" : "person",
    post: post ? { ...post, id: post.postId } : null,
  };
}

/** Posts a command hands something to. */
function postsIn(command: Command): string[] {
  if ("posts" in command) return command.posts;
  const { kind } = command;
  const hands =
    kind === "transfer" || kind === "delegate" || kind === "ask" || kind === "hand-over";
  return hands && command.to !== undefined ? [command.to] : [];
}

/** Posts that were chosen in the form for a step to come. */
function postsChosen(definition: Definition, facts: Filing["facts"]): string[] {
  const fields = allNodes(definition).flatMap((node) =>
    assigneesOf(node).flatMap(({ named }) => named ?? []),
  );
  return fields.map((field) => String(facts[field] ?? "")).filter(isId);
}

type Scene = Pick<
  Standing,
  "definition" | "filing" | "seating" | "state" | "standsFor" | "inNameOf"
>;

/** The unions of the posts found are made known to the seating: their seats will be stored. */
export async function envOf(
  act: Act,
  { definition, filing, seating, state, standsFor: standing, inNameOf }: Scene,
  command: Command,
): Promise<Env> {
  const { fn, places, personId, facts } = filing;
  const rules = await rulesAt(act, fn, { definition, division: places.union.division });
  const named = [...new Set([...postsIn(command), ...postsChosen(definition, facts)])];
  const holders = await postHolders(act, named);
  seating.add(holders.map(({ orgId, orgPath: path }) => ({ id: orgId, path: orgPath(path) })));
  return {
    ...callerAt(act, { state, standsFor: standing }),
    ...(inNameOf && { actor: await inName(act, inNameOf) }),
    now: act.now,
    due: (within, start) => dueBy(within, start),
    workdaysTo: (from, to) => workdaysBetween(from, to),
    rules,
    unions: places.lineages,
    posts: Object.fromEntries(holders.map((holder) => [holder.postId, partyOf(holder)])),
    facts,
    concerned: personId === null ? [] : [personId],
  };
}
