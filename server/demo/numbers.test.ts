// Tests of invented numbers (号码): identity, mobile and credit codes.
import { day } from "@niangjia/foundation/day";
import { readIdNumber } from "@niangjia/foundation/idnumber";
import { readPhone } from "@niangjia/foundation/phone";
import { readUscc } from "@niangjia/foundation/uscc";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAt, epochDayOf } from "./calendar.ts";
import {
  creditCode,
  firstApart,
  IdentityRegistrar,
  memberPhone,
  organisationCheck,
  registeredAs,
  staffPhone,
} from "./numbers.ts";

const today = day("2026-11-01");

describe("identity numbers", () => {
  test("read back as the birth day, sex and division they were issued for", () => {
    const births = fc.integer({ min: epochDayOf(day("1940-01-01")), max: epochDayOf(today) });
    fc.assert(
      fc.property(births, fc.constantFrom("男", "女"), (birth, sex) => {
        const number = new IdentityRegistrar("members").issue("430121", birth, sex);
        expect(readIdNumber(number, { today })).toMatchObject({
          ok: true,
          value: {
            number,
            birthDay: dayAt(birth),
            sex: sex === "男" ? "1" : "2",
            division: "430121",
          },
        });
      }),
      { seed: 20261101 },
    );
  });

  test("of one day, division and sex are all different, until the register is full", () => {
    const registrar = new IdentityRegistrar("members");
    const birth = epochDayOf(day("1990-06-15"));
    const issue = () => registrar.issue("430121", birth, "女");
    const numbers = Array.from({ length: 470 }, issue);
    expect(new Set(numbers).size).toBe(470);
    expect(numbers.filter((number) => number.endsWith("000"))).toEqual([]);
    expect(() => Array.from({ length: 10 }, issue)).toThrow("no identity number left in 430121");
  });

  test("of people apart are no member's, and keep their century in 15 digits", () => {
    const birth = epochDayOf(day("1985-03-01"));
    const issueAll = (holders: "members" | "apart", count: number) => {
      const registrar = new IdentityRegistrar(holders);
      return Array.from({ length: count }, () => registrar.issue("430121", birth, "男"));
    };
    const members = new Set(issueAll("members", 478));
    for (const number of issueAll("apart", 19)) {
      expect(members).not.toContain(number);
      const fifteen = number.slice(0, 6) + number.slice(8, 17);
      expect(readIdNumber(fifteen, { today })).toMatchObject({ ok: true, value: { number } });
    }
  });
});

describe("mobile numbers", () => {
  test("are valid and never the same, for members, people apart and staff together", () => {
    const indexes = Array.from({ length: 3000 }, (_, index) => index);
    const numbers = [
      ...indexes.map(memberPhone),
      ...indexes.map((index) => memberPhone(firstApart + index)),
      ...indexes.map(staffPhone),
    ];
    expect(new Set(numbers).size).toBe(9000);
    for (const number of numbers) expect(readPhone(number)).toMatchObject({ value: number });
  });

  test("of two people of any number up to fourteen million differ", () => {
    const index = fc.integer({ min: 0, max: 13_999_999 });
    fc.assert(
      fc.property(index, index, (one, other) => {
        fc.pre(one !== other);
        expect(memberPhone(one)).not.toBe(memberPhone(other));
      }),
      { seed: 20261101 },
    );
  });
});

describe("credit codes", () => {
  test("check out, say who registered them, and never repeat", () => {
    const kinds = Object.keys(registeredAs) as (keyof typeof registeredAs)[];
    const codes = kinds.flatMap((kind, block) =>
      Array.from({ length: 400 }, (_, index) => creditCode(kind, "430121001", block * 400 + index)),
    );
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      expect(readUscc(code)).toMatchObject({ ok: true, value: { code, division: "430121" } });
      expect(organisationCheck(code.slice(8, 16))).toBe(code[16]);
    }
  });

  test("of unions begin with 81 and are read as those of grassroots unions", () => {
    const reading = readUscc(creditCode("grassrootsUnion", "430121", 7));
    expect(reading).toMatchObject({ value: { holder: "grassroots-union" } });
  });

  test("bear an organisation code by the example of GB 11714", () => {
    expect(organisationCheck("D2143569")).toBe("X");
  });
});
