// A county's own flows of legal aid (本地流程): somebody looks at the answer, at the lawyer chosen, at the sum found, and
// what aid was granted is not undone by it.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import {
  aidForm,
  assigned,
  assigningOf,
  decide,
  entry,
  file,
  lawyerAt,
  matterRow,
  openHouse,
  setDuty,
} from "./testing.ts";

const done = ({ status, body }: { status: number; body: unknown }): void =>
  expect(status, JSON.stringify(body)).toBe(200);

/** From today a cadre of the county decides after a step of a function. */
async function addedAfter(house: TestHouse, word: string, after: string): Promise<Client> {
  const looks = await house.signIn("cadre", tree.changshaCounty);
  const chair = await house.signIn("chair", tree.changshaCounty);
  const changes = { adds: [{ after, role: "cadre", at: "union.federation", within: 1 }] };
  const proposed = await looks.post(`/api/cases/flows/legal-aid.${word}/variants`, {
    ...{ changes, fromDay: "2026-11-21" },
  });
  done(proposed);
  const decision = `/api/cases/flows/variants/${proposed.body.number}/decision`;
  done(await chair.post(decision, { agree: true }));
  return looks;
}

describe("a county's own flow", () => {
  it("of questions: the answer is the lawyer's, whoever looks at it after", async () => {
    const house = await openHouse();
    const looks = await addedAfter(house, "consult", "answer");
    const lawyer = await lawyerAt(house, looks);
    await setDuty(looks, lawyer, "2026-11-21");
    const worker = await house.signIn("worker");
    const union = await house.unionId(tree.firm);
    const asked = { union, kind: "pay", question: "拖欠工资怎么办？" };
    const { id } = (await file(worker, "consult", asked)).body;
    const facts = { answer: "可以申请劳动仲裁。", suggestion: "arbitration" };
    expect((await decide(lawyer.client, id, "agree", { facts })).body.status).toBe("running");
    const looked = await decide(looks, id);
    expect(looked.body, JSON.stringify(looked.body)).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query(
      "select lawyer, lawyer_post, on_duty from business.legal_aid_consultations",
    );
    expect(rows).toEqual([{ lawyer: "周正", lawyer_post: lawyer.post, on_duty: true }]);
  });

  it("of assigning: whoever looks at the choice sends it back or on, and ends nothing", async () => {
    const house = await openHouse();
    const looks = await addedAfter(house, "assign", "assign");
    const lawyer = await lawyerAt(house, looks);
    const worker = await house.signIn("worker");
    const matter = (await file(worker, "apply", await aidForm(house))).body.id;
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    done(await decide(cadre, matter));
    const id = await assigningOf(house, matter);
    const chosen = { facts: { lawyer: lawyer.post } };
    done(await decide(cadre, id, "agree", chosen));
    const opinion = "请换一位离得近的律师";
    const doors = (await looks.get(`/api/cases/${id}`)).body.can;
    expect(doors).toContainEqual(expect.objectContaining({ command: "reject", open: false }));
    for (const [kind, more] of [
      ["reject", { opinion }],
      ["return", { opinion }],
    ] as const) {
      expect((await decide(looks, id, kind, more)).body.code).toBe("legal-aid.send-back");
    }
    done(await decide(looks, id, "return", { to: "assign", opinion }));
    done(await decide(cadre, id, "agree", chosen));
    done(await decide(looks, id));
    expect((await decide(lawyer.client, id)).body.status).toBe("approved");
    expect(await matterRow(house, matter)).toMatchObject({ state: "assigned", lawyer: "周正" });
  });

  it("of closing: the sum that the federation found stands, whoever looks at it after", async () => {
    const house = await openHouse();
    const looks = await addedAfter(house, "close", "close");
    const { worker, lawyer, cadre, matter } = await assigned(house);
    const outcome = { kind: "outcome", words: "裁决支付，已经到账。", result: "partly" };
    done(await entry(lawyer, matter, { ...outcome, recoveredFen: 3_000_000 }));
    const said = { result: "partly", recoveredFen: 2_500_000, stars: "5" };
    const { id } = (await file(worker, "close", said)).body;
    const facts = { countedFen: 2_600_000 };
    expect((await decide(cadre, id, "agree", { facts })).body.status).toBe("running");
    expect(await matterRow(house, matter)).toMatchObject({ state: "assigned" });
    expect((await decide(looks, id)).body.status).toBe("approved");
    expect(await matterRow(house, matter)).toMatchObject({
      ...{ state: "closed", recovered_fen: 2_600_000 },
    });
  });
});
