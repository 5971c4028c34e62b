// Tests of cell text (单元格文字).
import fc from "fast-check";
import { expect, test } from "vitest";
import { bareNumber, cleanText, isMasked, isScientific } from "./text.ts";

test("full-width digits, letters and punctuation become half-width, Chinese marks stay", () => {
  expect(cleanText("ＡＢＣ１２３（甲），乙：￥５！")).toBe("ABC123(甲),乙:¥5!");
  expect(cleanText("张三、李四。「王五」")).toBe("张三、李四。「王五」");
});

test("spaces of every kind are trimmed at the ends and become one inside", () => {
  expect(cleanText("\u00a0\u3000 长沙市\t\n \u2003岳麓区\u00a0")).toBe("长沙市 岳麓区");
});

test("what nobody sees is removed: zero-width and byte order marks, controls", () => {
  expect(cleanText("\ufeff张\u200b三\u200d\u0000\u00ad\u202e")).toBe("张三");
});

test("lone surrogates and compatibility ideographs cannot reach the database", () => {
  expect(cleanText("李\ud83d")).toBe("李\ufffd");
  expect(cleanText("\uf9e1")).toBe("李");
});

test("cleaning clean text changes nothing, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = cleanText(text);
      expect(cleanText(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
      expect(once).not.toMatch(/^\s|\s$|\s\s|\0/);
    }),
  );
});

test("a number loses the marks spreadsheets and people put around and into it", () => {
  expect(bareNumber("'430124 1990-0101 123x")).toBe("43012419900101123X");
  expect(bareNumber('="13800138000"')).toBe("13800138000");
  expect(bareNumber("“１３８—００１３—８０００”")).toBe("13800138000");
});

test("scientific notation and stars are told apart from numbers", () => {
  expect(isScientific("4.30124E+17")).toBe(true);
  expect(isScientific("E12345678")).toBe(false);
  expect(isMasked("430***********1234")).toBe(true);
  expect(isMasked("430124199001011234")).toBe(false);
});
