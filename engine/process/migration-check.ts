// Checking a map (核对对照表) before cases go on under another version of their flow.
import { type Arm, type Definition, type FlowNode, type Place, places } from "./definition.ts";
import { type Stop, type Unsound, unsound } from "./soundness.ts";

type Steps = Readonly<Record<string, string>>;

/**
 * Every step at which a case of the old flow may stand, and that has no place of the same kind in the
 * new one; none when the map leaves no case behind. A step is looked for by its new name, inside the
 * same arm.
 */
export function migrationFaults(from: Definition, to: Definition, steps: Steps): Unsound[] {
  const nameOf = (id: string): string => (Object.hasOwn(steps, id) ? steps[id]! : id);
  const before = places(from);
  const unknown = Object.keys(steps).filter((id) => !before.has(id));
  return [
    ...unknown.map((id) => unsound([{ id, title: id }], "malformed", "旧流程里没有这一步。")),
    ...[...before.values()].flatMap((place) => {
      const words = faultAt(place, places(to).get(nameOf(place.node.id)), nameOf);
      return words ? unsound(wayTo(place), "malformed", words) : [];
    }),
  ];
}

const wayTo = ({ node, inside }: Place): Stop[] =>
  inside ? [inside.branch, inside.arm, node] : [node];

function faultAt(
  { node, inside }: Place,
  now: Place | undefined,
  nameOf: (id: string) => string,
): string | undefined {
  if (node.kind === "copy") return undefined;
  if (!now) return "新流程里没有对应的步骤，停在这里的办件转不过去。";
  if (likeness(node) !== likeness(now.node)) return "新流程里对应的不是同一种步骤。";
  const arm = inside && nameOf(inside.branch.id);
  const same = arm === (now.inside?.branch.id ?? null) && inside?.arm.id === now.inside?.arm.id;
  if (!same) return "新流程里对应的步骤不在同一路分支上。";
  if (node.kind !== "branch" || now.node.kind !== "branch") return undefined;
  const arms = new Set(now.node.arms.map((one: Arm) => one.id));
  const lost = node.arms.find(({ id }) => !arms.has(id));
  return lost ? `新流程里没有“${lost.title}”这一路。` : undefined;
}

/** Steps people decide at are alike, and so are those that wait. */
function likeness({ kind }: FlowNode): string {
  if (kind === "review" || kind === "approve") return "decision";
  return kind === "wait" || kind === "notice" ? "wait" : kind;
}
