// Tests of names (姓名).
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldName, likeness, normaliseName, pinyinOf, soundKey } from "./names.ts";
import { japaneseForms, nameVariants, traditionalForms } from "./variants-data.ts";

const someName = fc
  .array(fc.constantFrom(..."张章王汪乐悦鍾钟峯峰小晓一·伟玮Li "), { maxLength: 5 })
  .map((characters) => characters.join(""));

test.each([
  [" 王　芳 ", "王芳"],
  ["张\u200b三\ufeff", "张三"],
  ["买买提•艾山", "买买提·艾山"],
  ["买买提・艾山", "买买提·艾山"],
  ["买买提.艾山", "买买提·艾山"],
  ["买买提 · 艾山", "买买提·艾山"],
  ["Ｊｏｈｎ  Smith", "John Smith"],
  ["⽂\uf9e1", "文李"],
  ["葛\u{e0100}飾", "葛飾"],
  ["劉德華", "劉德華"],
])("%s is stored as %s", (typed, stored) => {
  expect(normaliseName(typed)).toBe(stored);
});

test("traditional and variant characters fold, characters in their own right do not", () => {
  expect(foldName("劉德華")).toBe("刘德华");
  expect(foldName("鍾峯")).toBe("钟峰");
  expect(foldName("後羣")).toBe("后群");
  expect(foldName("髙徳栢")).toBe("高德柏");
  for (const own of ["喆", "堃", "昇", "淼", "祐", "甯", "乾", "锺", "仝", "犇", "燚", "邨"]) {
    expect(foldName(own)).toBe(own);
  }
});

test("the tables are pairs, fold nothing twice and lead to characters that stay", () => {
  const all = [traditionalForms, nameVariants, japaneseForms].map((text) =>
    Array.from(text.replace(/\s/g, "")),
  );
  const variants = all.flatMap((table) => table.filter((_, index) => index % 2 === 0));
  const standards = all.flatMap((table) => table.filter((_, index) => index % 2 === 1));
  expect(all.every((table) => table.length % 2 === 0)).toBe(true);
  expect(new Set(variants).size).toBe(variants.length);
  expect(standards.filter((standard) => foldName(standard) !== standard)).toEqual([]);
});

test("surnames are read as surnames, compound ones too", () => {
  expect(pinyinOf("单雄信")).toEqual({ full: "shanxiongxin", initials: "sxx" });
  expect(pinyinOf("尉迟恭")).toEqual({ full: "yuchigong", initials: "ycg" });
  expect(pinyinOf("曾小贤")).toEqual({ full: "zengxiaoxian", initials: "zxx" });
  expect(pinyinOf("吕布")).toEqual({ full: "lvbu", initials: "lb" });
  expect(pinyinOf("買買提·艾山")).toEqual({ full: "maimaitiaishan", initials: "mmtas" });
  expect(pinyinOf("")).toEqual({ full: "", initials: "" });
});

test("names that sound alike have one key", () => {
  expect(soundKey("张伟")).toBe("zhang wei");
  expect(soundKey("章玮")).toBe(soundKey("張偉"));
  expect(soundKey("单勇")).toBe(soundKey("山勇"));
});

test.each([
  ["张三丰", " 张 三丰", 1, "same"],
  ["劉德華", "刘德华", 0.98, "variant"],
  ["钟峰", "鍾峯", 0.98, "variant"],
  ["买买提·艾山", "买买提艾山", 0.98, "variant"],
  ["张伟", "章玮", 0.85, "homophone"],
  ["张乐", "张悦", 0.85, "homophone"],
  ["哲", "喆", 0.85, "homophone"],
  ["张晓明", "张晓朋", 0.7, "one-char-off"],
  ["欧阳小红", "欧阳红", 0.7, "one-char-off"],
  ["张三", "张四", 0.4, "one-char-off"],
  ["张三", "李四", 0, "different"],
  ["张三丰", "张四海", 0, "different"],
  ["张三", "", 0, "different"],
  ["", "", 0, "different"],
] as const)("%s and %s: %s, %s", (left, right, score, reason) => {
  expect(likeness(left, right)).toEqual({ score, reason });
});

test("likeness is the same both ways round, and every name is itself", () => {
  fc.assert(
    fc.property(someName, someName, (left, right) => {
      expect(likeness(left, right)).toEqual(likeness(right, left));
      if (foldName(left) !== "") expect(likeness(left, left).reason).toBe("same");
    }),
  );
});

test("storing and folding twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.oneof(someName, fc.string({ unit: "binary" })), (text) => {
      const stored = normaliseName(text);
      expect(normaliseName(stored)).toBe(stored);
      expect(foldName(stored)).toBe(foldName(text));
    }),
  );
});
