// Agreeing to many cases at once (批量同意): each gets its own verdict, and one refused does not stop
// the others.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { Refusal } from "@niangjia/foundation/refusal";
import { attempt } from "./attempt.ts";
import { proceed } from "./command.ts";
import type { agreeAll as contract } from "./contract.ts";
import type { Functions } from "./functions.ts";

type Verdict = Answer<typeof contract>["rows"][number];

/** Nobody sees a form here: what it would say beside its fields is said of the case. */
function wordsOf({ message, next, details: { fields = [] } }: Refusal) {
  if (fields.length === 0) return { say: message, next };
  return { say: fields.map(({ say }) => say).join(""), next: "请打开这一件，填好后再同意。" };
}

/**
 * Cases are taken in order of their ids, so that two batches never wait for each other in a ring.
 */
export async function agreeAll(
  act: Act,
  functions: Functions,
  { body }: Pick<Asked<typeof contract>, "body">,
): Promise<Answer<typeof contract>> {
  const { items, opinion } = body;
  const verdicts = new Map<(typeof items)[number], Verdict>();
  for (const item of items.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const { id, task } = item;
    const command = { kind: "agree", task, opinion } as const;
    const done = await attempt(act, () => proceed(act, functions, { id, command }));
    verdicts.set(
      item,
      done instanceof Refusal
        ? { id, ok: false, code: done.kind.code, ...wordsOf(done) }
        : { id, ok: true, status: done.stepped.state.status },
    );
  }
  const rows = items.flatMap((item) => verdicts.get(item) ?? []);
  return { agreed: rows.filter(({ ok }) => ok).length, rows };
}
