// What a local flow changes (改动说明), in one sentence each.
import { allNodes, type Changes, type Definition } from "@niangjia/engine/process";
import { roles } from "@niangjia/foundation/roles";

const additionPlaceWords = {
  union: "所在工会",
  "union.town": "乡镇（街道）工会",
  "union.federation": "县级以上总工会",
} as const;

export function changeWords(definition: Definition, changes: Changes): string[] {
  const { drops = [], who = {}, within = {}, adds = [] } = changes;
  const nodes = new Map(allNodes(definition).map((node) => [node.id, node]));
  const titleOf = (id: string): string => `“${nodes.get(id)?.title ?? id}”`;
  const unitOf = (id: string): string => {
    const node = nodes.get(id);
    const period = node && "within" in node ? node.within : null;
    return period && "days" in period ? "日" : "个工作日";
  };
  return [
    ...drops.map((id) => `省去${titleOf(id)}`),
    ...Object.entries(who).map(([id, role]) => `${titleOf(id)}改由${roles[role]}办理`),
    ...Object.entries(within).map(
      ([id, count]) => `${titleOf(id)}的期限改为 ${count} ${unitOf(id)}`,
    ),
    ...adds.map(
      ({ after, role, at, within: count }) =>
        `在${titleOf(after)}之后增加${additionPlaceWords[at]}${roles[role].replace(/^总?工会/, "")}审核，${count} 个工作日`,
    ),
  ];
}
