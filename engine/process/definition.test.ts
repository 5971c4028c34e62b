// Tests of definitions: what builds, what is called how, and what is refused while building.
import { describe, expect, test } from "vitest";
import {
  allSign,
  anySign,
  approve,
  cadreOf,
  chairOf,
  copy,
  flow,
  officerOf,
  postOf,
  review,
  workdays,
} from "./flow.ts";
import { whoWords } from "./words.ts";

describe("a definition", () => {
  test("is plain data that survives being stored", () => {
    const definition = flow(
      review(allSign(officerOf("union"), chairOf("union")), { within: workdays(2) }),
      approve(cadreOf("union.county"), { distinct: true, onTimeout: "remind" }),
      copy(officerOf("union.parent")),
    );
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
  });

  test("names its steps after their kind unless they are named", () => {
    const definition = flow(
      review(officerOf("union")),
      review(chairOf("union"), { id: "second", title: "复审" }),
      review(cadreOf("union.county")),
      copy(officerOf("union.parent")),
    );
    expect(definition.nodes.map(({ id }) => id)).toEqual(["review", "second", "review-3", "copy"]);
    expect(definition.nodes.map(({ title }) => title)).toEqual([
      "所在工会审核",
      "复审",
      "县级总工会审核",
      "抄送上级工会",
    ]);
  });

  test("says who signs in words", () => {
    const words = (who: Parameters<typeof review>[0]) =>
      flow(review(who)).nodes.map((node) => whoWords(node))[0];
    expect(words(cadreOf("union.county"))).toBe("县级总工会干部");
    expect(words(cadreOf("union.federation"))).toBe("县级以上总工会干部");
    expect(words(allSign(officerOf("union"), chairOf("union")))).toBe(
      "所在工会干事、所在工会主席（会签）",
    );
    expect(words(anySign(officerOf("union"), chairOf("union")))).toContain("（任一人）");
  });
});

describe("building a definition that could not run", () => {
  const reviewed = review(officerOf("union"));

  test.each([
    ["nobody decides", () => flow(copy(officerOf("union")))],
    ["two steps share an id", () => flow(reviewed, review(chairOf("union"), { id: "review" }))],
    ["names nobody", () => flow(review(anySign()))],
    ["names nobody", () => flow(reviewed, copy())],
    ["cannot read the place", () => flow(review(postOf("officer", "union.moon")))],
    ["cannot read the place", () => flow(reviewed, copy(officerOf("Union parent")))],
    ["a timeout needs a term", () => flow(review(officerOf("union"), { onTimeout: "pass" }))],
    ["a term is 1 day", () => flow(review(officerOf("union"), { within: workdays(0) }))],
  ])("throws because %s", (fault, build) => {
    expect(build).toThrow(fault);
  });
});
