// Decisions: recorded with what they stood on, and the same when decided again for their day.
import { day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { casesOf } from "./cases.ts";
import { decisionShape } from "./contract.ts";
import { decide, type Policy, reason, replayDecision } from "./decision.ts";
import { citationWords, cite, inChinese } from "./documents.ts";
import { parametersOf } from "./parameters.ts";
import { fileOf } from "./testing.ts";

const numbers = (floorBefore2025: number) => `
floor:
  title: 争议金额下限
  unit: fen
  values:
    - { from: 2018-01-01, value: ${floorBefore2025}, document: 本系统默认值, seen: unread }
    - { from: 2025-01-01, value: 50000, document: 本系统默认值, seen: unread }
share:
  title: 垫付比例的分母
  unit: people
  values:
    - { from: 2018-01-01, value: 4, document: 本系统默认值, seen: unread }
    - { from: 2018-01-01, value: 2, document: 本系统默认值, seen: unread, place: 430121 }
`;
const facts = z.strictObject({ claimFen: z.int(), wages: z.boolean() });
type Facts = z.infer<typeof facts>;
const names = { floor: "fen", share: "people" } as const;

function policyWith(floorBefore2025: number): Policy<Facts, typeof names, "granted" | "refused"> {
  return {
    id: "legal-aid.apply",
    facts,
    parametersOn: parametersOf(fileOf(numbers(floorBefore2025)), names),
    assess({ claimFen, wages }, { floor, ...others }) {
      if (wages) {
        const amountFen = Math.floor(claimFen / others.share.value);
        const free = cite("法律援助法", 42);
        return { verdict: "granted", reasons: [reason("wages", free, "讨要工资免查")], amountFen };
      }
      const enough = claimFen >= floor.value;
      return {
        verdict: enough ? "granted" : "refused",
        reasons: [reason("floor", floor, `争议金额${enough ? "达到" : "低于"} ${floor.words}`)],
      };
    },
  };
}

const policy = policyWith(100_000);
const ask = (claimFen: number, wages = false, on = "2024-06-01") =>
  decide(policy, { day: day(on), place: "430121", facts: { claimFen, wages } });

describe("a decision", () => {
  test("holds its day, place, facts, verdict, reasons, amount and the numbers it read", () => {
    expect(ask(8001, true)).toEqual({
      policy: "legal-aid.apply",
      day: "2024-06-01",
      place: "430121",
      facts: { claimFen: 8001, wages: true },
      used: [
        expect.anything(),
        expect.objectContaining({ name: "share", value: 2, place: "430121" }),
      ],
      verdict: "granted",
      reasons: [{ rule: "wages", citation: cite("法律援助法", 42), words: "讨要工资免查" }],
      amountFen: 4000,
    });
  });

  test("comes out the same from its record, for any facts and on either side of a new rule", () => {
    for (const on of ["2018-01-01", "2024-12-31", "2025-01-01", "2026-11-21"]) {
      for (const claimFen of [0, 49_999, 50_000, 99_999, 100_000]) {
        for (const wages of [true, false]) {
          const kept = decisionShape.parse(JSON.parse(JSON.stringify(ask(claimFen, wages, on))));
          expect(replayDecision(policy, kept)).toEqual([]);
        }
      }
    }
  });

  test("shows which number's past was changed, and what that does", () => {
    const differences = replayDecision(policyWith(70_000), ask(80_000));
    expect(differences.map(({ what }) => what)).toEqual(["parameter floor", "verdict", "reasons"]);
    expect(differences[0]).toMatchObject({
      recorded: { value: 100_000 },
      replayed: { value: 70_000 },
    });
  });

  test("shows a verdict or an amount that was written over", () => {
    const forged = { ...ask(80_000), verdict: "granted" };
    expect(replayDecision(policy, forged)).toEqual([
      { what: "verdict", recorded: "granted", replayed: "refused" },
    ]);
    const paidMore = { ...ask(8001, true), amountFen: 4001 };
    expect(replayDecision(policy, paidMore)).toEqual([
      { what: "amountFen", recorded: 4001, replayed: 4000 },
    ]);
  });

  test("of another policy is not replayed by this one", () => {
    expect(() => replayDecision(policy, { ...ask(1), policy: "x.y" })).toThrow(RangeError);
  });

  test("is not made on facts that are not the policy's", () => {
    const asked = { claimFen: 1, wages: "yes" } as unknown as Facts;
    expect(() => decide(policy, { day: day("2024-06-01"), place: "43", facts: asked })).toThrow(
      z.ZodError,
    );
  });

  test("is not kept without a reason", () => {
    const silent = { ...policy, assess: () => ({ verdict: "granted" as const, reasons: [] }) };
    const asked = { day: day("2024-06-01"), place: "43", facts: { claimFen: 1, wages: true } };
    expect(() => decide(silent, asked)).toThrow(z.ZodError);
  });
});

describe("examples in a file", () => {
  const example = (verdict: string, more = "") => `
- title: 金额不到下限，不予援助
  day: 2024-12-31
  place: 430121
  facts: { claimFen: 99999, wages: false }
  verdict: ${verdict}
  reasons: [floor]
- title: 讨薪不看金额
  day: 2024-12-31
  place: 430121
  facts: { claimFen: 100, wages: true }
  verdict: granted
  reasons: [wages]
  amountFen: 50
${more}`;

  test.each(casesOf(fileOf(example("refused"), "policy.cases.yaml"), policy))(
    "$title",
    ({ run, wanted }) => expect(run()).toEqual(wanted),
  );

  test("that say something else than the policy are seen", () => {
    const [wrong] = casesOf(fileOf(example("granted"), "policy.cases.yaml"), policy);
    expect(wrong?.run()).not.toEqual(wrong?.wanted);
  });

  test("that are written wrong are told with their line", () => {
    const file = fileOf(example("refused", "- { title: 少了日期 }\n"), "policy.cases.yaml");
    expect(() => casesOf(file, policy)).toThrow("policy.cases.yaml:15: 2.day: ");
  });
});

describe("a citation", () => {
  test.each([
    [1, "一"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [110, "一百一十"],
    [205, "二百零五"],
    [1001, "一千零一"],
    [1259, "一千二百五十九"],
  ])("says article %i as 第%s条", (article, words) => {
    expect(inChinese(article)).toBe(words);
    expect(citationWords(cite("民法典", article))).toBe(`《民法典》第${words}条`);
  });

  test("names what is no numbered article in its own words, and a default as a default", () => {
    expect(citationWords(cite("中国工会章程", "总则"))).toBe("《中国工会章程》总则");
    expect(citationWords(cite("本系统默认值"))).toBe("本系统默认值");
  });
});
