// A union and a trade federation (工会与行业联合会): what joining one and leaving it have in common.
import { dayField, textField } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { getUnion } from "@niangjia/registers/organisations";
import { unionInReach } from "./invitations.ts";

interface Pair {
  readonly union: string;
  readonly federation: string;
}

export const pairOf = ({ union, federation }: Pair) => ({
  unionId: union,
  federationId: federation,
});

/** The union's own decision to do it; `to` is what it decided. */
export const resolutionFields = (to: "加入" | "退出") => ({
  resolution: textField("本工会的决议", {
    maxLength: 100,
    help: `同意${to}的会员大会或委员会决议的名称和文号`,
  }),
  resolutionDay: dayField("决议日期", { latest: "today" }),
});

/** What came of it, in a sentence that says what did not change. */
export async function outcomeOf(act: Act, pair: Pair, done: "已加入" | "已退出"): Promise<string> {
  const union = await getUnion(act, pair.union);
  const federation = await getUnion(act, pair.federation);
  return `“${union.name}”${done}“${federation.name}”，会员和上级工会都不变。`;
}

/** Filed at the union itself, about nobody, once at a time for the two. */
export const filing = {
  may: ["officer", "chair"],
  place: async (act: Act, { union }: Pair): Promise<string> => (await unionInReach(act, union)).id,
  subject: () => null,
  oneRunningFor: (_act: Act, { union, federation }: Pair): string => `${union} ${federation}`,
} as const;
