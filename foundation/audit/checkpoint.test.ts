// Signed notes against the published example, and checkpoints made of them.
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkpointSigner, openCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { noteSigner, openNote, signNote } from "./note.ts";

/** The published example of Go's sumdb/note, which the format comes from. */
const published = {
  seed: Buffer.from("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "base64").subarray(1),
  verifierKey: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  text:
    "If you think cryptography is the answer to your problem,\n" +
    "then you don't know what your problem is.\n",
  signature:
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
};

describe("A signed note", () => {
  const { seed, verifierKey, text, signature } = published;
  const note = `${text}\n${signature}`;

  test("is byte for byte the published one", () => {
    const signer = noteSigner("PeterNeumann", seed);
    expect(signer.verifierKey).toBe(verifierKey);
    expect(signNote(text, signer)).toBe(note);
    expect(openNote(note, verifierKey)).toBe(text);
  });

  test("does not open when any character of it is changed, left out or added", () => {
    for (let at = 0; at < note.length; at++) {
      const [before, character, after] = [note.slice(0, at), note[at]!, note.slice(at + 1)];
      const changed = String.fromCharCode(character.charCodeAt(0) ^ 1);
      for (const altered of [changed, "", character + changed]) {
        expect(openNote(before + altered + after, verifierKey), `${at} ${altered}`).toBeUndefined();
      }
    }
  });

  test("opens beside the signatures of witnesses, not with theirs alone", () => {
    const witness = noteSigner("witness.example", randomBytes(32));
    const line = signNote(text, witness).slice(text.length + 1);
    expect(openNote(`${text}\n${line}${signature}`, verifierKey)).toBe(text);
    expect(openNote(`${text}\n${line}`, verifierKey)).toBeUndefined();
  });

  test("keeps empty lines of its text", () => {
    const signer = noteSigner("example.com/foo", randomBytes(32));
    const spaced = "one\n\ntwo\n";
    expect(openNote(signNote(spaced, signer), signer.verifierKey)).toBe(spaced);
  });

  test("is never made of half a line or control characters, nor by a name with a space", () => {
    const signer = noteSigner("a", randomBytes(32));
    expect(() => signNote("no end", signer)).toThrow(RangeError);
    expect(() => signNote("tab\t\n", signer)).toThrow(RangeError);
    expect(() => noteSigner("two words", randomBytes(32))).toThrow(RangeError);
  });

  test("is not read with a verifier key that was mistyped", () => {
    expect(() => openNote(note, verifierKey.replace("c74f", "c74e"))).toThrow(RangeError);
    expect(() => openNote(note, verifierKey.slice(0, -4))).toThrow(RangeError);
  });
});

describe("A checkpoint", () => {
  const secret = randomBytes(32);
  const signer = checkpointSigner({ derive: () => secret }, "union.example.cn/record");
  const head = { size: 20852163, root: randomBytes(32), at: new Date("2026-03-01T08:00:00.000Z") };
  const checkpoint = signCheckpoint(head, signer);

  test("is origin, size, root and time, and opens with the signer's public key", () => {
    expect(checkpoint.split("\n").slice(0, 5)).toEqual([
      "union.example.cn/record",
      "20852163",
      head.root.toString("base64"),
      "time 2026-03-01T08:00:00.000Z",
      "",
    ]);
    expect(openCheckpoint(checkpoint, signer.verifierKey)).toEqual({
      origin: "union.example.cn/record",
      ...head,
    });
  });

  test("with another size is refused in words an operator understands", () => {
    const forged = checkpoint.replace("20852163", "20852164");
    expect(() => openCheckpoint(forged, signer.verifierKey)).toThrow("已被改动");
  });

  test("of another log is refused, though the key is the same", () => {
    const other = checkpointSigner({ derive: () => secret }, "other.example.cn/record");
    expect(() => openCheckpoint(signCheckpoint(head, other), signer.verifierKey)).toThrow("公钥");
  });

  test.each([
    ["another text", "hello\n"],
    ["a size with leading zeros", "union.example.cn/record\n01\nROOT\ntime 2026-03-01T08:00:00Z\n"],
    ["a short root", "union.example.cn/record\n1\nAAAA\ntime 2026-03-01T08:00:00Z\n"],
    ["a foreign origin", "other.example.cn/record\n1\nROOT\ntime 2026-03-01T08:00:00Z\n"],
    ["no time", "union.example.cn/record\n1\nROOT\n"],
  ])("is not %s, even when that is signed", (_what, text) => {
    const note = signNote(text.replace("ROOT", head.root.toString("base64")), signer);
    expect(() => openCheckpoint(note, signer.verifierKey)).toThrow("不是本系统操作记录的树头");
  });

  test("is not signed for a size or root that cannot be", () => {
    expect(() => signCheckpoint({ ...head, size: -1 }, signer)).toThrow(RangeError);
    expect(() => signCheckpoint({ ...head, root: Buffer.alloc(31) }, signer)).toThrow(RangeError);
  });
});
