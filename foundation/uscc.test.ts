// Tests of the unified social credit code (统一社会信用代码).
import fc from "fast-check";
import { expect, test } from "vitest";
import { readUscc, usccCheckCharacter } from "./uscc.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const close = (first17: string) => first17 + usccCheckCharacter(first17);

const someCode = fc
  .tuple(
    fc.constantFrom("91", "12", "52", "81", "89"),
    fc.integer({ min: 110000, max: 659999 }),
    fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
  )
  .map(([head, division, body]) => close(head + division + body.join("")));

test("codes of real public bodies check out", () => {
  for (const code of ["91110000600037341L", "91350100M000100Y43", "911100007109250324"]) {
    expect(readUscc(code), code).toMatchObject({ ok: true, value: { code } });
  }
});

test("the parts are named, and a union's code is known", () => {
  const code = close("81430124MC1234567");
  expect(readUscc(` ${code.toLowerCase()}\u3000`)).toEqual({
    ok: true,
    value: { code, division: "430124", organisation: "MC1234567", holder: "grassroots-union" },
    notes: [],
  });
  expect(readUscc(close("89430124MC1234567"))).toMatchObject({ value: { holder: "union" } });
});

test.each([
  ["empty", "\u00a0"],
  ["masked", "9135********0Y43"],
  ["excel-rounded", "9.1350100E+17"],
  ["excel-rounded", "911100007109250000"],
  ["old-code", "71092503-2"],
  ["old-code", "430100000012345"],
  ["length", "91350100M000100Y4"],
  ["confusable", "9135O100M000100Y43"],
  ["characters", "9A35A100M000100Y43"],
  ["characters", "91350100M000100#43"],
  ["check-character", "91350100M000100Y44"],
])("%s: %s", (fault, text) => {
  expect(readUscc(text)).toMatchObject({ ok: false, fault });
});

test("one wrong character is always caught", () => {
  const slip = fc.record({
    code: someCode,
    place: fc.nat({ max: 17 }),
    character: fc.constantFrom(...alphabet),
  });
  fc.assert(
    fc.property(slip, ({ code, place, character }) => {
      expect(readUscc(code).ok).toBe(true);
      fc.pre(code[place] !== character);
      expect(readUscc(code.slice(0, place) + character + code.slice(place + 1)).ok).toBe(false);
    }),
  );
});
