// Chains of hashes: one form for the same data, and any changed byte found.
import type { Action } from "@niangjia/engine/process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenAt, canonicalJson, chainOf } from "./dossier-chain.ts";

const by = { accountId: null, personId: null, postId: null, words: "测试干事" };
const action = (id: number, opinion: string): Action => ({
  ...{ id, kind: "agree", at: "2026-11-21T01:00:00.000Z", day: "2026-11-21" as Action["day"], by },
  ...{ opinion, node: "review", task: 1, round: 1, to: null, concerned: [] },
  patch: { status: "running" },
});

describe("canonical JSON", () => {
  it("is the example of RFC 8785, section 3.2.2", () => {
    const example = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("reads back as the same data, whatever the order of its members", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: undefined, "\u20ac": 2, "\r": 3 })).toBe(
      '{"\\r":3,"b":1,"€":2}',
    );
  });
});

describe("a chain", () => {
  const actions = [action(1, "请审核"), action(2, "同意"), action(3, "同意，请尽快")];
  const chain = chainOf("20261121-000001", actions);

  it("holds as it was made, and depends on the number of the case", () => {
    expect(brokenAt("20261121-000001", chain)).toBeUndefined();
    expect(brokenAt("20261121-000002", chain)).toBe(1);
  });

  it("finds the action of which any one byte was changed", () => {
    const places = fc.integer({ min: 0, max: 2 }).chain((line) =>
      fc.record({
        line: fc.constant(line),
        at: fc.integer({ min: 0, max: Buffer.byteLength(chain[line]!.text) - 1 }),
        flip: fc.integer({ min: 1, max: 127 }),
      }),
    );
    fc.assert(
      fc.property(places, ({ line, at, flip }) => {
        const bytes = Buffer.from(chain[line]!.text, "latin1");
        bytes[at % bytes.length]! ^= flip;
        const forged = chain.map((one, index) =>
          index === line ? { ...one, text: bytes.toString("latin1") } : one,
        );
        expect(brokenAt("20261121-000001", forged)).toBe(line + 1);
      }),
    );
  });

  it("finds lines that were left out or changed places", () => {
    expect(brokenAt("20261121-000001", [chain[0]!, chain[2]!])).toBe(3);
    expect(brokenAt("20261121-000001", [chain[1]!, chain[0]!, chain[2]!])).toBe(2);
  });
});
