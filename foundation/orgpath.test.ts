// Tests of union paths (组织路径).
import fc from "fast-check";
import { expect, test } from "vitest";
import * as paths from "./orgpath.ts";
import { orgPath } from "./orgpath.ts";

const segment = fc
  .array(fc.constantFrom(..."0123456789abcz"), { minLength: 1, maxLength: 3 })
  .map((characters) => characters.join(""));

const somePath = fc
  .array(segment, { minLength: 1, maxLength: 5 })
  .map((segments) => orgPath(`/${segments.join("/")}/`));

const changsha = orgPath("/430000/430100/");

test("only the closed pattern is a path", () => {
  expect(paths.isOrgPath("/430000/430100/430121/0001/")).toBe(true);
  const wrong = ["", "/", "430000/", "/430000", "//", "/43 00/", "/A/", "/a'/", "/中/", "/a/\n"];
  expect(wrong.filter(paths.isOrgPath)).toEqual([]);
  expect(paths.isOrgPath(`/${"a/".repeat(17)}`)).toBe(false);
  expect(() => orgPath("/a';--/")).toThrow(RangeError);
});

test("the range of a union runs to the slash's next character", () => {
  expect(paths.rangeOf(changsha)).toEqual({ low: "/430000/430100/", high: "/430000/4301000" });
  expect(paths.wholeTree).toEqual({ low: "/", high: "0" });
});

test("lying in the range is the same as beginning with the path", () => {
  fc.assert(
    fc.property(somePath, somePath, (above, path) => {
      const within = paths.isWithin(path, paths.rangeOf(above));
      expect(within).toBe(path.startsWith(above));
      expect(within).toBe(paths.contains(above, path));
      expect(paths.isWithin(path, paths.wholeTree)).toBe(true);
    }),
    {
      examples: [
        [orgPath("/4301/"), orgPath("/43010/")],
        [changsha, changsha],
      ],
    },
  );
});

test("byte order keeps everything under a union together", () => {
  fc.assert(
    fc.property(fc.array(somePath, { maxLength: 30 }), somePath, (all, above) => {
      const inside = [...all].sort().map((path) => (paths.contains(above, path) ? "x" : "-"));
      expect(inside.join("")).toMatch(/^-*x*-*$/);
    }),
  );
});

test("the lineage goes from the top down to the path itself", () => {
  expect(paths.lineageOf(changsha)).toEqual(["/430000/", changsha]);
  expect(paths.ancestorsOf(changsha)).toEqual(["/430000/"]);
  expect(paths.ancestorsOf(orgPath("/430000/"))).toEqual([]);
  expect(paths.findParent(changsha)).toBe("/430000/");
  expect(paths.findParent(orgPath("/430000/"))).toBeUndefined();
  fc.assert(
    fc.property(somePath, (path) => {
      const lineage = paths.lineageOf(path);
      expect(lineage).toHaveLength(paths.depthOf(path));
      expect(lineage.every((above) => paths.contains(above, path))).toBe(true);
      expect(lineage.at(-1)).toBe(path);
    }),
  );
});

test("a child lies under its parent, one deeper", () => {
  const child = paths.childOf(changsha, "430121");
  expect(child).toBe("/430000/430100/430121/");
  expect(paths.findParent(child)).toBe(changsha);
  for (const wrong of ["", "a/b", "A", "a'", "a".repeat(33)]) {
    expect(() => paths.childOf(changsha, wrong)).toThrow(RangeError);
  }
});

test("moving a union moves what is below it, and back again", () => {
  const yueyang = orgPath("/430000/430600/");
  const firm = orgPath("/430000/430100/0001/02/");
  const moved = paths.replacePrefix(firm, changsha, yueyang);
  expect(moved).toBe("/430000/430600/0001/02/");
  expect(paths.replacePrefix(moved, yueyang, changsha)).toBe(firm);
  expect(paths.replacePrefix(changsha, changsha, yueyang)).toBe(yueyang);
  expect(() => paths.replacePrefix(firm, yueyang, changsha)).toThrow(RangeError);
});

test("the lowest union above two is itself above or equal to both, and none below it is", () => {
  expect(paths.commonAncestor(changsha, orgPath("/430000/430600/1/"))).toBe("/430000/");
  expect(paths.commonAncestor(changsha, orgPath("/110000/"))).toBeUndefined();
  fc.assert(
    fc.property(somePath, somePath, (one, other) => {
      const common = paths.commonAncestor(one, other);
      const above = paths.lineageOf(one).filter((path) => paths.contains(path, other));
      expect(common).toBe(above.at(-1));
    }),
  );
});
