// Tests of the demo accounts (演示账号).
import { readIdNumber } from "@niangjia/foundation/idnumber";
import { readPhone } from "@niangjia/foundation/phone";
import { roles } from "@niangjia/foundation/roles";
import { describe, expect, test } from "vitest";
import { dirtyRoster } from "./dirty-roster.ts";
import { people } from "./people.ts";
import { demoAccounts } from "./staff.ts";
import { demoToday, demoUnions } from "./unions.ts";

const unions = demoUnions("test");
const accounts = demoAccounts("test", unions);
const shown = accounts.filter((account) => account.shown);

describe("demo accounts", () => {
  test("are the same for the same seed", () => {
    expect(demoAccounts("test", unions)).toEqual(accounts);
  });

  test("show one of each kind, in one line from the province to the firm", () => {
    expect(shown.map(({ kind }) => kind).toSorted()).toEqual(
      [...new Set(accounts.map(({ kind }) => kind))].toSorted(),
    );
    const line = shown.flatMap(({ unionPath }) => unionPath ?? []);
    const deepest = line.reduce((one, other) => (other.length > one.length ? other : one));
    for (const path of line) expect(deepest.startsWith(path)).toBe(true);
  });

  test("hold every role there is", () => {
    expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(Object.keys(roles)));
  });

  test("have one to handle and one to review at the province, every city and every county", () => {
    for (const { level, path } of unions) {
      if (!["province", "city", "county"].includes(level)) continue;
      const here = accounts.filter(({ unionPath, role }) => unionPath === path && role === "cadre");
      expect(here.map(({ kind }) => kind)).toEqual([`${level}-cadre`, `${level}-reviewer`]);
    }
  });

  test("sign in with valid phones, no two the same and none of a member's", () => {
    const phones = accounts.map(({ phone }) => phone);
    expect(new Set(phones).size).toBe(phones.length);
    for (const phone of phones) expect(readPhone(phone)).toMatchObject({ ok: true, value: phone });
    const members = new Set([...people("test", 2000, { unions })].slice(1).map((one) => one.phone));
    expect(phones.filter((phone) => members.has(phone))).toEqual([]);
  });

  test("of staff have a long password and a secret of their own, of workers neither", () => {
    const staff = accounts.filter(({ role }) => role !== "worker" && role !== "member");
    for (const { password, totpSecret } of staff) {
      expect(password!.length).toBeGreaterThanOrEqual(12);
      expect(totpSecret).toMatch(/^[A-Z2-7]{32}$/);
    }
    expect(new Set(staff.map(({ totpSecret }) => totpSecret)).size).toBe(staff.length);
    for (const account of accounts.filter(({ role }) => role === "worker" || role === "member")) {
      expect(account).toMatchObject({ password: null, totpSecret: null });
    }
  });

  test("name the firm's chair as its union does", () => {
    const chair = accounts.find(({ kind }) => kind === "firm-chair")!;
    expect(unions.find(({ path }) => path === chair.unionPath)!.term.chair).toBe(chair.name);
  });

  test("give the member the first person, and the worker a number nobody else has", () => {
    const [first] = people("test", 1, { unions });
    const member = accounts.find(({ kind }) => kind === "member");
    expect(member).toMatchObject({
      phone: first!.phone,
      unionPath: first!.unionPath,
      person: first,
    });
    const { idNumber } = accounts.find(({ kind }) => kind === "worker")!.person!;
    expect(readIdNumber(idNumber, { today: demoToday })).toMatchObject({ ok: true });
    const others = dirtyRoster("test").rows.flatMap(({ cells }) => cells);
    expect(others).not.toContain(idNumber);
  });
});
