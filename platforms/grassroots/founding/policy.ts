// Which way to found (建会形式): a committee of one's own, one jointly with other units, or an organiser 组织员 (工会法 art 11).
import { type Assessment, type Parameters, type Policy, reason } from "@niangjia/engine/policy";
import { z } from "zod";
import { type Way, ways } from "./contract.ts";
import { parametersOn, type units } from "./parameters.ts";

const count = z.int().min(0);
const factsShape = z.strictObject({
  way: z.enum(Object.keys(ways) as [Way, ...Way[]]),
  /** People who work there, of all units together. */
  staff: count,
  /** Of these, who is to be a member. */
  members: count,
  women: count,
  /** Units that found it together; 1 where it founds alone. */
  units: count,
});
export type WayFacts = z.infer<typeof factsShape>;

type Numbers = Parameters<typeof units>;
type Reasons = Assessment["reasons"];

function wayReasons({ way, members, units: joined }: WayFacts, on: Numbers) {
  const { committeeFrom, jointUnitsAtLeast } = on;
  const size = `会员 ${members} 人，${committeeFrom.value} 人`;
  if (way === "joint") {
    const enough = joined >= jointUnitsAtLeast.value;
    const say = enough
      ? `${joined} 家单位联合建立基层工会委员会。`
      : `联合建会不少于 ${jointUnitsAtLeast.words}单位，现在是 ${joined} 个。`;
    return { fit: enough, words: reason("joint-units", jointUnitsAtLeast, say) };
  }
  if (members >= committeeFrom.value) {
    const own = way === "own";
    const say = own
      ? `${size}以上，应建立基层工会委员会。`
      : `${size}以上，应建立基层工会委员会，不能只选举组织员。`;
    return { fit: own, words: reason("committee", committeeFrom, say) };
  }
  const say = `${size}以下，可以单独或联合建立基层工会委员会，也可以选举组织员一人。`;
  return { fit: true, words: reason("small", committeeFrom, say) };
}

/** What to prepare; it stands in nobody's way. */
function hints({ staff, women }: WayFacts, on: Numbers): Reasons {
  const { womenCommitteeFrom, fullTimeChairFrom } = on;
  const least = womenCommitteeFrom.value;
  const committee =
    women >= least
      ? `女会员 ${women} 人，${least} 人以上，要同时建立女职工委员会。`
      : `女会员 ${women} 人，不足 ${least} 人，设女职工委员。`;
  const fullTime = `职工 ${staff} 人，${fullTimeChairFrom.value} 人以上，可以设专职工会主席。`;
  return [
    ...(women > 0 ? [reason("women", womenCommitteeFrom, committee)] : []),
    ...(staff >= fullTimeChairFrom.value
      ? [reason("full-time-chair", fullTimeChairFrom, fullTime)]
      : []),
  ];
}

export type WayVerdict = "fit" | "unfit";

export const wayPolicy: Policy<WayFacts, typeof units, WayVerdict> = {
  id: "founding.apply",
  facts: factsShape,
  parametersOn,
  assess(facts, on) {
    const { fit, words } = wayReasons(facts, on);
    return { verdict: fit ? "fit" : "unfit", reasons: [words, ...hints(facts, on)] };
  },
};
