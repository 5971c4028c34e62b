// Counting: elected by more than half of those due, most votes first; what cannot be is refused.
import { Refusal } from "@niangjia/foundation/refusal";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Ballot, countBallot, countVote } from "./count.ts";

const quorum = { numerator: 2, denominator: 3, over: false };
const elect = { numerator: 1, denominator: 2, over: true };
const rule = { quorum, elect };

const votesOf = (votes: Readonly<Record<string, number>>) =>
  Object.entries(votes).map(([candidate, count]) => ({ candidate, votes: count }));

const ballot = (votes: Readonly<Record<string, number>>, more: Partial<Ballot> = {}): Ballot => ({
  ...{ due: 90, present: 80, seats: 3, issued: 80, returned: 80, invalid: 0 },
  votes: votesOf(votes),
  ...more,
});

describe("a round of ballots", () => {
  test("elects who has more than half of those due, not of those who voted", () => {
    const count = countBallot(ballot({ 甲: 79, 乙: 46, 丙: 45, 丁: 30 }), rule);
    expect(count).toEqual({
      ...{ valid: true, fault: null, needed: 46, elected: ["甲", "乙"], tied: [], open: 1 },
    });
  });

  test("gives the seats to those with most votes when more have enough", () => {
    const count = countBallot(ballot({ 甲: 50, 乙: 60, 丙: 55, 丁: 70 }), rule);
    expect(count.elected).toEqual(["丁", "乙", "丙"]);
  });

  test("elects none of those who tie for the last seats", () => {
    const count = countBallot(ballot({ 甲: 70, 乙: 50, 丙: 50, 丁: 50 }), rule);
    expect(count).toMatchObject({ elected: ["甲"], tied: ["乙", "丙", "丁"], open: 2 });
  });

  test("elects those who tie when there is a seat for each", () => {
    const count = countBallot(ballot({ 甲: 50, 乙: 50, 丙: 50, 丁: 46 }), rule);
    expect(count).toMatchObject({ elected: ["甲", "乙", "丙"], tied: [], open: 0 });
  });

  test("does not count below the quorum, and does with the very two thirds", () => {
    const few = { present: 59, issued: 59, returned: 59 };
    expect(countBallot(ballot({ 甲: 59 }, few), rule).fault).toBe("no-quorum");
    const enough = { present: 60, issued: 60, returned: 60 };
    expect(countBallot(ballot({ 甲: 59 }, enough), rule).elected).toEqual(["甲"]);
  });

  test("does not count with more papers taken in than given out", () => {
    const count = countBallot(ballot({ 甲: 70 }, { issued: 79 }), rule);
    expect(count).toMatchObject({ valid: false, fault: "more-papers-than-issued", elected: [] });
  });

  test.each([
    ["more people than are due", {}, { present: 91 }, "实到 91 人多于应到 90 人"],
    ["nobody due", {}, { due: 0, present: 0 }, "应到人数不能是 0"],
    ["more papers than people", {}, { issued: 81 }, "发出 81 张票多于实到 80 人"],
    ["more void papers than papers", {}, { invalid: 81 }, "废票 81 张多于收回 80 张"],
    ["more votes than valid papers", { 甲: 71 }, { invalid: 10 }, "有人得 71 票"],
    ["more votes than seats allow", { 甲: 80, 乙: 1 }, { seats: 1 }, "得票合计 81"],
    ["half a vote", { 甲: 1.5 }, {}, "票数应是 0 以上的整数"],
    ["no seat", {}, { seats: 0 }, "应选名额不能是 0"],
  ])("with %s is refused", (_title, votes: Record<string, number>, more, why) => {
    const counted = () => countBallot(ballot(votes, more), rule);
    expect(counted).toThrow(Refusal);
    expect(counted).toThrow(why);
  });

  test("with a candidate twice is refused", () => {
    const votes = [...votesOf({ 甲: 3 }), ...votesOf({ 甲: 4 })];
    expect(() => countBallot({ ...ballot({}), votes }, rule)).toThrow("出现了两次");
  });

  test("never fills more seats than there are, and never passes over a better candidate", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 12 }), (all, seats) => {
        fc.pre(all.reduce((sum, votes) => sum + votes, 0) <= 80 * seats);
        const votes = Object.fromEntries(all.map((count, nth) => [`候选人${nth}`, count]));
        const { elected, tied, open, needed } = countBallot(ballot(votes, { seats }), rule);
        expect(elected.length + open).toBe(seats);
        const least = Math.min(...elected.map((name) => votes[name]!));
        const rest = Object.keys(votes).filter((name) => !elected.includes(name));
        for (const name of rest) {
          expect(votes[name]! < least).toBe(true);
          expect(tied.includes(name) || votes[name]! < needed || elected.length === seats).toBe(
            true,
          );
        }
        if (tied.length > 0) expect(tied.length).toBeGreaterThan(open);
      }),
      { seed: 27 },
    );
  });
});

describe("a vote on a text", () => {
  const pass = { quorum, pass: { numerator: 1, denominator: 2, over: false } };

  test.each([
    ["half of all is 半数以上", 60, 45, true],
    ["less than half of all, though all who came agree", 44, 44, false],
    ["enough in favour, too few there", 59, 59, false],
  ])("%s", (_title, present, inFavour, passed) => {
    const vote = { due: 90, present, inFavour, against: present - inFavour, abstained: 0 };
    expect(countVote(vote, pass)).toMatchObject({ passed, needed: 45, quorate: present >= 60 });
  });

  test("with more votes than people is refused", () => {
    const vote = { due: 90, present: 60, inFavour: 50, against: 10, abstained: 1 };
    expect(() => countVote(vote, pass)).toThrow("表决 61 票多于实到 60 人");
  });
});
