// README.md (流程语义) is kept true: each of its sentences is held by tests that are there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const here = import.meta.dirname;
const read = (file: string): string => readFileSync(join(here, file), "utf8");
const held: Record<string, string[]> = parse(read("readme.tests.yaml"));

/** Its prose, without marks, the example and the table of files; `;` ends a sentence too. */
function sentencesOf(page: string): string[] {
  const prose = page.replace(/```.*?```/gs, "").replace(/^[#|].*$/gm, "");
  const plain = prose.replace(/ \(`[^)]*\.test`\)/g, "").replace(/^- |[`*]/gm, "");
  return plain
    .replace(/\s+/g, " ")
    .trim()
    .split(/(?<=[.;]) /)
    .map((sentence) => sentence.slice(0, -1));
}

/** Titles of the tests in a file, as they are written. */
const titlesIn = (source: string): string[] =>
  [...source.matchAll(/\b(?:test|it)\(\s*("(?:[^"\\]|\\.)*")/g)].map(([, title]) =>
    JSON.parse(title!),
  );

/** The source of a test file beside this one, or of one named from the root of the house. */
const sourceOf = (name: string): string =>
  read(name.includes("/") ? join("..", "..", `${name}.test.ts`) : `${name}.test.ts`);

test("every sentence of the page has its tests, in its order", () => {
  expect(Object.keys(held)).toEqual(sentencesOf(read("README.md")));
  const bare = Object.entries(held).flatMap(([sentence, tests]) =>
    tests.length > 0 ? [] : sentence,
  );
  expect(bare).toEqual([]);
});

test("every test named is there, once", () => {
  const lost = Object.values(held)
    .flat()
    .filter((one) => {
      const [file = "", title = ""] = one.split(" › ");
      return titlesIn(sourceOf(file)).filter((known) => known === title).length !== 1;
    });
  expect(lost).toEqual([]);
});

/** What the engine may stand on: libraries that only reckon, and the pure files of the foundation. */
const libraries = ["zod", "bpmn-moddle", "node:util"];
const pureFiles = [
  ...["act", "codelists", "day", "idnumber", "ids", "money", "names", "orgpath", "phone"],
  ...["refusal", "roles", "verdict", "workdays"],
].map((name) => `@niangjia/foundation/${name}`);
const isPure = (from: string): boolean =>
  from.startsWith("./") || [...libraries, ...pureFiles].includes(from);

test("the engine reads no clock, no database and no files, and asks nobody", () => {
  const sources = readdirSync(here).filter((file) => /^(?!.*(\.test|testing)).*\.ts$/.test(file));
  expect(sources.length).toBeGreaterThan(30);
  for (const file of sources) {
    const source = read(file);
    const taken = [...source.matchAll(/from "([^"]+)";/g)].flatMap(([, from]) => from ?? []);
    const around = source.match(/new Date\(\)|Date\.now|Math\.random|process\.env/g) ?? [];
    const impure = [...taken.filter((from) => !isPure(from)), ...around];
    expect({ file, impure }).toEqual({ file, impure: [] });
  }
});
