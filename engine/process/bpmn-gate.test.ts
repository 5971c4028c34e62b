// Tests of the gate: hostile files are named and never parsed, in time that grows with their size only.
import { cpuUsage } from "node:process";
import { describe, expect, test } from "vitest";
import { toBpmn } from "./bpmn.ts";
import { bytesAtMost, gateFault } from "./bpmn-gate.ts";
import { fromBpmn } from "./bpmn-reading.ts";
import { cadreOf, flow, officerOf, review } from "./flow.ts";
import type { Unsound } from "./soundness.ts";

const sayOf = async (xml: string) => ((await fromBpmn(xml)) as Unsound[])[0]?.say;
const wrapped = (inner: string) => `<?xml version="1.0"?><definitions>${inner}</definitions>`;
const process = (inner: string) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  targetNamespace="x"><process id="p">${inner}</process></definitions>`;

describe("a file that is not read", () => {
  test.each<[string, string]>([
    ["实体", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${wrapped("&b;")}`],
    ["实体", `<!DOCTYPE x SYSTEM "file:///etc/passwd">${wrapped("")}`],
    ["实体", wrapped(`<!ENTITY % e SYSTEM "http://example.org/x">`)],
    ["50 层", wrapped("<a>".repeat(60) + "</a>".repeat(60))],
    ["10000 项", wrapped("<a/>".repeat(10_001))],
    ["800 KB", wrapped("流".repeat(bytesAtMost / 3))],
    ["UTF-8", wrapped("\ufffd")],
    ["UTF-8", `${wrapped("")}\u0000`],
    ["不完整", '<a b="'],
    ["不完整", "<!-- "],
    ["不是 BPMN", "%PDF-1.7"],
    ["不是 BPMN", ""],
  ])("says why: %s", async (words, xml) => {
    expect(await sayOf(xml)).toContain(words);
  });

  test("is told within a moment, however it is made", () => {
    // Its own time alone: what else the machine does meanwhile is not counted.
    const began = cpuUsage();
    for (const piece of ["<!--", "<", '<a b="', "<a ", "<?", "<a>", "<![CDATA["]) {
      expect(gateFault(piece.repeat(Math.floor((bytesAtMost - 10) / piece.length)))).toBeDefined();
    }
    const { user } = cpuUsage(began);
    expect(user / 1_000).toBeLessThan(1_000);
  });

  test("has no more steps than a flow, and no data nested to be followed down", async () => {
    const many = Array.from({ length: 301 }, (_, index) => `<task id="t${index}"/>`).join("");
    expect(await sayOf(process(many))).toContain("最多 300 个");
    const nested = `{&quot;when&quot;:${"{&quot;not&quot;:".repeat(500)}1${"}".repeat(501)}`;
    const edge = `<sequenceFlow id="f" sourceRef="s" targetRef="e"><extensionElements>
      <niangjia:data xmlns:niangjia="urn:niangjia:flow:1">${nested}</niangjia:data>
      </extensionElements><conditionExpression>x</conditionExpression></sequenceFlow>`;
    const xml = process(`<startEvent id="s"/>${edge}<endEvent id="e"/>`);
    expect(await sayOf(xml)).toContain("读不懂");
    for (const id of ["__proto__", "constructor", "toString"]) {
      const odd = process(`<startEvent id="s"/><task id="${id}"/><endEvent id="${id}"/>`);
      expect(Array.isArray(await fromBpmn(odd))).toBe(true);
    }
  });
});

test("what the house writes passes, with marks of XML in its words", async () => {
  const title = 'a > b <!-- "引号" & </x>';
  const drawn = flow(review(officerOf("union"), { title, basis: "《办法》第 3 条 >" }));
  expect(gateFault(await toBpmn(drawn, { title }))).toBeUndefined();
  expect(gateFault(`\ufeff${wrapped(`<a b="x > y"/><a b='/>'></a>`)}`)).toBeUndefined();
  const long = flow(...Array.from({ length: 100 }, () => review(cadreOf("union.county"))));
  expect(await fromBpmn(await toBpmn(long, { title }))).toEqual(long);
});
