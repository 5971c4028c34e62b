// Tests of BPMN: valid by the standard's own schema, drawn without gaps, and the same flow when read back.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BpmnModdle } from "bpmn-moddle";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { toBpmn } from "./bpmn.ts";
import { fromBpmn } from "./bpmn-reading.ts";
import { idOf, xmlId } from "./bpmn-words.ts";
import { is } from "./condition.ts";
import {
  arm,
  cadreOf,
  chairOf,
  choose,
  copy,
  days,
  flow,
  notice,
  officerOf,
  otherwise,
  review,
  sub,
  timed,
  together,
  wait,
  workdays,
} from "./flow.ts";
import { definitions } from "./testing-definitions.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

const schemaOf = (fileName: string) => {
  const resolve = createRequire(import.meta.url).resolve;
  const path = resolve(`bpmn-moddle/resources/bpmn/xsd/${fileName}`);
  return { fileName, contents: readFileSync(path, "utf8") };
};
const schema = [schemaOf("BPMN20.xsd")];
const preload = ["BPMNDI.xsd", "DC.xsd", "DI.xsd", "Semantic.xsd"].map(schemaOf);

const title = "入会申请 <&> “试”";
const whole = timed(
  { within: workdays(20), overseer: chairOf("union.county") },
  review(officerOf("union"), { id: "初审", within: workdays(2), basis: "《办法》第二条 & “附件”" }),
  choose(
    arm("困难", is("poor", true), review(chairOf("union")), sub("needy.file")),
    otherwise("其他", wait(days(3))),
  ),
  together(otherwise("甲"), otherwise("乙", notice(workdays(5), cadreOf("union.county")))),
  copy(officerOf("union.parent")),
);

describe("a flow as BPMN 2.0", () => {
  test("is valid by the standard's schema, whatever the flow", { timeout: 60_000 }, async () => {
    const others = fc.sample(definitions, { seed, numRuns: 25 });
    const xml = await Promise.all(
      [whole, ...others].map(async (definition, index) => ({
        ...{ fileName: `flow-${index}.bpmn`, contents: await toBpmn(definition, { title }) },
      })),
    );
    const { valid, errors } = await validateXML({ xml, schema, preload });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    const broken = xml[0]!.contents.replace("<bpmn:userTask", "<bpmn:userWish");
    const refused = await validateXML({
      ...{ xml: { fileName: "broken.bpmn", contents: broken }, schema, preload },
    });
    expect(refused.valid).toBe(false);
  });

  test("reads without a warning in a plain BPMN tool, and every element has its place", async () => {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(
      await toBpmn(whole, { title }),
    );
    expect(warnings).toEqual([]);
    const [process] = rootElement.rootElements!;
    const drawn = rootElement.diagrams![0]!.plane!.planeElement!.map(
      ({ bpmnElement }) => bpmnElement,
    );
    expect(new Set(drawn)).toEqual(new Set(process!.flowElements));
  });

  test("lets no two steps lie on one another", async () => {
    await fc.assert(
      fc.asyncProperty(definitions, async (definition) => {
        const { rootElement } = await new BpmnModdle().fromXML(await toBpmn(definition, { title }));
        const boxes = rootElement.diagrams![0]!.plane!.planeElement!.flatMap(
          ({ bounds }) => bounds ?? [],
        );
        for (const [index, one] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) {
            const apart =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y;
            expect(apart).toBe(true);
          }
        }
      }),
      { seed, numRuns: 40 },
    );
  });

  test("is the same flow when it is read back", { timeout: 60_000 }, async () => {
    expect(await fromBpmn(await toBpmn(whole, { title }))).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(definitions, async (definition) => {
        expect(await fromBpmn(await toBpmn(definition, { title }))).toEqual(definition);
      }),
      { seed, numRuns: 200 },
    );
  });

  test("has ids XML allows, whatever those of the flow, and each comes back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (id) => {
        expect(xmlId(id)).toMatch(/^[A-Za-z_][A-Za-z0-9_.-]*$/);
        expect(idOf(xmlId(id))).toBe(id);
      }),
      { seed },
    );
  });
});

const drawing = (elements: string) => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
<process id="p"><startEvent id="s" name="开始"/>${elements}<endEvent id="e"/></process></definitions>`;
const edge = (from: string, to: string, inner = "") =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;

describe("what another tool drew", () => {
  test("becomes a draft: tasks are reviews of the union's officer, timers waits", async () => {
    const xml = drawing(
      `<task id="a" name="看材料"/><intermediateCatchEvent id="w" name="等三天">
      <timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition>
      </intermediateCatchEvent>${edge("s", "a")}${edge("a", "w")}${edge("w", "e")}`,
    );
    expect(await fromBpmn(xml)).toEqual(
      flow(
        review(officerOf("union"), { id: "a", title: "看材料" }),
        wait(days(3), { id: "w", title: "等三天" }),
      ),
    );
  });

  test("is refused with the way to what cannot be read", async () => {
    const script = drawing(`<scriptTask id="a" name="脚本"/>${edge("s", "a")}${edge("a", "e")}`);
    expect(await fromBpmn(script)).toMatchObject([{ path: [{ id: "a", title: "脚本" }] }]);
    const condition = "<conditionExpression>x &gt; 1</conditionExpression>";
    const foreign = drawing(
      `<task id="a" name="甲"/>${edge("s", "a", condition)}${edge("a", "e")}`,
    );
    expect(await fromBpmn(foreign)).toMatchObject([{ path: [{ id: "s_a" }] }]);
    const lost = drawing(`<task id="a" name="甲"/>${edge("s", "a")}${edge("s", "e")}`);
    expect(await fromBpmn(lost)).toMatchObject([
      { fault: "endless", path: [{ id: "s" }, {}, { id: "a" }] },
    ]);
  });

  test("never throws: not XML, not BPMN, or our own data forged", async () => {
    const forged = (await toBpmn(whole, { title }))
      .replace("&quot;", "")
      .replace('"of":', '"off":');
    for (const xml of ["", "no", "<a/>", "<definitions/>", drawing("<task/>"), forged]) {
      expect(Array.isArray(await fromBpmn(xml))).toBe(true);
    }
  });
});
