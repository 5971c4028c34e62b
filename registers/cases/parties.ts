// Parties (可交办的同志): posts on a task's line; whom the engine would turn down is shown with its reason.
import { type Command, isRefusal, step } from "@niangjia/engine/process";
import type { PostHolder } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { dueBy, workdaysBetween } from "@niangjia/foundation/workdays";
import { getUnion } from "../organisations/index.ts";
import { callerOf } from "./around.ts";
import { colleagues, shownColleagues } from "./colleagues.ts";
import type { listParties as contract } from "./contract.ts";
import { functionOf, type Offers } from "./functions.ts";
import { seat } from "./places.ts";
import { refusals } from "./refusals.ts";
import { rulesAt } from "./rules.ts";
import { partyOf } from "./standing-in.ts";
import type { StoredCase } from "./store.ts";
import { getCase } from "./take.ts";

type Query = Asked<typeof contract>["query"];

/** Words that a command asks for and that are not typed yet. */
const opinion = "（待填写）";

function commandFor({ purpose, task }: Query, post: string): Command {
  switch (purpose) {
    case "transfer":
    case "delegate":
      return { kind: purpose, task, to: post };
    case "add-sign":
      return { kind: purpose, task, when: "before", posts: [post] };
    case "ask":
      return { kind: purpose, task, to: post, opinion };
    case "copy":
      return { kind: purpose, task, posts: [post] };
  }
}

interface Asking {
  readonly query: Query;
  readonly found: readonly PostHolder[];
  readonly offers: Offers;
}

/** What the engine would say to each: it is asked, and nothing of its answer is kept. */
async function barrings(
  act: Act,
  row: StoredCase,
  { query, found, offers }: Asking,
): Promise<(string | null)[]> {
  const { state } = await seat(act, row.state);
  const { division } = await getUnion(act, row.orgId);
  const fn = functionOf(offers, row.function);
  const env = {
    ...(await callerOf(act, { fn: { id: row.function }, state })),
    now: act.now,
    today: dayOf(act.now),
    due: dueBy,
    workdaysTo: workdaysBetween,
    rules: await rulesAt(act, fn, { definition: row.definition, division }),
    unions: {},
    posts: Object.fromEntries(found.map((holder) => [holder.postId, partyOf(holder)])),
    facts: row.facts,
  };
  return found.map(({ postId }) => {
    const outcome = step(row.definition, state, commandFor(query, postId), env);
    return isRefusal(outcome) ? outcome.say : null;
  });
}

export async function listParties(
  act: Act,
  offers: Offers,
  { params, query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const row = await getCase(act, params.id);
  const task = (await seat(act, row.state)).state.tasks[query.task - 1];
  if (!task) throw refuse(refusals.notFound);
  const found = await colleagues(act, { path: task.orgPath, words: query.q });
  const barred = await barrings(act, row, { query, found, offers });
  const rows = await shownColleagues(act, found);
  return { rows: rows.map((shown, nth) => ({ ...shown, barred: barred[nth] ?? null })) };
}
