// The keyring: sealing, tampering, moving, rotating, and a key file that is lost or damaged.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createKeyring, KeyringError, type SuiteName } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "niangjia-keys-"));
let count = 0;
const newFile = () => join(folder, `${++count}.json`);
const place = { field: "person.identity", row: "0198f0a0-0000-7000-8000-000000000001" };
const identity = "430121199001011234";

afterAll(() => rmSync(folder, { recursive: true }));

describe.each<SuiteName>(["aes", "sm"])("A value sealed with %s", (suite) => {
  const keys = createKeyring({ file: newFile(), suite });
  const sealed = keys.encrypt(place, identity);

  test("opens in its place and tells nothing but its length", () => {
    expect(keys.decrypt(place, sealed)).toBe(identity);
    expect(sealed).toHaveLength(33 + identity.length);
    expect(keys.encrypt(place, identity).equals(sealed)).toBe(false);
  });

  test("does not open when any one byte of it is flipped", () => {
    for (let at = 0; at < sealed.length; at++) {
      const flipped = Buffer.from(sealed);
      flipped[at]! ^= 1;
      expect(() => keys.decrypt(place, flipped), `byte ${at}`).toThrow(KeyringError);
    }
  });

  test("does not open when it is cut or lengthened", () => {
    for (let length = 0; length < sealed.length; length++) {
      expect(() => keys.decrypt(place, sealed.subarray(0, length))).toThrow(KeyringError);
    }
    expect(() => keys.decrypt(place, Buffer.concat([sealed, Buffer.alloc(1)]))).toThrow("被改动过");
  });

  test("does not open in another row or another field", () => {
    const elsewhere = { ...place, row: "0198f0a0-0000-7000-8000-000000000002" };
    expect(() => keys.decrypt(elsewhere, sealed)).toThrow("被挪到了别的记录");
    expect(() => keys.decrypt({ ...place, field: "person.phone" }, sealed)).toThrow(KeyringError);
  });

  test("does not open with the keys of another house, which is said", () => {
    const other = createKeyring({ file: newFile(), suite });
    expect(() => other.decrypt(place, sealed)).toThrow("可能用错了密钥文件");
    expect(other.fingerprint).not.toBe(keys.fingerprint);
  });

  test("opens after the keys are rotated, and is known to be old", async () => {
    const file = newFile();
    const rotated = createKeyring({ file, suite });
    const old = rotated.encrypt(place, identity);
    expect(rotated.needsRotation(old)).toBe(false);
    await rotated.rotate();
    expect(rotated.decrypt(place, old)).toBe(identity);
    expect(rotated.needsRotation(old)).toBe(true);
    expect(rotated.needsRotation(rotated.encrypt(place, identity))).toBe(false);
    expect(createKeyring({ file }).decrypt(place, old)).toBe(identity);
  });

  test("has a blind index that is the same for the same value of the same field only", () => {
    expect(keys.blind("phone", "13800138000")).toHaveLength(16);
    expect(keys.blind("phone", "13800138000")).toEqual(keys.blind("phone", "13800138000"));
    expect(keys.blind("phone", "13800138001")).not.toEqual(keys.blind("phone", "13800138000"));
    expect(keys.blind("bank", "13800138000")).not.toEqual(keys.blind("phone", "13800138000"));
  });
});

describe("Rotation", () => {
  test("reaches a process that opened the file before it", async () => {
    const file = newFile();
    const running = createKeyring({ file });
    const other = createKeyring({ file });
    await other.rotate();
    expect(running.decrypt(place, other.encrypt(place, identity))).toBe(identity);

    await other.rotateIndex();
    vi.useFakeTimers({ now: Date.now() + 1001, toFake: ["Date"] });
    expect(running.blind("phone", "1")).toEqual(other.blind("phone", "1"));
    vi.useRealTimers();
  });

  test("loses no key when several processes rotate at once", async () => {
    const file = newFile();
    const rings = Array.from({ length: 5 }, () => createKeyring({ file }));
    await Promise.all(rings.map((ring) => ring.rotate()));
    expect(JSON.parse(readFileSync(file, "utf8")).fields.keys).toHaveLength(6);
  });

  test("changes from AES to the national ciphers while old values still open", async () => {
    const keys = createKeyring({ file: newFile() });
    const old = keys.encrypt(place, identity);
    await keys.rotate("sm");
    expect(keys.suite).toBe("sm");
    expect(keys.decrypt(place, old)).toBe(identity);
    expect(keys.decrypt(place, keys.encrypt(place, identity))).toBe(identity);
  });

  test("of the blind index keeps old entries findable, the current first", async () => {
    const keys = createKeyring({ file: newFile() });
    const old = keys.blind("phone", "13800138000");
    await keys.rotateIndex();
    const now = keys.blind("phone", "13800138000");
    expect(now).not.toEqual(old);
    expect(keys.blinds("phone", "13800138000")).toEqual([now, old]);
    expect([keys.needsReindex(old), keys.needsReindex(now)]).toEqual([true, false]);
  });
});

describe("The key file", () => {
  test("is readable by its owner only, and refused when others can read it", () => {
    const file = newFile();
    createKeyring({ file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o640);
    expect(() => createKeyring({ file })).toThrow(`chmod 600 ${file}`);
  });

  test("that is lost or damaged is never silently replaced, nor quoted", () => {
    const file = newFile();
    expect(() => createKeyring({ file, mustExist: true })).toThrow("请从备份中恢复它");
    createKeyring({ file });
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.slice(0, -20));
    expect(() => createKeyring({ file })).toThrow("已损坏");
    expect(readFileSync(file, "utf8")).toBe(whole.slice(0, -20));
  });

  test("keeps a running server working when it vanishes", async () => {
    const file = newFile();
    const keys = createKeyring({ file });
    rmSync(file);
    expect(keys.decrypt(place, keys.encrypt(place, identity))).toBe(identity);
    await expect(keys.rotate()).rejects.toThrow("没有找到密钥文件");
  });
});

describe("Derived secrets and signatures", () => {
  const file = newFile();
  const keys = createKeyring({ file });

  test("are the same after a restart and a rotation, and differ by purpose", async () => {
    const cookie = keys.derive("cookie");
    await keys.rotate();
    expect(createKeyring({ file }).derive("cookie")).toEqual(cookie);
    expect(cookie).toHaveLength(32);
    expect(keys.derive("checkpoint")).not.toEqual(cookie);
    expect(keys.derive("cookie", 64)).toHaveLength(64);
  });

  test("verify a link for its own purpose and words only", () => {
    const signature = keys.sign("file", "roster.xlsx until 2026-01-01");
    expect(keys.verify("file", "roster.xlsx until 2026-01-01", signature)).toBe(true);
    expect(keys.verify("file", "roster.xlsx until 2027-01-01", signature)).toBe(false);
    expect(keys.verify("card", "roster.xlsx until 2026-01-01", signature)).toBe(false);
    expect(keys.verify("file", "roster.xlsx until 2026-01-01", "")).toBe(false);
  });
});
