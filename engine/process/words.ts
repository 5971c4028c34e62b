// Words (说法): whom a step waits for, as people say it.
import { roles } from "@niangjia/foundation/roles";
import {
  type Assignee,
  assigneesOf,
  type FlowNode,
  isDecision,
  isWait,
  type Level,
  levels,
  type Signers,
} from "./definition.ts";
import { type Rules, termWords } from "./term.ts";

/** Who a step waits for, as `所在工会干事`, or `县级总工会干部、县级总工会主席（会签）`. */
export function whoWords(node: FlowNode, rules?: Rules): string {
  if (node.kind === "branch") return "";
  if (node.kind === "sub") return node.wait ? "等候关联事项办结" : "";
  if (isWait(node)) return termWords(node.within, rules);
  const words = assigneesOf(node).map(assigneeWords);
  const how = isDecision(node) && words.length > 1 ? signWords(node.signers) : "";
  return words.join("、") + how;
}

function assigneeWords({ at, role, named }: Assignee): string {
  if (named === "applicant") return "申请人";
  return placeWords(at) + roles[role].replace(/^总?工会/, "");
}

const signTitles = { any: "任一人", all: "会签", order: "依次会签", votes: "票签" } as const;

function signWords({ sign, votes }: Signers): string {
  if (!votes) return `（${signTitles[sign]}）`;
  const [numerator, denominator] = votes.part;
  const over = votes.rule === "at-least" ? "以上" : "以上（不含本数）";
  return `（票签：${denominator}分之${numerator}${over}同意）`;
}

export const unionWords = (of: readonly Assignee[]): string =>
  [...new Set(of.map((who) => (who.named === "applicant" ? "申请人" : placeWords(who.at))))].join(
    "、",
  );

function placeWords(at: string): string {
  const last = at.split(".").at(-1) ?? at;
  if (last in levels) return levels[last as Level];
  if (last === "federation") return "县级以上总工会";
  return last === "parent" ? "上级工会" : "所在工会";
}
