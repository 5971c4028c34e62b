// Tests of synthetic people (合成人员).
import { createHash } from "node:crypto";
import { type ListName, readCode } from "@niangjia/foundation/codelists";
import { ageOn, day } from "@niangjia/foundation/day";
import { readIdNumber } from "@niangjia/foundation/idnumber";
import { readPhone } from "@niangjia/foundation/phone";
import { describe, expect, test } from "vitest";
import { leavingAge, retirementMonths } from "./careers.ts";
import { type DemoPerson, people } from "./people.ts";
import { trades } from "./trades.ts";
import { demoToday, demoUnions, isShownFirm } from "./unions.ts";

const unions = demoUnions("test");
const byPath = new Map(unions.map((union) => [union.path, union]));
const invented = [...people("test", 4000, { unions })];

const hashOf = (persons: Iterable<DemoPerson>): string => {
  const hash = createHash("sha256");
  for (const person of persons) hash.update(JSON.stringify(person));
  return hash.digest("hex");
};

const shareOf = (holds: (person: DemoPerson) => boolean): number =>
  invented.filter(holds).length / invented.length;

describe("synthetic people", () => {
  test("are the same for the same seed, and a larger number begins with the same ones", () => {
    expect(hashOf(people("test", 4000))).toBe(hashOf(invented));
    expect(hashOf(people("test", 100, { unions }))).toBe(hashOf(invented.slice(0, 100)));
    expect(hashOf(people("other", 4000))).not.toBe(hashOf(invented));
  });

  test("have valid identity numbers that agree with birth day and sex, no two the same", () => {
    for (const { idNumber, birthDay, sex } of invented) {
      expect(readIdNumber(idNumber, { today: demoToday })).toMatchObject({
        ok: true,
        notes: [],
        value: { number: idNumber, birthDay, sex: sex === "男" ? "1" : "2" },
      });
    }
    expect(new Set(invented.map(({ idNumber }) => idNumber)).size).toBe(invented.length);
  });

  test("have valid mobile numbers, no two the same; a few have none", () => {
    const phones = invented.flatMap(({ phone }) => phone ?? []);
    for (const phone of phones) expect(readPhone(phone)).toMatchObject({ ok: true, value: phone });
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.length / invented.length).toBeGreaterThan(0.98);
    expect(phones.length).toBeLessThan(invented.length);
  });

  test("bear only words that the code lists of the day know", () => {
    const lists: readonly (readonly [ListName, (person: DemoPerson) => string | null])[] = [
      ["sex", ({ sex }) => sex],
      ["ethnic-group", ({ ethnicGroup }) => ethnicGroup],
      ["education", ({ education }) => education],
      ["skill-grade", ({ skillGrade }) => skillGrade],
      ["political-status", ({ politicalStatus }) => politicalStatus],
      ["employment", ({ employmentStatus }) => employmentStatus],
      ["household-kind", ({ householdKind }) => householdKind],
      ["gig-occupation", ({ gigGroup }) => gigGroup],
    ];
    for (const [list, wordOf] of lists) {
      const words = new Set(invented.flatMap((person) => wordOf(person) ?? []));
      for (const word of words) {
        expect(readCode(list, word, demoToday)).toMatchObject({
          ok: true,
          value: { mapped: false },
        });
      }
    }
  });

  test("have left school, and joined after that and after their union was founded", () => {
    for (const { birthDay, education, joinedDay, unionPath } of invented) {
      expect(ageOn(birthDay, demoToday)).toBeGreaterThanOrEqual(leavingAge[education]);
      expect(ageOn(birthDay, joinedDay)).toBeGreaterThanOrEqual(18);
      expect(joinedDay >= byPath.get(unionPath)!.foundedDay).toBe(true);
      expect(joinedDay <= demoToday).toBe(true);
    }
  });

  test("work at their union's employer in its trade; couriers are of their group", () => {
    for (const { unionPath, employer, occupation, gigGroup } of invented) {
      const union = byPath.get(unionPath)!;
      expect(employer).toBe(union.employer?.name ?? null);
      expect(trades[union.trade!].jobs.entries).toContain(occupation);
      expect(gigGroup).toBe(trades[union.trade!].gigGroup);
    }
    expect(shareOf(({ gigGroup }) => gigGroup !== null)).toBeGreaterThan(0.1);
  });

  test("are no migrant workers without a rural household or when retired", () => {
    const migrants = invented.filter(({ migrantWorker }) => migrantWorker);
    expect(migrants.length).toBeGreaterThan(400);
    for (const { householdKind, employmentStatus } of migrants) {
      expect(householdKind).toBe("农业户口");
      expect(employmentStatus).not.toBe("退休");
    }
  });

  test("are about nine in ten Han, and Tujia or Miao mostly in the west", () => {
    const han = shareOf(({ ethnicGroup }) => ethnicGroup === "汉族");
    expect(han).toBeGreaterThan(0.84);
    expect(han).toBeLessThan(0.94);
    const west = invented.filter(({ unionPath }) => unionPath.startsWith("/430000/433100/"));
    const hanInWest = west.filter(({ ethnicGroup }) => ethnicGroup === "汉族").length;
    expect(hanInWest / west.length).toBeLessThan(0.5);
  });

  test("of which the first belongs to the firm that is shown, and has a phone", () => {
    expect(invented[0]!.unionPath).toBe(unions.find(isShownFirm)!.path);
    expect(invented[0]!.phone).not.toBeNull();
  });

  test("apart from the members share no number with them", () => {
    const apart = [...people("test", 1500, { unions, apart: true })];
    const ids = new Set(invented.map(({ idNumber }) => idNumber));
    const phones = new Set(invented.map(({ phone }) => phone));
    for (const { idNumber, phone } of apart) {
      expect(ids.has(idNumber)).toBe(false);
      if (phone) expect(phones.has(phone)).toBe(false);
    }
  });

  test("can be made for another day", () => {
    const today = day("2031-01-31");
    for (const { birthDay, joinedDay } of people("test", 200, { today })) {
      expect(ageOn(birthDay, today)).toBeGreaterThanOrEqual(18);
      expect(joinedDay <= today).toBe(true);
    }
  });
});

describe("retirement", () => {
  const months = (year: number, month: number): number => year * 12 + month - 1;

  test.each([
    ["男", false, months(1964, 12), 720],
    ["男", false, months(1965, 1), 721],
    ["男", false, months(1965, 5), 722],
    ["男", false, months(1976, 9), 756],
    ["女", false, months(1974, 12), 600],
    ["女", false, months(1975, 1), 601],
    ["女", false, months(1975, 3), 602],
    ["女", false, months(1984, 11), 660],
    ["女", true, months(1970, 1), 661],
    ["女", true, months(1981, 9), 696],
  ] as const)(
    "of %s (at a desk: %s) born in month %i comes at %i months",
    (sex, atDesk, born, due) => {
      expect(retirementMonths(sex, atDesk, born)).toBe(due);
    },
  );
});
