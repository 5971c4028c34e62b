// The tally (计票): whether a step's signers have carried it. Whole numbers only.
import type { Signers } from "./definition.ts";
import { weightOf } from "./seats.ts";
import type { Task } from "./state.ts";

const forIt: readonly string[] = ["agree", "pass", "fulfil"];

/** Handed on, raised, taken back: another task stands in its place. */
const replaced: readonly string[] = ["transfer", "hand-over", "escalate"];

type Asked = Pick<Task, "closed" | "weight" | "holder">;

/** The weight of what was asked: given for it, against it, not at all, and not yet. */
function tallyOf(tasks: readonly Asked[]) {
  const counted = tasks.filter(({ closed }) => !closed || !replaced.includes(closed.how));
  const weigh = (fits: (task: Asked) => boolean) =>
    counted.filter(fits).reduce((sum, task) => sum + weightOf(task), 0);
  return {
    for: weigh(({ closed }) => closed !== null && forIt.includes(closed.how)),
    against: weigh(({ closed }) => closed?.how === "reject"),
    abstained: weigh(({ closed }) => closed?.how === "abstain"),
    open: weigh(({ closed }) => closed === null),
    of: weigh(() => true),
  };
}

/** A vote is decided as soon as nothing that is still open could change it. */
export function resultOf(
  { sign, votes }: Signers,
  tasks: readonly Asked[],
): "carried" | "lost" | "open" {
  const tally = tallyOf(tasks);
  if (sign !== "votes" || !votes) {
    const enough = sign === "any" ? tally.for > 0 : tally.open === 0;
    return enough ? "carried" : "open";
  }
  const [numerator, denominator] = votes.part;
  const carries = (weight: number) =>
    votes.rule === "at-least"
      ? weight * denominator >= numerator * tally.of
      : weight * denominator > numerator * tally.of;
  if (carries(tally.for)) return "carried";
  return carries(tally.for + tally.open) ? "open" : "lost";
}
