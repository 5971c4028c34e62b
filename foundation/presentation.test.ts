// Presentations: accepted exactly in their window, from one device only, with no bit of them changed.
import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBase45, toBase45 } from "./base45.ts";
import { qrSquares } from "./codes/index.ts";
import { keyPairFrom, publicKeyAt, readCbor, readSigned, signerOf, writeSigned } from "./cose.ts";
import {
  authenticate,
  clockOffset,
  type IssuerKey,
  issueToken,
  present,
  type Token,
  verdictOf,
} from "./presentation.ts";

const seed = 20_261_122;
const pair = (fill: number) => keyPairFrom(new Uint8Array(48).fill(fill));
const [issuer, device, stranger] = [pair(1), pair(2), pair(3)];
const keyId = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const keys: readonly IssuerKey[] = [
  {
    keyId,
    point: issuer.point,
    notBefore: new Date("2026-01-01T00:00:00Z"),
    notAfter: new Date("2029-01-01T00:00:00Z"),
  },
];
const noon = new Date("2026-11-21T04:00:00Z");
const token: Token = {
  id: "0198f0a0-0000-7000-8000-0123456789ab",
  issuer: "CN-430000",
  name: "欧阳*满",
  issuedAt: new Date("2026-11-01T00:00:00Z"),
  expiresAt: new Date("2028-11-01T00:00:00Z"),
  device: { point: device.point },
};
const signedToken = issueToken(token, { ...issuer, keyId });
const show = (at: Date, by = device) => present(signedToken, signerOf(by), at);
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

describe("a code", () => {
  it("says what the token says, and when it was shown", async () => {
    expect(authenticate(await show(noon), keys)).toEqual({ ...token, shownAt: noon });
  });

  it("fits a QR code of version 13 with medium correction: 69 squares a side", async () => {
    const text = await show(noon);
    expect(text).toMatch(/^NJ1:[0-9A-Z $%*+\-./:]+$/);
    expect(signedToken.length).toBe(188);
    expect(text.length).toBe(424);
    expect(qrSquares(text)).toHaveLength(69);
  });

  it("is read as a health certificate is: base45, zlib, COSE_Sign1, CWT", async () => {
    const stream = readBase45((await show(noon)).slice(4))!;
    const signed = readSigned(inflateSync(stream))!;
    expect(readSigned(signedToken)?.signature).toEqual(signed.signature);
    expect((readCbor(signed.payload) as Map<number, unknown>).get(1)).toBe("CN-430000");
    expect(stream.length).toBeLessThanOrEqual(deflateSync(inflateSync(stream)).length + 1);
  });

  it(`is taken from 90 s before it was made until 90 s after its 30 s, by the second (seed ${seed})`, async () => {
    const shown = authenticate(await show(noon), keys);
    if (typeof shown === "string") throw new Error(shown);
    const verdict = (age: number) => verdictOf(shown, { now: later(age), revoked: false });
    for (const [age, expected] of [
      [-90.001, "clock-off"],
      [-90, "valid"],
      [0, "valid"],
      [120, "valid"],
      [120.001, "stale"],
    ] as const) {
      expect(verdict(age), `${age} s`).toBe(expected);
    }
    const property = fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (age) => {
      expect(verdict(age) === "valid").toBe(
        Math.round(age * 1e3) >= -90e3 && Math.trunc(age * 1e3) <= 120e3,
      );
    });
    fc.assert(property, { seed, numRuns: 500 });
  });

  it("is told to be revoked before anything else, and expired before its clock", () => {
    const shown = { expiresAt: later(10), shownAt: later(-1000) };
    expect(verdictOf(shown, { now: later(11), revoked: true })).toBe("revoked");
    expect(verdictOf(shown, { now: later(10), revoked: false })).toBe("expired");
    expect(verdictOf(shown, { now: later(9), revoked: false })).toBe("stale");
  });

  it("of another device, of no device, or of another issuer is forged", async () => {
    expect(authenticate(await show(noon, stranger), keys)).toBe("forged");
    const bare = `NJ1:${toBase45(deflateSync(signedToken, { level: 0 }))}`;
    expect(authenticate(bare, keys)).toBe("forged");
    const foreign = issueToken(token, { ...stranger, keyId });
    expect(authenticate(await present(foreign, signerOf(device), noon), keys)).toBe("forged");
    const elsewhere = issueToken(token, { ...issuer, keyId: Uint8Array.of(9) });
    expect(authenticate(await present(elsewhere, signerOf(device), noon), keys)).toBe(
      "unknown-key",
    );
  });

  it(`of any device but its own is forged (seed ${seed})`, async () => {
    const seeds = fc.uint8Array({ minLength: 48, maxLength: 48 });
    const property = fc.asyncProperty(seeds, fc.nat(1e6), async (bytes, age) => {
      const other = keyPairFrom(bytes);
      expect(authenticate(await show(later(-age), other), keys)).toBe("forged");
      expect(authenticate(await show(later(-age)), keys)).toMatchObject({ id: token.id });
    });
    await fc.assert(property, { seed, numRuns: 20 });
  });

  it("is made as well by a key that cannot leave its phone", async () => {
    const kind = { name: "ECDSA", namedCurve: "P-256" };
    const made = await crypto.subtle.generateKey(kind, false, ["sign", "verify"]);
    const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", made.publicKey);
    const point = publicKeyAt(Buffer.from(x, "base64url"), Buffer.from(y, "base64url"))!;
    const own = issueToken({ ...token, device: point }, { ...issuer, keyId });
    const hash = { name: "ECDSA", hash: "SHA-256" };
    const code = await present(
      own,
      async (message) =>
        new Uint8Array(await crypto.subtle.sign(hash, made.privateKey, Uint8Array.from(message))),
      noon,
    );
    expect(authenticate(code, keys)).toMatchObject({ id: token.id, shownAt: noon });
  });

  it("of a token made before its issuer's key is forged, and one that outlives the key ends with it", async () => {
    const shownOf = async (change: Partial<Token>) => {
      const odd = issueToken({ ...token, ...change }, { ...issuer, keyId });
      return authenticate(await present(odd, signerOf(device), noon), keys);
    };
    expect(await shownOf({ issuedAt: new Date("2025-12-31") })).toBe("forged");
    expect(await shownOf({ expiresAt: new Date("2040-01-01") })).toMatchObject({
      expiresAt: new Date("2029-01-01"),
    });
  });

  it("cannot lend its device's signature to another token", async () => {
    const other = issueToken({ ...token, name: "王*" }, { ...issuer, keyId });
    const [one, two] = [readSigned(inflate(await show(noon)))!, readSigned(other)!];
    const mixed = writeSigned({ ...two, unprotected: one.unprotected });
    expect(authenticate(wrapped(mixed), keys)).toBe("forged");
  });

  it(`with any bit of it changed is not taken (seed ${seed})`, async () => {
    const message = inflate(await show(noon));
    const property = fc.property(fc.nat(message.length * 8 - 1), (bit) => {
      const changed = Uint8Array.from(message);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(["unreadable", "forged", "unknown-key"]).toContain(
        authenticate(wrapped(changed), keys),
      );
    });
    fc.assert(property, { seed, numRuns: 100 });
  });

  it(`with any letter of it changed is not taken (seed ${seed})`, async () => {
    const text = await show(noon);
    const property = fc.property(
      fc.nat(text.length - 1),
      fc.constantFrom(..."0AZ :/"),
      (at, letter) => {
        fc.pre(text[at] !== letter);
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        expect(typeof authenticate(changed, keys)).toBe("string");
      },
    );
    fc.assert(property, { seed, numRuns: 400 });
  });

  it.each(["", "NJ1:", "HC1:NCFOXN", "https://例.cn/", "NJ1:0", `NJ1:${"A".repeat(2001)}`])(
    "is not read from what is no code (%#)",
    (text) => expect(authenticate(text, keys)).toBe("unreadable"),
  );
});

it("a phone with a wrong clock shows the house's time", () => {
  const sentAt = new Date("2020-01-01T00:00:00.000Z");
  const receivedAt = new Date("2020-01-01T00:00:00.400Z");
  const offset = clockOffset(noon, { sentAt, receivedAt });
  expect(new Date(receivedAt.getTime() + offset)).toEqual(later(0.2));
});

const inflate = (text: string): Uint8Array => inflateSync(readBase45(text.slice(4))!);

/** As the writer wraps: a zlib stream of one stored block. */
function wrapped(message: Uint8Array): string {
  const stream = deflateSync(message, { level: 0 });
  stream[1] = 1;
  return `NJ1:${toBase45(stream)}`;
}
