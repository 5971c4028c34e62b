// COSE: messages others made are read and verified, ours are taken for theirs.
import { createPublicKey, X509Certificate } from "node:crypto";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readBase45 } from "./base45.ts";
import {
  type Cbor,
  claim,
  coordinatesOf,
  coseKeyOf,
  countersign,
  countersignatureStructure,
  isCountersigned,
  isMap,
  isSigned,
  keyPairFrom,
  type PublicKey,
  publicKeyAt,
  readCbor,
  readCoseKey,
  readCountersignature,
  readSigned,
  sign,
  signerOf,
  toCbor,
  writeSigned,
} from "./cose.ts";

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));
const pointAt = (x: string, y: string): PublicKey => publicKeyAt(hex(x), hex(y))!;
const mapOf = (bytes: Uint8Array): Record<string, Cbor> =>
  Object.fromEntries(readCbor(bytes) as Map<string, Cbor>);

/** RFC 8392, A.3; https://github.com/cose-wg/Examples CWT/A_3.json. */
const signedToken = hex(
  "D28447A20319FDE80126A05853A70175636F61703A2F2F61732E6578616D706C652E636F6D02656572696B77037818636F61703A2F2F6C696768742E6578616D706C652E636F6D04C11A5612AEB005C11A5610D9F006C11A5610D9F007420B7158408CAAD9EBD60E5F41CD683771E8A02CADE07D894DD1CFAF3A23C6481546E78FEBC0C13E8F649096F347480DB3E8C16CDDC04116A3874CF0A4DA2F4CB2D67C8EB0",
);
const tokenKey = pointAt(
  "c4f9160fc22682991c59c4d96e8accc2da3cc7b7a9bc197c7c1e1bc6d0c1dc61",
  "feb11ca73b028a10cf77d58a2dfdf2a11eab8ffeeeaaeeb03097ffee9f3ef2fc",
);

/** COSE WG example countersign-v2/signed1-01.json (RFC 9338). */
const countersigned = hex(
  "D28445A201260300A2046231310B8344A1013823A104781E62696C626F2E62616767696E7340686F626269746F6E2E6578616D706C65588400C942E13E57FD230CB38CFE4A1AEAAEFE1131793D5170766C768690113FBF391B847A8B8A2760D24F71837684B42932305DED2AC848BFA5C747769120AF56A4F85901D9797F12F992FA4968DBFEC88CD01E36DBF6F7840652E71A0C7A8B9E6E2B49FF0B5D0D2F8F7D644CF1EFF02C3B585A9FBB77E822F4C8BD10205A09049D1B2024C254546869732069732074686520636F6E74656E742E5840BB587D6B15F47BFD54D2CBFCECEF75451E92B08A514BD439FA3AA65C6AC92DF0D7328C4A47529B32ADD3DD1B4E940071C021E9A8F2641F1D8E3B053DDD65AE52",
);
const contentKey = pointAt(
  "bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff",
  "20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e",
);

/** An EU health certificate and who signed it: dgc-testdata, AT/2DCode/raw/1.json. */
const healthCertificate =
  "HC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B+9G4G50PHZF0AT4V22F/8X*G3M9JUPY0BX/KR96R/S09T./0LWTKD33236J3TA3M*4VV2 73-E3GG396B-43O058YIB73A*G3W19UEBY5:PI0EGSP4*2DN43U*0CEBQ/GXQFY73CIBC:G 7376BXBJBAJ UNFMJCRN0H3PQN*E33H3OA70M3FMJIJN523.K5QZ4A+2XEN QT QTHC31M3+E32R44$28A9H0D3ZCL4JMYAZ+S-A5$XKX6T2YC 35H/ITX8GL2-LH/CJTK96L6SR9MU9RFGJA6Q3QR$P2OIC0JVLA8J3ET3:H3A+2+33U SAAUOT3TPTO4UBZIC0JKQTL*QDKBO.AI9BVYTOCFOPS4IJCOT0$89NT2V457U8+9W2KQ-7LF9-DF07U$B97JJ1D7WKP/HLIJL8JF8JFHJP7NVDEBU1J*Z222E.GJ457661CFFTWM-8P2IUE7K*SSW613:9/:TT5IYQBTBU16R4I1A/9VRPJ-TS.7ZEM7MSVOCD4RG2L-TQJROXL2J:52J7F0Q10SMAP3CG3KHF0DWIH";
const signer =
  "MIIBvTCCAWOgAwIBAgIKAXk8i88OleLsuTAKBggqhkjOPQQDAjA2MRYwFAYDVQQDDA1BVCBER0MgQ1NDQSAxMQswCQYDVQQGEwJBVDEPMA0GA1UECgwGQk1TR1BLMB4XDTIxMDUwNTEyNDEwNloXDTIzMDUwNTEyNDEwNlowPTERMA8GA1UEAwwIQVQgRFNDIDExCzAJBgNVBAYTAkFUMQ8wDQYDVQQKDAZCTVNHUEsxCjAIBgNVBAUTATEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASt1Vz1rRuW1HqObUE9MDe7RzIk1gq4XW5GTyHuHTj5cFEn2Rge37+hINfCZZcozpwQKdyaporPUP1TE7UWl0F3o1IwUDAOBgNVHQ8BAf8EBAMCB4AwHQYDVR0OBBYEFO49y1ISb6cvXshLcp8UUp9VoGLQMB8GA1UdIwQYMBaAFP7JKEOflGEvef2iMdtopsetwGGeMAoGCCqGSM49BAMCA0gAMEUCIQDG2opotWG8tJXN84ZZqT6wUBz9KF8D+z9NukYvnUEQ3QIgdBLFSTSiDt0UJaDF6St2bkUQuVHW6fQbONd731/M4nc=";

function signerKey(): PublicKey {
  const { publicKey } = new X509Certificate(Buffer.from(signer, "base64"));
  const { x = "", y = "" } = createPublicKey(
    publicKey.export({ type: "spki", format: "pem" }),
  ).export({ format: "jwk" });
  return publicKeyAt(Buffer.from(x, "base64url"), Buffer.from(y, "base64url"))!;
}

describe("a message others made", () => {
  it("is verified: the signed token of RFC 8392", () => {
    const signed = readSigned(signedToken)!;
    expect(isSigned(signed, tokenKey)).toBe(true);
    expect(isSigned(signed, contentKey)).toBe(false);
    expect(mapOf(signed.payload)).toMatchObject({
      [claim.issuer]: "coap://as.example.com",
      [claim.expires]: 1_444_064_944,
      [claim.id]: hex("0B71"),
    });
  });

  it("is verified below a countersignature, of which the covered bytes are those of RFC 9338", () => {
    const signed = readSigned(countersigned)!;
    expect(isSigned(signed, contentKey)).toBe(true);
    const by = readCountersignature(signed)!;
    expect(by.protected.get(1)).toBe(-36);
    // The example leaves out the first signature, which 3.3 of the RFC asks to be covered as well.
    const covered = readCbor(countersignatureStructure(signed, by.protectedBytes)) as Cbor[];
    expect(
      Buffer.from(toCbor(covered.slice(0, 5)))
        .toString("hex")
        .slice(2)
        .toUpperCase(),
    ).toBe(
      "72436F756E7465725369676E6174757265563245A20126030044A10138234054546869732069732074686520636F6E74656E742E",
    );
    expect(covered[5]).toEqual([signed.signature]);
  });

  it("is verified: a health certificate of the EU", () => {
    const signed = readSigned(inflateSync(readBase45(healthCertificate.slice(4))!))!;
    expect(isSigned(signed, signerKey())).toBe(true);
    expect(mapOf(signed.payload)).toMatchObject({ [claim.issuer]: "AT" });
  });
});

describe("a message of ours", () => {
  const issuer = keyPairFrom(new Uint8Array(48).fill(1));
  const device = keyPairFrom(new Uint8Array(48).fill(2));
  const claims = new Map<number, Cbor>([[claim.issuer, "CN-430000"]]);
  const signed = sign(toCbor(claims), { ...issuer, keyId: hex("0102030405060708") });

  it("is a message of RFC 9052, and its signature that of the platform's own ES256", async () => {
    const bytes = writeSigned(signed);
    expect(Buffer.from(bytes).toString("hex")).toMatch(/^d2844da2012604480102030405060708a0/);
    const read = readSigned(bytes)!;
    expect(read.payload).toEqual(toCbor(claims));
    const key = await crypto.subtle.importKey(
      "raw",
      Uint8Array.from(issuer.point),
      { name: "ECDSA", namedCurve: "P-256" },
      false,
      ["verify"],
    );
    const covered = toCbor(["Signature1", read.protectedBytes, new Uint8Array(), read.payload]);
    const verdict = await crypto.subtle.verify(
      { name: "ECDSA", hash: "SHA-256" },
      key,
      Uint8Array.from(read.signature),
      Uint8Array.from(covered),
    );
    expect(verdict).toBe(true);
  });

  it("keeps its signature when somebody countersigns it, and the countersignature is that one's only", async () => {
    const claims = new Map([[claim.issuedAt, 7]]);
    const both = readSigned(writeSigned(await countersign(signed, claims, signerOf(device))))!;
    const by = readCountersignature(both)!;
    expect(isSigned(both, issuer)).toBe(true);
    expect(isCountersigned(both, by, device)).toBe(true);
    expect(isCountersigned(both, by, issuer)).toBe(false);
    const other = sign(toCbor(new Map([[claim.issuer, "x"]])), { ...issuer, keyId: hex("01") });
    expect(isCountersigned(other, by, device)).toBe(false);
  });

  it("carries a key in half its size, which others may write whole", async () => {
    const key = coseKeyOf(device);
    expect(toCbor(key).length).toBe(42);
    expect(readCoseKey(readCbor(toCbor(key)))).toEqual({ point: device.point });
    const imported = await crypto.subtle.importKey(
      "raw",
      Uint8Array.from(device.point),
      { name: "ECDSA", namedCurve: "P-256" },
      true,
      ["verify"],
    );
    const jwk = await crypto.subtle.exportKey("jwk", imported);
    const { x, y } = coordinatesOf(device);
    expect(Buffer.from(x).toString("base64url")).toBe(jwk.x);
    expect(Buffer.from(y).toString("base64url")).toBe(jwk.y);
    const whole = new Map(key).set(-3, y);
    expect(readCoseKey(whole)).toEqual({ point: device.point });
    expect(readCoseKey(new Map(whole).set(-2, new Uint8Array(32)))).toBeUndefined();
  });

  it.each([
    ["nothing", ""],
    ["no CBOR", "ff"],
    ["a map", "a0"],
    ["a payload that is no bytes", "d28443a10126a0f640"],
    ["a message and something more", "d28443a10126a04040" + "00"],
  ])("is not read from %s", (_what, bytes) => {
    expect(readSigned(hex(bytes))).toBeUndefined();
    expect(isMap(readCbor(hex(bytes)))).toBe(bytes === "a0");
  });
});
