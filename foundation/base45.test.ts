// Base45: the examples of RFC 9285, and that reading is the exact reverse of writing.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBase45, toBase45 } from "./base45.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const seed = 20_261_121;

describe("base45", () => {
  it.each([
    ["AB", "BB8"],
    ["Hello!!", "%69 VD92EX0"],
    ["base-45", "UJCLQE7W581"],
    ["ietf!", "QED8WEX0"],
  ])("writes %s as RFC 9285 does, and reads it back", (plain, written) => {
    expect(toBase45(bytesOf(plain))).toBe(written);
    expect(readBase45(written)).toEqual(bytesOf(plain));
  });

  it.each(["A", "GGW", ":::", "66", "ab0", "BB8€"])("does not read %s", (text) => {
    expect(readBase45(text)).toBeNull();
  });

  it(`reads whatever it writes, and nothing else as the same (seed ${seed})`, () => {
    const property = fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(), (bytes, spot) => {
      const text = toBase45(bytes);
      expect(readBase45(text)).toEqual(bytes);
      if (text === "") return;
      const at = spot % text.length;
      const other = text[at] === "7" ? "8" : "7";
      expect(readBase45(text.slice(0, at) + other + text.slice(at + 1))).not.toEqual(bytes);
    });
    fc.assert(property, { seed, numRuns: 300 });
  });
});
