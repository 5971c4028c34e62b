// Flows as files over HTTP: drawn elsewhere, read, kept as a proposal, agreed to, and cases run on it; or refused by step.
import { describe, expect, it } from "vitest";
import { tree } from "../../server/testing.ts";
import { agree, fileSample, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

const flow = "/api/cases/flows/sample.local";

async function openScene() {
  const house = await openSampleHouse();
  const chair = await house.signIn("chair", tree.changshaCounty);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const common = (await cadre.get(`${flow}/bpmn`)).bytes.toString("utf8");
  const read = async (xml: string) => (await cadre.post(`${flow}/bpmn`, { xml })).body;
  return { house, chair, cadre, common, read };
}

const edge = (from: string, to: string) =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`;

/** As another tool leaves it: the last step deleted, a plain task drawn after the first, no picture. */
function redrawn(common: string): string {
  const dropped = common.replace(/<bpmn:userTask id="approve"[\s\S]*?<\/bpmn:userTask>/, "");
  const lines = dropped.replaceAll(/<bpmn:sequenceFlow[^>]*\/>/g, "");
  const bare = lines.replaceAll(/<bpmn:(?:incoming|outgoing)>[^<]*<[^>]*>/g, "");
  const added = `<bpmn:task id="Activity_1x" name="县里看一看" />
    ${edge("start", "review")}${edge("review", "Activity_1x")}${edge("Activity_1x", "end")}`;
  const drawn = bare.replace("</bpmn:process>", `${added}</bpmn:process>`);
  return drawn.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, "");
}

describe("a flow drawn in another tool", () => {
  it("is kept as a proposal, and after another agreed a case runs on it", async () => {
    const { house, chair, cadre, common, read } = await openScene();
    const found = await read(redrawn(common));
    expect(found).toMatchObject({ faults: [], differences: [] });
    expect(found.words).toEqual([
      "省去“所在工会审批”",
      "在“所在工会审核”之后增加县级以上总工会干部审核，2 个工作日",
    ]);
    const stored = () =>
      house.owner.query("select state, changes from business.case_flow_variants");
    expect((await stored()).rows).toEqual([]);

    const { changes } = found;
    const kept = await cadre.post(`${flow}/variants`, { changes, fromDay: "2026-11-21" });
    expect(kept.status).toBe(200);
    expect((await stored()).rows).toEqual([{ state: "proposed", changes }]);
    const decision = `/api/cases/flows/variants/${kept.body.number}/decision`;
    expect((await cadre.post(decision, { agree: true })).body.code).toBe("cases.variant-own");
    expect((await chair.post(decision, { agree: true })).body.state).toBe("agreed");

    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(1) });
    const { id } = await fileSample(worker, "local", facts);
    expect((await agree(officer, id)).body.status).toBe("running");
    expect((await agree(cadre, id, 2)).body.status).toBe("approved");
  });

  it("says where it differs and why that is not allowed, and gives nothing to propose", async () => {
    const { common, read } = await openScene();
    const renamed = await read(common.replace('name="所在工会审批"', 'name="主席点头"'));
    expect(renamed.changes).toBeNull();
    expect(renamed.stages).not.toBeNull();
    expect(renamed.differences).toEqual(["所在工会审批：只能改由谁办理和期限，不能改名称。"]);
    const slow = await read(common.replace(`{"workdays":2}`, `{"workdays":9}`));
    expect(slow.differences.join()).toContain("期限须在 1 到 5 之间");
  });

  it("says what is wrong with the drawing, and on which way", async () => {
    const { common, read } = await openScene();
    const lost = common.replace(/<bpmn:sequenceFlow id="review.next"[^>]*\/>/, "");
    const { faults, stages, changes } = await read(lost);
    expect({ stages, changes }).toEqual({ stages: null, changes: null });
    expect(faults.join()).toMatch(/所在工会审核.*：从这里走不到结束/);
    const nobody = common.replaceAll(`"officer"`, `"member"`);
    expect((await read(nobody)).faults.join()).toMatch(/→ 所在工会审核：职工、会员.*不能办理/);
  });

  it("is refused when it is hostile, and read by federations alone", async () => {
    const { house, read } = await openScene();
    const bomb = `<!DOCTYPE d [<!ENTITY a "${"a".repeat(500)}">]><d>&a;</d>`;
    expect((await read(bomb)).faults.join()).toContain("实体声明");
    expect((await read("<a>".repeat(100))).faults.join()).toContain("50 层");
    expect((await read("x".repeat(900_000))).faults.join()).toContain("800 KB");
    expect((await read("x".repeat(1_000_001))).code).toBe("http.unreadable");
    const firm = await house.signIn("chair", tree.firm);
    const { body } = await firm.post(`${flow}/bpmn`, { xml: "<a/>" });
    expect(body.code).toBe("cases.not-federation");
  });
});
