// Alike: which pairs are shown to people, with which reasons, and that it is the same both ways round.
import { day } from "@niangjia/foundation/day";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alikeFrom, assessPair, type Compared } from "./alike.ts";

const numbered = (first17: string): string => first17 + checkCharacter(first17);

const someone: Compared = {
  name: "张小芳",
  sex: "2",
  birthDay: day("1985-03-01"),
  documentKind: "111",
  documentNumber: numbered("43012119850301042"),
  phone: "13800000001",
  employer: "湘岚机械有限公司",
};
/** Somebody else altogether but for what is given. */
const other = (same: Partial<Compared>): Compared => ({
  name: "李建国",
  sex: "2",
  birthDay: day("1971-11-09"),
  documentKind: "111",
  documentNumber: numbered("43022519711109338"),
  phone: "13900000002",
  employer: "星禾食品有限公司",
  ...same,
});
const { name, birthDay, phone } = someone;

const rulesOf = (pair: Compared): string[] =>
  assessPair(someone, pair).evidence.map(({ rule }) => rule);

describe("a pair is shown", () => {
  test.each<[string, Partial<Compared>, string]>([
    [
      "one digit of the number is off",
      { name, birthDay, documentNumber: numbered("43012119850301842") },
      "number.one-off",
    ],
    [
      "the wrong digit is in the birth day",
      { name, birthDay: day("1985-03-07"), documentNumber: numbered("43012119850307042") },
      "number.one-off",
    ],
    [
      "two neighbours are swapped",
      { name, birthDay, documentNumber: numbered("43012119850301402") },
      "number.swapped",
    ],
    [
      "only the sequence was given anew",
      { name, birthDay, documentNumber: numbered("43012119850301660") },
      "number.sequence",
    ],
    [
      "one number is on file under two kinds of document",
      { name, birthDay, documentKind: "553", documentNumber: someone.documentNumber },
      "number.same",
    ],
    ["homophones have one phone", { name: "章晓芳", phone }, "name.homophone"],
    ["variants have one phone", { name: "張小芳", phone }, "name.variant"],
    [
      "homophones have a number one digit apart",
      { name: "张晓芳", birthDay, documentNumber: numbered("43012119850301842") },
      "name.homophone",
    ],
    [
      "someone without an identity card has name, birth day and phone",
      { name, birthDay, phone, documentKind: "414", documentNumber: "E12345678" },
      "phone.same",
    ],
  ])("when %s", (_what, same, rule) => {
    const { score } = assessPair(someone, other(same));
    expect(score).toBeGreaterThanOrEqual(alikeFrom);
    expect(rulesOf(other(same))).toContain(rule);
  });
});

describe("a pair is not shown", () => {
  test.each<[string, Partial<Compared>]>([
    ["two bear one name", { name }],
    ["two of one name were born on one day", { name, birthDay }],
    ["two names share a phone", { phone }],
    ["a couple shares a phone and a firm", { phone, sex: "1", employer: someone.employer }],
    ["names of two characters differ in one", { name: "张芳", phone: null }],
    ["a son has his father's phone and sound of name", { name: "章晓芳", sex: "1", phone }],
  ])("when %s", (_what, same) => {
    expect(assessPair(someone, other(same)).score).toBeLessThan(alikeFrom);
  });
});

test("twins are named as what they may be", () => {
  const twin = other({
    name: "张大芳",
    birthDay,
    phone,
    documentNumber: numbered("43012119850301062"),
  });
  expect(rulesOf(twin)).toContain("twins");
});

test("no reason tells a name or a whole number", () => {
  const pair = other({ name, birthDay, phone, documentNumber: numbered("43012119850301842") });
  const said = assessPair(someone, pair)
    .evidence.map(({ say }) => say)
    .join("");
  for (const secret of [name, someone.documentNumber, pair.documentNumber, phone ?? ""]) {
    expect(said).not.toContain(secret);
  }
});

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const compared = fc.record<Compared>({
  name: fc.constantFrom("张小芳", "章晓芳", "張小芳", "李建国", "张芳"),
  sex: fc.constantFrom("1", "2"),
  birthDay: fc.constantFrom(null, day("1985-03-01"), day("1985-03-07")),
  documentKind: fc.constantFrom("111", "414"),
  documentNumber: fc.constantFrom(
    ...["43012119850301042", "43012119850301842", "43012119850301402"].map(numbered),
    "E12345678",
  ),
  phone: fc.constantFrom(null, "13800000001", "13800000002"),
  employer: fc.constantFrom(null, "湘岚机械有限公司"),
});

test(`the order of a pair changes nothing (seed ${seed})`, () => {
  fc.assert(
    fc.property(compared, compared, (left, right) => {
      const [one, two] = [assessPair(left, right), assessPair(right, left)];
      expect(one).toEqual(two);
    }),
    { seed, numRuns: 300 },
  );
});
