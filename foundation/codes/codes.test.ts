// Codes: short codes people type, and QR squares.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  longestQrBytes,
  qrPng,
  qrSquares,
  qrSvg,
  randomDigits,
  readVerificationCode,
  verificationCode,
} from "./index.ts";

const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const seed = 20_260_103;

describe("a verification code", () => {
  it("is read back however it is typed", () => {
    const code = verificationCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const typed = code
      .toLowerCase()
      .replaceAll("-", " — ")
      .replaceAll("0", "o")
      .replaceAll("1", "l");
    expect(readVerificationCode(typed)).toBe(code);
    const wide = Array.from(code, (symbol) =>
      symbol === "-" ? "－" : String.fromCharCode(symbol.charCodeAt(0) + 0xfee0),
    );
    expect(readVerificationCode(wide.join(""))).toBe(code);
  });

  it("has known values, so that codes on paper stay good", () => {
    expect(readVerificationCode("0000-0000-0001")).toBeNull();
    expect(readVerificationCode("0000-0000-0012")).toBe("0000-0000-0012");
    expect(readVerificationCode("0000-0000-0105")).toBeNull();
    expect(readVerificationCode("0000-0000-0104")).toBe("0000-0000-0104");
    expect(readVerificationCode("00G5")).toBe("00G5");
  });

  it(`with any one symbol wrong is not taken (seed ${seed})`, () => {
    const spot = fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 31 }));
    const property = fc.property(spot, ([at, shift]) => {
      const plain = verificationCode().replaceAll("-", "");
      const wrong = symbols[(symbols.indexOf(plain[at]!) + shift) % 32]!;
      expect(readVerificationCode(plain.slice(0, at) + wrong + plain.slice(at + 1))).toBeNull();
    });
    fc.assert(property, { seed, numRuns: 500 });
  });

  it(`with any two symbols changed about is not taken (seed ${seed})`, () => {
    const property = fc.property(fc.nat(11), fc.nat(11), (first, second) => {
      const plain = [...verificationCode().replaceAll("-", "")];
      fc.pre(plain[first] !== plain[second]);
      [plain[first], plain[second]] = [plain[second]!, plain[first]!];
      expect(readVerificationCode(plain.join(""))).toBeNull();
    });
    fc.assert(property, { seed, numRuns: 500 });
  });

  it.each(["", "7QK4", "7QK4-W0PX-9DZU", "7QK4-W0PX-9D*3", "0".repeat(40)])(
    "that is no code is not taken: %j",
    (typed) => expect(readVerificationCode(typed)).toBeNull(),
  );

  it("has the length asked for, within what the check can hold", () => {
    expect(verificationCode(31).replaceAll("-", "")).toHaveLength(31);
    expect(() => verificationCode(32)).toThrow();
    expect(() => verificationCode(3)).toThrow();
  });
});

it("random digits keep their zeros and use every digit", () => {
  const codes = Array.from({ length: 400 }, () => randomDigits(6));
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(new Set(codes.join("")).size).toBe(10);
  expect(new Set(codes).size).toBeGreaterThan(390);
});

describe("a QR code", () => {
  const text = "https://例.cn/v/7QK4-W0PX-9DZ3";

  it("has the three corners a camera looks for", () => {
    const squares = qrSquares(text);
    const last = squares.length - 7;
    const corner = (row: number, column: number) =>
      squares.slice(row, row + 7).map((line) =>
        line
          .slice(column, column + 7)
          .map(Number)
          .join(""),
      );
    const finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
    for (const [row, column] of [
      [0, 0],
      [0, last],
      [last, 0],
    ] as const) {
      expect(corner(row, column)).toEqual(finder);
    }
  });

  it("is drawn with the same squares, and the quiet zone around them", async () => {
    const size = qrSquares(text).length + 8;
    const svg = await qrSvg(text);
    expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
    expect(drawnSquares(svg, size)).toEqual(withQuietZone(qrSquares(text)));
  });

  it("is a picture of the size asked for", async () => {
    const png = await qrPng(text, 3);
    expect(png.toString("latin1", 1, 4)).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe((qrSquares(text).length + 8) * 3);
  });

  it("of nothing or too much is an error", () => {
    expect(() => qrSquares("")).toThrow("holds 1 to");
    expect(() => qrSquares("x".repeat(longestQrBytes + 1))).toThrow("holds 1 to");
    expect(qrSquares("x".repeat(longestQrBytes)).length).toBe(177);
  });
});

const withQuietZone = (squares: boolean[][]): boolean[][] => {
  const size = squares.length + 8;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => squares[row - 4]?.[column - 4] ?? false),
  );
};

/** Follows the drawing's pen: `M` to a place, `m` along, `h` along a line of dark squares. */
function drawnSquares(svg: string, size: number): boolean[][] {
  const squares = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const path = / d="([^"]*)"\/><\/svg>/.exec(svg)![1]!;
  let [column, row] = [0, 0];
  for (const [, move, first, second] of path.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (move === "h") squares[Math.floor(row)]!.fill(true, column, column + Number(first));
    column = (move === "M" ? 0 : column) + Number(first);
    row = (move === "M" ? 0 : row) + Number(second ?? 0);
  }
  return squares;
}
