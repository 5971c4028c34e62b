// Tests of the identity number (公民身份号码).
import fc from "fast-check";
import { expect, test } from "vitest";
import { addCalendarDays, day } from "./day.ts";
import { checkCharacter, type IdNumber, readIdNumber } from "./idnumber.ts";

const today = day("2026-11-21");

/** The example of GB 11643-1999 and numbers made for these tests. */
const sample = "11010519491231002X";

const read = (text: string, typed = false) => readIdNumber(text, { today, typed });

const faultOf = (text: string) => {
  const reading = read(text);
  return reading.ok ? "ok" : reading.fault;
};

const close = (first17: string) => first17 + checkCharacter(first17);

const digits = (value: number, width: number) => String(value).padStart(width, "0");

const someId = fc
  .record({
    division: fc.constantFrom("430124", "110105", "433101", "653201", "810000", "830000"),
    offset: fc.integer({ min: 0, max: 46_000 }),
    order: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ division, offset, order }) => {
    const birth = addCalendarDays(day("1900-01-01"), offset).replaceAll("-", "");
    return close(division + birth + digits(order, 3));
  })
  .filter((number) => !number.endsWith("000"));

test("the standard's own example is read", () => {
  const expected: IdNumber = {
    number: sample,
    holder: "citizen",
    birthDay: day("1949-12-31"),
    sex: "2",
    division: "110105",
    from15: false,
  };
  expect(read(sample)).toEqual({ ok: true, value: expected, notes: [] });
});

test.each([
  "11010519491231002x",
  "１１０１０５１９４９１２３１００２Ｘ",
  " 110105 19491231 002X ",
  "110105-19491231-002X",
  "'11010519491231002X",
  '="11010519491231002X"',
  "11010519491231002×",
  "11010519491231002Х",
])("%s is understood as the same number", (text) => {
  expect(read(text)).toEqual(read(sample));
});

test("15 digits become 18, and the officer is told", () => {
  const reading = read("430124900101123");
  expect(reading).toMatchObject({
    ok: true,
    value: { number: close("43012419900101123"), from15: true, birthDay: "1990-01-01", sex: "1" },
    notes: ["15 位旧号码已换成 18 位，请照新证件核对"],
  });
});

test.each([
  ["empty", " "],
  ["masked", "430***********1234"],
  ["masked", "430XXXXXXXXXXX1234"],
  ["excel-rounded", "4.30124E+17"],
  ["excel-rounded", "4.30124199001011E+17"],
  ["excel-rounded", "430124199001011000"],
  ["excel-rounded", "430124199001011000.00"],
  ["characters", "43012419900101123O"],
  ["characters", "4301241990X1011234"],
  ["characters", "43012490010112X"],
  ["characters", "身份证号"],
  ["lost-x", sample.slice(0, 17)],
  ["length", "4301241990010112"],
  ["length", "43012419900101123"],
  ["length", "4301241990010112345"],
  ["division", close("99012419900101123")],
  ["division", close("00012419900101123")],
  ["birth-date", close("43012419900230123")],
  ["birth-date", close("43012418990101123")],
  ["birth-date", "430124001301123"],
  ["birth-date", "430124000101997"],
  ["future-birth", close("43012420261122123")],
  ["check-digit", "110105194912310021"],
])("%s: %s", (fault, text) => {
  expect(faultOf(text)).toBe(fault);
});

test("every fault says in Chinese what to do, without repeating the number", () => {
  for (const text of ["", "430124199001011000", "110105194912310021", sample.slice(0, 17)]) {
    const reading = read(text);
    expect(reading.ok).toBe(false);
    if (reading.ok) continue;
    expect(reading.say).toMatch(/请/);
    expect(reading.say).not.toMatch(/\d{4,}/);
  }
});

test("a true number that ends in 000 is taken only when typed from the card", () => {
  const orders = Array.from({ length: 9 }, (_, hundred) => `4301241990010${hundred + 1}00`);
  const births = Array.from({ length: 28 }, (_, index) => digits(index + 1, 2));
  const number = births
    .flatMap((birth) => orders.map((order) => close(`430124199001${birth}${order.slice(-3)}`)))
    .find((candidate) => candidate.endsWith("000"));
  expect(number).toBeDefined();
  expect(faultOf(number!)).toBe("excel-rounded");
  expect(read(number!, true)).toMatchObject({ ok: true, value: { number } });
  expect(read("430124199001011000", true)).toMatchObject({ fault: "excel-rounded" });
});

test("residence permits and permanent residence cards tell their holders", () => {
  const holderOf = (first17: string) => {
    const reading = read(close(first17));
    return reading.ok ? reading.value.holder : reading.fault;
  };
  expect(holderOf("81000019900101123")).toBe("hong-kong");
  expect(holderOf("82000019900101123")).toBe("macao");
  expect(holderOf("83000019900101123")).toBe("taiwan");
  expect(holderOf("94384019900101123")).toBe("foreigner");
  expect(read("932682198501010017")).toMatchObject({ value: { division: "320000" } });
});

test("reading what was read changes nothing", () => {
  fc.assert(
    fc.property(someId, (number) => {
      const once = read(number);
      expect(once).toMatchObject({ ok: true, value: { number } });
    }),
  );
});

test("one wrong character is always caught", () => {
  const slip = fc.record({
    number: someId,
    place: fc.nat({ max: 17 }),
    character: fc.constantFrom(..."0123456789X"),
  });
  fc.assert(
    fc.property(slip, ({ number, place, character }) => {
      fc.pre(number[place] !== character);
      const slipped = number.slice(0, place) + character + number.slice(place + 1);
      expect(read(slipped, true).ok).toBe(false);
    }),
  );
});

test("two neighbours swapped are always caught", () => {
  fc.assert(
    fc.property(someId, fc.nat({ max: 16 }), (number, place) => {
      const [left, right] = [number.charAt(place), number.charAt(place + 1)];
      fc.pre(left !== right);
      const swapped = number.slice(0, place) + right + left + number.slice(place + 2);
      expect(read(swapped, true).ok).toBe(false);
    }),
  );
});

test("15 digits hold the same person as their 18", () => {
  const fifteen = someId.filter((number) => number.startsWith("4") && number.slice(6, 8) === "19");
  fc.assert(
    fc.property(fifteen, (number) => {
      fc.pre(Number(number.slice(14, 17)) < 996);
      const reading = read(number.slice(0, 6) + number.slice(8, 17));
      expect(reading).toMatchObject({ ok: true, value: { number, from15: true } });
    }),
  );
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(typeof read(text).ok).toBe("boolean");
    }),
  );
});
