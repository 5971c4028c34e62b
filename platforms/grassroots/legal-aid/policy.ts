// Who is given legal aid (援助认定): what it is about, what is at stake, the family's means, and how
// near a time limit is. It proposes; people decide, since most numbers are this house's own.
import {
  type Assessment,
  cite,
  type Parameters,
  type Policy,
  type Reason,
  reason,
} from "@niangjia/engine/policy";
import { formatYuan } from "@niangjia/foundation/money";
import { z } from "zod";
import { type AidUnits, parametersOn } from "./parameters.ts";
import { type AidVerdict, type MatterKind, matterKinds, type Relief, reliefs } from "./words.ts";

const keysOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(words) as [K, ...K[]]);
const fen = z.int().min(0).nullable();

const factsShape = z.strictObject({
  matter: keysOf<MatterKind>(matterKinds),
  /** 进城务工人员 (农民工). */
  migrant: z.boolean(),
  relief: keysOf<Relief>(reliefs),
  /** What is at stake; null when it is not about money. */
  claimFen: fen,
  /** Of the family, per head and month; null when not said. */
  incomeFen: fen,
  /** A paper on the family's means, or on the relief, was handed in. */
  proof: z.boolean(),
  /** Days left until a time limit ends, today not counted; null when none is near. */
  limitDays: z.int().min(0).nullable(),
});
export type AidFacts = z.infer<typeof factsShape>;

type Numbers = Parameters<AidUnits>;
interface Found {
  readonly verdict: "eligible" | "papers" | "discretion";
  readonly reasons: readonly Reason[];
}

const law = (article: number) => cite("法律援助法", article);
const exemptMatters: readonly MatterKind[] = ["pay", "injury"];

/** Whose means nobody asks for; undefined when they are to be checked. */
function exemption({ migrant, matter, relief, proof }: AidFacts): Found | undefined {
  if (migrant && exemptMatters.includes(matter)) {
    const words = `进城务工人员申请“${matterKinds[matter]}”方面的援助，不核查经济状况，也不受金额限制。`;
    return { verdict: "eligible", reasons: [reason("exempt-migrant", law(42), words)] };
  }
  if (relief === "none") return undefined;
  const words = `${reliefs[relief]}，免予核查经济困难状况。`;
  if (proof) return { verdict: "eligible", reasons: [reason("exempt-relief", law(42), words)] };
  const missing = "请补交低保证、残疾证、优抚证等能证明的材料，交了就免予核查经济状况。";
  return { verdict: "papers", reasons: [reason("relief-unproved", law(42), missing)] };
}

function stakes({ claimFen }: AidFacts, { claimAtLeast }: Numbers): Reason[] {
  if (claimFen === null || claimFen >= claimAtLeast.value) return [];
  const words = `争议金额 ${formatYuan(claimFen)}，不到 ${claimAtLeast.words}。`;
  return [reason("claim-low", claimAtLeast, words)];
}

function means({ incomeFen, proof }: AidFacts, { minimumWage }: Numbers): Found {
  if (incomeFen === null || !proof) {
    const words =
      "请补齐家庭人均月收入和经济状况证明（单位或者街道、乡镇、村居出具；也可以写承诺书）。";
    return { verdict: "papers", reasons: [reason("means-unproved", law(41), words)] };
  }
  const low = incomeFen < minimumWage.value;
  const side = low ? "低于" : "不低于";
  const words = `家庭人均月收入 ${formatYuan(incomeFen)}，${side}当地标准 ${minimumWage.words}。`;
  return {
    verdict: low ? "eligible" : "discretion",
    reasons: [reason(low ? "means-low" : "means-high", minimumWage, words)],
  };
}

function checked(facts: AidFacts, on: Numbers): Found {
  const small = stakes(facts, on);
  const found = means(facts, on);
  if (small.length === 0) return found;
  const verdict = found.verdict === "papers" ? "papers" : "discretion";
  return { verdict, reasons: [...small, ...found.reasons] };
}

function assess(facts: AidFacts, on: Numbers): Assessment<AidVerdict> {
  if (facts.matter === "other") {
    const words = "工会法律援助办的是劳动和工会权益的事；其他的事可以打 12348 找司法行政部门。";
    return { verdict: "outside", reasons: [reason("scope", cite("工会法律援助办法"), words)] };
  }
  const found = exemption(facts) ?? checked(facts, on);
  const { limitDays } = facts;
  const urgent = limitDays !== null && limitDays < on.urgentBefore.value.days;
  if (!urgent) return found;
  const words = `离时效或者期限届满还有 ${limitDays} 天，不足 ${on.urgentBefore.words}，可以先行提供援助。`;
  const reasons = [reason("urgent", on.urgentBefore, words), ...found.reasons];
  return { verdict: found.verdict === "eligible" ? "eligible" : "provisional", reasons };
}

export const eligibility: Policy<AidFacts, AidUnits, AidVerdict> = {
  id: "legal-aid.apply",
  facts: factsShape,
  parametersOn,
  assess,
};
