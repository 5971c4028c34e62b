// Tests of choosing between two records (保留与采用).
import { describe, expect, it } from "vitest";
import { effectsOf, isChosen, picked, shutFor, stays, survivingAs } from "./choice.ts";
import type { Comparison, Line } from "./merges.ts";

const line = (field: string, relation: Line["relation"], title = field): Line => ({
  ...{ field, title, relation },
  first: "一",
  second: "二",
});

const record = (state: "active" | "ended") => ({
  ...{ personId: "", unionId: null, unionName: null, verified: "unverified", updatedAt: "" },
  state,
});

const comparison: Comparison = {
  first: record("active"),
  second: record("ended"),
  lines: [
    line("name", "same", "姓名"),
    line("documentKind", "differs", "证件类别"),
    line("documentNumber", "differs", "证件号码"),
    line("phone", "differs", "手机号"),
    line("education", "only-second", "学历"),
    line("household", "only-first", "户籍所在地"),
    line("nativePlace", "neither", "籍贯"),
  ],
  score: 80,
  evidence: [],
  noteNeeded: false,
  suggestion: { survivor: "first", take: ["phone"] },
  remarks: ["请告知本人。"],
};
const sideOf = (field: string, choice: Parameters<typeof stays>[1]) => {
  const found = comparison.lines.find((one) => one.field === field);
  return found && stays(found, choice);
};

describe("choosing between two records", () => {
  it("keeps the survivor's word except where the other is chosen, and fills what it lacks", () => {
    const choice = survivingAs("first", comparison);
    expect(sideOf("name", choice)).toBe("first");
    expect(sideOf("phone", choice)).toBe("second");
    expect(sideOf("education", choice)).toBe("second");
    expect(sideOf("household", survivingAs("second", comparison))).toBe("first");
    expect(sideOf("nativePlace", choice)).toBeUndefined();
  });

  it("lets a document's kind go with its number", () => {
    const choice = picked(survivingAs("first", comparison), "documentNumber", "second");
    expect(sideOf("documentKind", choice)).toBe("second");
    expect(comparison.lines.filter(isChosen).map(({ field }) => field)).toEqual([
      "documentNumber",
      "phone",
    ]);
    expect(picked(choice, "documentNumber", "first").take).toEqual(["phone"]);
  });

  it("does not let a living member go into the record of someone who left", () => {
    expect(shutFor("second", comparison)).toBeDefined();
    expect(shutFor("first", comparison)).toBeUndefined();
    const both = { ...comparison, second: record("active") };
    expect(shutFor("second", both)).toBeUndefined();
  });

  it("says what will happen before it happens", () => {
    expect(effectsOf(comparison, survivingAs("first", comparison))).toEqual([
      "保留甲记录，乙记录并入它，不再单独出现在名册里。",
      "改用乙记录的手机号。",
      "用乙记录补上学历。",
      "两条记录的会籍经历、办件都归到保留的记录名下。",
      "请告知本人。",
      "30 天内可以撤销，撤销后两条记录恢复原样。",
    ]);
  });
});
