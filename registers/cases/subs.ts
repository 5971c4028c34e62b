// The end of sub-cases (关联事项办结): the case that began one hears how it ended, once or again until it has.
import { notNow, refusals as stepRefusals } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Delivered } from "@niangjia/foundation/outbox";
import { Refusal } from "@niangjia/foundation/refusal";
import type { Reaction, Sweep } from "@niangjia/foundation/worker";
import { attempt } from "./attempt.ts";
import { proceed } from "./command.ts";
import { type Ended, names } from "./events.ts";
import type { Functions } from "./functions.ts";
import { noteTold, type SubOf, untoldSub } from "./sub-store.ts";

/** The parent went on without it, or has ended: it need not hear of it. */
const deaf = [stepRefusals.notWaiting, notNow.approved, notNow.rejected, notNow.withdrawn];
const isDeaf = ({ kind }: Refusal): boolean => deaf.some(({ code }) => code === kind.code);

/**
 * Tells the parent of one ended sub-case. When going on is refused, as by an effect, it is left
 * untold and the sweep tries again. Answers which it was.
 */
async function tellParent(
  act: Act,
  functions: Functions,
  which: Parameters<typeof untoldSub>[1],
): Promise<(SubOf & { readonly told: boolean }) | undefined> {
  const sub = await untoldSub(act, which);
  if (!sub) return undefined;
  const { parentId, token, key, status } = sub;
  const command = { kind: "sub-ended", token, key, status } as const;
  const done = await attempt(act, () => proceed(act, functions, { id: parentId, command }));
  const told = !(done instanceof Refusal) || isDeaf(done);
  if (told) await noteTold(act, sub);
  return { ...sub, told };
}

export const subEndedReaction = (functions: Functions): Reaction => ({
  on: names.ended,
  name: "cases.ended.parent",
  async run(act, event) {
    const { caseId } = (event as Delivered<Ended>).body;
    while ((await tellParent(act, functions, { caseId }))?.told);
  },
});

/** `subject`: one sub-case. */
export const subsSweep = (functions: Functions): Sweep => ({
  name: "cases.subs",
  title: "关联事项办结补报",
  cron: "27 * * * *",
  async run(step, subject) {
    const did = { told: 0, refused: 0 };
    let after: string | undefined;
    for (;;) {
      const last: string | undefined = after;
      const sub = await step((act) => tellParent(act, functions, { caseId: subject, after: last }));
      if (!sub) return did;
      did[sub.told ? "told" : "refused"] += 1;
      after = sub.caseId;
    }
  },
});
