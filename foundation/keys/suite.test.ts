// The cipher suites against their published vectors.
import { createCipheriv, createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { expand, type SuiteName, subKeysOf, suites } from "./suite.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const standardKey = hex("0123456789abcdeffedcba9876543210");

describe("The national ciphers of this Node agree with their standards", () => {
  test("SM3 of abc (GB/T 32905-2016, A.1)", () => {
    expect(createHash("sm3").update("abc").digest()).toEqual(
      hex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    );
  });

  test("SM4 of one block (GB/T 32907-2016, A.1)", () => {
    const cipher = createCipheriv("sm4-ecb", standardKey, null).setAutoPadding(false);
    expect(cipher.update(standardKey)).toEqual(hex("681edf34d206965e86b3e94f536e4246"));
  });

  test("SM4 in counter mode (draft-ribose-cfrg-sm4-10, A.2.5)", () => {
    const plain = hex(
      "aaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbb cccccccccccccccc dddddddddddddddd" +
        "eeeeeeeeeeeeeeee ffffffffffffffff aaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbb",
    );
    const cipher = createCipheriv("sm4-ctr", standardKey, hex("000102030405060708090a0b0c0d0e0f"));
    expect(cipher.update(plain)).toEqual(
      hex(
        "ac3236cb970cc20791364c395a1342d1 a3cbc1878c6f30cd074cce385cdd70c7" +
          "f234bc0e24c11980fd1286310ce37b92 6e02fcd0faa0baf38b2933851d824514",
      ),
    );
  });

  test("HMAC-SM3 (GB/T 15852.2)", () => {
    const key = hex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
    const message = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2);
    expect(createHmac("sm3", key).update(message).digest()).toEqual(
      hex("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a"),
    );
  });
});

test("Keys are expanded as RFC 5869 says", () => {
  const secret = Buffer.alloc(32, 7);
  const inner = createHmac("sha256", "niangjia").update(secret).digest();
  const first = createHmac("sha256", inner).update("field:phone").update(hex("01")).digest();
  expect(expand("sha256", secret, "field:phone", 32)).toEqual(first);
});

describe.each<SuiteName>(["aes", "sm"])("Suite %s", (name) => {
  const keys = subKeysOf(name, Buffer.alloc(32, 1), "field:phone");
  const nonce = Buffer.alloc(12, 2);

  test("opens what it sealed, from the empty text to a long one", () => {
    for (const text of ["", "1", "13800138000", "㐂𠮷王".repeat(1000)]) {
      const [body, tag] = suites[name].seal(keys, nonce, { row: "1", text });
      expect(body).toHaveLength(Buffer.byteLength(text));
      expect(suites[name].open(keys, { nonce, row: "1", body, tag })).toBe(text);
    }
  });

  test("does not take a byte of the body for one of the row", () => {
    const moved = [...Array(64).keys()]
      .map((fill) => Buffer.alloc(12, fill))
      .map((trial) => ({ trial, sealed: suites[name].seal(keys, trial, { row: "a", text: "bc" }) }))
      .find(({ sealed }) => sealed[0][1]! < 0x80)!;
    const [body, tag] = moved.sealed;
    const sealed = {
      nonce: moved.trial,
      row: `${String.fromCharCode(body[1]!)}a`,
      body: body.subarray(0, 1),
      tag,
    };
    expect(suites[name].open(keys, sealed)).toBeUndefined();
  });
});
