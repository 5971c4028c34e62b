// Bytes as text: the same letters as everywhere else, for every length.
import { expect, it } from "vitest";
import { toBytes, toText } from "./bytes.ts";

it("writes and reads base64url as others do, whatever the length", () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + length) & 255);
    const text = Buffer.from(bytes).toString("base64url");
    expect(toText(bytes)).toBe(text);
    expect(toBytes(text)).toEqual(bytes);
  }
});
