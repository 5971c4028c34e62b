// Tests of invented names (姓名).
import { normaliseName } from "@niangjia/foundation/names";
import { describe, expect, test } from "vitest";
import { avoidedNames, rareCharacters } from "./name-stock.ts";
import { type Bearer, personName } from "./names.ts";
import { createRandom } from "./random.ts";
import { ethnicGroups, sexes } from "./words.ts";

function drawn(count: number, bearer: Partial<Bearer> = {}): string[] {
  const random = createRandom("names");
  return Array.from({ length: count }, () =>
    personName(random, { sex: "女", birthYear: 1988, ethnicGroup: "汉族", ...bearer }),
  );
}

const share = (names: readonly string[], pattern: RegExp): number =>
  names.filter((name) => pattern.test(name)).length / names.length;

describe("invented names", () => {
  test("stand as a register keeps them, for every people, sex and decade", () => {
    for (const ethnicGroup of ethnicGroups) {
      for (const sex of sexes) {
        for (const birthYear of [1949, 1961, 1979, 1985, 1999, 2008]) {
          for (const name of drawn(40, { sex, birthYear, ethnicGroup })) {
            expect(normaliseName(name)).toBe(name);
            expect(name).toMatch(
              /^\p{Script=Han}{2,5}$|^\p{Script=Han}{2,6}·\p{Script=Han}{2,6}$/u,
            );
          }
        }
      }
    }
  });

  test("bear surnames as often as Hunan does", () => {
    const names = drawn(20_000);
    expect(share(names, /^李/)).toBeGreaterThan(0.055);
    expect(share(names, /^李/)).toBeLessThan(0.085);
    expect(share(names, /^欧阳/)).toBeGreaterThan(0.004);
    expect(
      share(names, /^(上官|司马|诸葛|皇甫|夏侯|令狐|慕容|司徒|端木|尉迟|东方|公孙)/),
    ).toBeGreaterThan(0);
  });

  test("hold a few rare characters, some outside the basic plane", () => {
    const rare = new RegExp(`[${rareCharacters.replaceAll(" ", "")}]`, "u");
    const names = drawn(20_000);
    expect(share(names, rare)).toBeGreaterThan(0.002);
    expect(share(names, rare)).toBeLessThan(0.01);
    expect(names.some((name) => [...name].length < name.length)).toBe(true);
  });

  test("follow people and decade: 向 of Tujia, a dot in Uyghur names, 建国 of the fifties", () => {
    expect(share(drawn(2000, { ethnicGroup: "土家族" }), /^[向田]/)).toBeGreaterThan(0.25);
    expect(share(drawn(200, { ethnicGroup: "维吾尔族" }), /·/)).toBe(1);
    expect(share(drawn(2000, { sex: "男", birthYear: 1955 }), /建国$/)).toBeGreaterThan(0);
    expect(share(drawn(2000, { sex: "男", birthYear: 2003 }), /建国$/)).toBe(0);
  });

  test("are never those of public persons", () => {
    const avoided = new Set(avoidedNames.split(" "));
    for (const birthYear of [1955, 1965, 1975, 1985, 1995]) {
      for (const sex of sexes) {
        expect(drawn(10_000, { birthYear, sex }).filter((name) => avoided.has(name))).toEqual([]);
      }
    }
  });
});
