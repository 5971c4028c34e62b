// Majorities: 过 leaves the number out, 以上 takes it in, and no rounding decides.
import fc from "fast-check";
import { expect, test } from "vitest";
import { leastOf, moreThanHalf, reaches, type Share, twoThirds } from "./majority.ts";

const seed = 12_59;
const whole = fc.integer({ min: 1, max: 1_000_000 });
const partOf = whole.chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
const share: fc.Arbitrary<Share> = fc
  .tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), fc.boolean())
  .map(([one, other, over]) => ({
    numerator: Math.min(one, other),
    denominator: Math.max(one, other),
    over,
  }));

test.each([
  [50, 100, false],
  [51, 100, true],
  [50, 99, true],
  [49, 99, false],
  [1, 1, true],
  [0, 1, false],
])("%i of %i: 过半数 is %s", (votes, of, passed) => {
  expect(moreThanHalf(votes, of)).toBe(passed);
});

test.each([
  [66, 99, true],
  [66, 100, false],
  [67, 100, true],
  [2, 3, true],
  [1, 2, false],
])("%i of %i: 三分之二以上 is %s", (present, of, quorate) => {
  expect(twoThirds(present, of)).toBe(quorate);
});

test("half itself is enough for 半数以上 and not for 过半数", () => {
  const halfOrMore = { numerator: 1, denominator: 2, over: false };
  expect([reaches(50, halfOrMore, 100), moreThanHalf(50, 100)]).toEqual([true, false]);
});

test("a third that a fraction of the machine would miss is met to the man", () => {
  const third = { numerator: 1, denominator: 3, over: false };
  expect(reaches(3_002_399_751_580_330, third, 9_007_199_254_740_990)).toBe(true);
  expect(reaches(3_002_399_751_580_329, third, 9_007_199_254_740_990)).toBe(false);
});

test("both sides of a vote never have more than half", () => {
  fc.assert(
    fc.property(
      partOf,
      ([votes, of]) => !(moreThanHalf(votes, of) && moreThanHalf(of - votes, of)),
    ),
    { seed },
  );
});

test("the share is had from its least number on, and never below", () => {
  fc.assert(
    fc.property(share, partOf, (asked, [part, of]) => {
      expect(reaches(part, asked, of)).toBe(part >= leastOf(asked, of));
    }),
    { seed },
  );
});

test("过 and 以上 differ only where the part is the very share", () => {
  fc.assert(
    fc.property(share, partOf, (asked, [part, of]) => {
      const [over, orMore] = [true, false].map((kind) =>
        reaches(part, { ...asked, over: kind }, of),
      );
      const very =
        BigInt(part) * BigInt(asked.denominator) === BigInt(of) * BigInt(asked.numerator);
      expect(over).toBe(orMore && !very);
    }),
    { seed },
  );
});

test.each([
  [1, 0],
  [-1, 5],
  [6, 5],
  [1.5, 5],
  [0, 0],
])("%d of %d is a mistake of the caller", (part, of) => {
  expect(() => moreThanHalf(part, of)).toThrow(RangeError);
});
