// Tests of money (金额).
import fc from "fast-check";
import { expect, test } from "vitest";
import { assertFen, capitalAmount, formatYuan, readYuan, splitFen } from "./money.ts";

const someFen = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

test.each([
  ["1,234.5", 123_450],
  ["¥1,234.00", 123_400],
  ["￥１，２３４", 123_400],
  ["1234元", 123_400],
  ["人民币1234.56元整", 123_456],
  ["-20", -2_000],
  ["-¥0.05", -5],
  ["0.10000", 10],
  ["0", 0],
  ["12.", undefined],
])("%s is read as %s fen", (text, amountFen) => {
  const reading = readYuan(text);
  expect(reading.ok ? reading.value : undefined).toBe(amountFen);
});

test.each([
  ["empty", " "],
  ["empty", "元"],
  ["shape", "一千元"],
  ["shape", "1.2万"],
  ["shape", "1e3"],
  ["shape", ".5"],
  ["grouping", "1,23,4"],
  ["grouping", "1234,567"],
  ["too-fine", "0.005"],
  ["too-large", "90071992547409.92"],
])("%s: %s", (fault, text) => {
  expect(readYuan(text)).toMatchObject({ ok: false, fault });
});

test("what is shown can be read back, to the cent", () => {
  expect(formatYuan(123_400)).toBe("¥1,234.00");
  expect(formatYuan(-5)).toBe("-¥0.05");
  fc.assert(
    fc.property(someFen, (amountFen) => {
      expect(readYuan(formatYuan(amountFen))).toMatchObject({ ok: true, value: amountFen + 0 });
    }),
  );
});

test("a fraction of a cent is a mistake of the caller", () => {
  expect(() => assertFen(0.5)).toThrow(RangeError);
  expect(() => formatYuan(Number.NaN)).toThrow(RangeError);
  expect(() => splitFen(1.5, [1])).toThrow(RangeError);
});

test("the cents left over go to the largest remainders, the earlier first", () => {
  expect(splitFen(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333]);
  expect(splitFen(100, [1, 2, 4])).toEqual([14, 29, 57]);
  expect(splitFen(-10, [1, 1, 1])).toEqual([-4, -3, -3]);
  expect(splitFen(5, [0, 3])).toEqual([0, 5]);
});

test("shares add up to the pot and each is within a cent of its due", () => {
  const weights = fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 40 })
    .filter((all) => all.some((weight) => weight > 0));
  fc.assert(
    fc.property(someFen, weights, (potFen, all) => {
      const shares = splitFen(potFen, all);
      const sum = all.reduce((total, weight) => total + BigInt(weight), 0n);
      expect(shares.reduce((total, share) => total + BigInt(share), 0n)).toBe(BigInt(potFen));
      for (const [index, share] of shares.entries()) {
        const off = BigInt(share) * sum - BigInt(potFen) * BigInt(all[index]!);
        expect(off < sum && off > -sum).toBe(true);
      }
    }),
  );
});

test("weights must be whole, from 0 up, and one above 0", () => {
  for (const weights of [[], [0, 0], [1, -1], [0.5], [Number.NaN]]) {
    expect(() => splitFen(100, weights)).toThrow(RangeError);
  }
});

/** The first four are printed in 正确填写票据和结算凭证的基本规定. */
test.each([
  [140_950, "壹仟肆佰零玖元伍角"],
  [600_714, "陆仟零柒元壹角肆分"],
  [168_032, "壹仟陆佰捌拾元零叁角贰分"],
  [1_640_902, "壹万陆仟肆佰零玖元零贰分"],
  [10_700_053, "壹拾万柒仟元零伍角叁分"],
  [32_504, "叁佰贰拾伍元零肆分"],
  [0, "零元整"],
  [5, "伍分"],
  [50, "伍角"],
  [100, "壹元整"],
  [1_000, "壹拾元整"],
  [10_005_000_00, "壹仟万伍仟元整"],
  [100_000_000_00, "壹亿元整"],
  [100_005_000_00, "壹亿零伍仟元整"],
  [101_000_000_00, "壹亿零壹佰万元整"],
  [10_000_000_000_000_00 / 10, "壹万亿元整"],
  [1_000_000_050_00, "壹拾亿零伍拾元整"],
  [-123_400, "负壹仟贰佰叁拾肆元整"],
])("%i fen is written %s", (amountFen, written) => {
  expect(capitalAmount(amountFen)).toBe(written);
});

/** Reads capitals back, by adding up: an oracle that knows nothing of how they are written. */
function readCapitals(text: string): bigint {
  const places: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  let [whole, block, digit, cents] = [0n, 0n, 0n, 0n];
  for (const character of text.replace("负", "")) {
    const value = "零壹贰叁肆伍陆柒捌玖".indexOf(character);
    if (value >= 0) digit = BigInt(value);
    else if (character in places) [block, digit] = [block + digit * places[character]!, 0n];
    else if (character === "万")
      [whole, block, digit] = [whole + (block + digit) * 10_000n, 0n, 0n];
    else if (character === "亿") {
      [whole, block, digit] = [(whole + block + digit) * 100_000_000n, 0n, 0n];
    } else if (character === "元") [whole, block, digit] = [whole + block + digit, 0n, 0n];
    else if (character === "角") [cents, digit] = [digit * 10n, 0n];
    else if (character === "分") [cents, digit] = [cents + digit, 0n];
  }
  return (whole * 100n + cents) * (text.startsWith("负") ? -1n : 1n);
}

test("capitals read back give the amount, and never two 零 in a row", () => {
  const yuan = fc.integer({ min: 0, max: 9_999_999_999 }).map((amount) => amount * 100);
  const thin = fc
    .array(fc.constantFrom("0", "0", "0", "7"), { minLength: 1, maxLength: 15 })
    .map((all) => Number(all.join("")));
  fc.assert(
    fc.property(fc.oneof(someFen, yuan, thin), (amountFen) => {
      const written = capitalAmount(amountFen);
      expect(readCapitals(written)).toBe(BigInt(amountFen));
      expect(written).not.toMatch(/零零|零[万亿]|亿亿/);
    }),
  );
});
