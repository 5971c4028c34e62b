// What a screen shows of a sheet: no whole number, yet the slip in it.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { masked, sayOnScreen, type Written } from "./on-screen.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

const first17 = "43012119850301001";
const number = first17 + checkCharacter(first17);

describe("a cell on the screen", () => {
  test.each([
    ["documentNumber", number, `430***********001${number.at(-1)}`],
    ["documentNumber", "430121850301001", "430********1001"],
    ["documentNumber", "430121 19850301 0018", "430*** ******** 0018"],
    ["documentNumber", "４３０１２１１９８５０３０１００１８", "430***********0018"],
    ["documentNumber", "43O121198503010018", "43O***********0018"],
    ["documentNumber", "43012119850301O018", "430***********O018"],
    ["documentNumber", "430121198503010000", "430***********0000"],
    ["documentNumber", "4.30121E+17", "4.30121E+17"],
    ["documentNumber", "430121****0018", "430*******0018"],
    ["documentNumber", "E12345678", "E******78"],
    ["documentNumber", "12", "12"],
    ["phone", "13812345678", "138****5678"],
    ["phone", "1381234567", "1*******67"],
    ["phone", "0731-84012345", "073*-****2345"],
    ["phone", "120", "120"],
    ["household", "湖南省长沙市长沙县星沙街道开元路1号", "湖南省长沙市长沙县****"],
    ["name", "张小芳", "张小芳"],
    ["name", `张小芳${number}`, `张小芳430***********001${number.at(-1)}`],
    ["changeDay", "2024-05-01", "2024-05-01"],
    [null, `${number}/13812345678`, `430***********001${number.at(-1)}/138****5678`],
  ] as const)("of %s %s is %s", (field, text, shown) => {
    expect(masked(field, text)).toBe(shown);
  });

  test("never holds a whole identity number or phone, whatever stands around it", () => {
    const whole = fc.constantFrom(number, "13812345678", "430121850301001");
    const around = fc.string({ unit: fc.constantFrom("张", " ", "：", "a", "-", "1", "*") });
    const field = fc.constantFrom("documentNumber", "phone", "name", "employer", null);
    fc.assert(
      fc.property(around, whole, around, field, (before, middle, after, of) => {
        expect(masked(of, before + middle + after)).not.toContain(middle);
      }),
      { seed, numRuns: 500 },
    );
  });
});

test.each<[Parameters<typeof sayOnScreen>[0]["code"], Written, string]>([
  ["id.characters", { documentNumber: "43O121198503010018" }, "表里第 3 位是“O”。"],
  ["id.characters", { documentNumber: "4301211985030l0018" }, "表里第 14 位是“L”。"],
  ["id.length", { documentNumber: "4301211985030100" }, "表里是 16 位。"],
  ["id.division", { documentNumber: "990121198503010018" }, "表里前 6 位是 990121。"],
  ["id.birth", { documentNumber: "430121198513010018" }, "身份证号第 7 至 14 位是 19851301。"],
  ["id.birth", { documentNumber: "430121851301001" }, "身份证号第 7 至 12 位是 851301。"],
  ["id.check-digit", { documentNumber: "430121198503010010" }, "第 18 位和前 17 位对不上。"],
  ["sex.mismatch", { documentNumber: number }, "身份证号第 17 位是 1。"],
  ["birth.mismatch", { documentNumber: number }, "身份证号第 7 至 14 位是 19850301。"],
  ["phone.invalid", { phone: "1381234567" }, "表里是 10 位数字。"],
  ["phone.invalid", { phone: "23812345678" }, "表里第 1 位是 2。"],
])("%s of %o says where to look: %s", (code, values, where) => {
  const field = code === "phone.invalid" ? "phone" : "documentNumber";
  const said = sayOnScreen({ code, field }, values);
  expect(said.endsWith(where)).toBe(true);
  expect(said).not.toContain(number);
});
