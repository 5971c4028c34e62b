// Asking a colleague along the way, by the public door: what they say carries no step, and a matter stands in the
// store as its application stands.
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

const openScene = async () => {
  const house = await openHouse();
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const colleague = await house.signIn("cadre", tree.changshaCounty);
  return { house, cadre, colleague, worker: await house.signIn("worker") };
};
type Scene = Awaited<ReturnType<typeof openScene>>;

async function postOf({ owner }: TestHouse, { accountId }: Client): Promise<string> {
  const { rows } = await owner.query("select id from access.posts where account_id = $1", [
    accountId,
  ]);
  return rows[0].id;
}

/** Ways to ask a colleague before one decides oneself. */
const askings = {
  delegate: (to: string) => ({ to }),
  "add-sign": (to: string) => ({ posts: [to], when: "before" }),
} as const;
type Asking = keyof typeof askings;
const everyAsking = Object.keys(askings) as Asking[];

const done = ({ status, body }: { status: number; body: unknown }): void =>
  expect(status, JSON.stringify(body)).toBe(200);

/** Whoever has a case asks a colleague about it, who agrees and has nothing to fill in. */
async function asks(
  { house, colleague }: Pick<Scene, "house" | "colleague">,
  { holder, id, how }: { readonly holder: Client; readonly id: string; readonly how: Asking },
): Promise<void> {
  done(await decide(holder, id, how, askings[how](await postOf(house, colleague))));
  done(await decide(colleague, id));
  await house.settle();
}

const signsAfter = async ({ house, cadre, colleague }: Scene, id: string) =>
  done(
    await decide(cadre, id, "add-sign", {
      posts: [await postOf(house, colleague)],
      when: "after",
    }),
  );

const applied = async ({ house, worker }: Scene): Promise<string> => {
  const { body } = await file(worker, "apply", await aidForm(house));
  await house.settle();
  return body.id;
};

describe("legal-aid.apply, when others are asked", () => {
  it.each(everyAsking)("is refused when the case is, whoever agreed before (%s)", async (how) => {
    const scene = await openScene();
    const { house, cadre } = scene;
    const id = await applied(scene);
    await asks(scene, { holder: cadre, id, how });
    expect(await matterRow(house, id)).toMatchObject({ state: "filed", decided_at: null });
    const opinion = "已经由区里援助，不重复给予";
    done(await decide(cadre, id, "reject", { opinion }));
    await house.settle();
    expect(await matterRow(house, id)).toMatchObject({
      ...{ state: "refused", decided_by: cadre.accountId, decided_why: opinion },
    });
  });

  it.each(everyAsking)("lies with the worker when it is returned after it (%s)", async (how) => {
    const scene = await openScene();
    const { house, cadre, worker } = scene;
    const id = await applied(scene);
    await asks(scene, { holder: cadre, id, how });
    done(await decide(cadre, id, "return", { opinion: "请补交工资条" }));
    await house.settle();
    expect(await matterRow(house, id)).toMatchObject({ state: "returned", decided_at: null });
    const facts = await aidForm(house);
    done(await worker.post(`/api/cases/${id}/commands`, { command: { kind: "resubmit" }, facts }));
    await house.settle();
    expect(await matterRow(house, id)).toMatchObject({ state: "filed" });
    expect((await decide(cadre, id)).body.status).toBe("approved");
    await house.settle();
    expect(await matterRow(house, id)).toMatchObject({
      ...{ state: "granted", decided_by: cadre.accountId, decided_why: null },
      assign_due_day: "2026-11-24",
    });
  });

  it("is granted when who signs after it has signed, by whoever decided", async () => {
    const scene = await openScene();
    const { house, cadre, colleague } = scene;
    const id = await applied(scene);
    await signsAfter(scene, id);
    const opinion = "事实清楚，同意给予援助";
    expect((await decide(cadre, id, "agree", { opinion })).body.status).toBe("running");
    await house.settle();
    expect(await matterRow(house, id)).toMatchObject({ state: "filed", decided_at: null });
    expect((await decide(colleague, id)).body.status).toBe("approved");
    expect(await matterRow(house, id)).toMatchObject({
      ...{ state: "granted", decided_by: cadre.accountId, decided_why: opinion },
    });
    expect(await assigningOf(house, id)).toBeDefined();
  });

  it("is refused when who signs after it refuses, with their reason", async () => {
    const scene = await openScene();
    const { house, cadre, colleague } = scene;
    const id = await applied(scene);
    await signsAfter(scene, id);
    done(await decide(cadre, id));
    const opinion = "另一个部门已经给予援助";
    expect((await decide(colleague, id, "reject", { opinion })).body.status).toBe("rejected");
    await house.settle();
    expect(await matterRow(house, id)).toMatchObject({
      ...{ state: "refused", decided_by: colleague.accountId, decided_why: opinion },
    });
  });
});

describe("other steps of legal aid, when others are asked", () => {
  it.each(everyAsking)("lets a colleague answer who chooses the lawyer (%s)", async (how) => {
    const scene = await openScene();
    const { house, cadre } = scene;
    const lawyer = await lawyerAt(house, cadre);
    const id = await applied(scene);
    await decide(cadre, id);
    const assigning = await assigningOf(house, id);
    await asks(scene, { holder: cadre, id: assigning, how });
    done(await decide(cadre, assigning, "agree", { facts: { lawyer: lawyer.post } }));
    expect((await decide(lawyer.client, assigning)).body.status).toBe("approved");
    expect(await matterRow(house, id)).toMatchObject({ state: "assigned", lawyer: "周正" });
  });

  it.each(everyAsking)(
    "lets a colleague help with an answer that is the lawyer's (%s)",
    async (how) => {
      const scene = await openScene();
      const { house, cadre, worker } = scene;
      const lawyer = await lawyerAt(house, cadre);
      await setDuty(cadre, lawyer, "2026-11-21");
      const asked = {
        union: await house.unionId(tree.firm),
        kind: "pay",
        question: "拖欠工资怎么办？",
      };
      const { id } = (await file(worker, "consult", asked)).body;
      await asks(scene, { holder: lawyer.client, id, how });
      const facts = { answer: "可以申请劳动仲裁。", suggestion: "arbitration" };
      expect((await decide(lawyer.client, id, "agree", { facts })).body.status).toBe("approved");
    },
  );

  it("keeps as who answered the lawyer, and not who signed after", async () => {
    const scene = await openScene();
    const { house, cadre, colleague, worker } = scene;
    const lawyer = await lawyerAt(house, cadre);
    await setDuty(cadre, lawyer, "2026-11-21");
    const asked = {
      union: await house.unionId(tree.firm),
      kind: "pay",
      question: "拖欠工资怎么办？",
    };
    const { id } = (await file(worker, "consult", asked)).body;
    await signsAfter({ ...scene, cadre: lawyer.client }, id);
    const facts = { answer: "可以申请劳动仲裁。", suggestion: "arbitration" };
    done(await decide(lawyer.client, id, "agree", { facts }));
    expect((await decide(colleague, id)).body.status).toBe("approved");
    const { rows } = await house.owner.query(
      "select lawyer, lawyer_post, on_duty from business.legal_aid_consultations",
    );
    expect(rows).toEqual([{ lawyer: "周正", lawyer_post: lawyer.post, on_duty: true }]);
    expect((await worker.get(`/api/cases/${id}`)).body.outcome).toContain("周正律师答复");
  });

  it.each(everyAsking)("lets a colleague answer who finds what was won back (%s)", async (how) => {
    const house = await openHouse();
    const { worker, lawyer, cadre, matter } = await assigned(house);
    const colleague = await house.signIn("cadre", tree.changshaCounty);
    const outcome = { kind: "outcome", words: "裁决支付，已经到账。", result: "partly" };
    await entry(lawyer, matter, { ...outcome, recoveredFen: 3_000_000 });
    const said = { result: "partly", recoveredFen: 2_500_000, stars: "5" };
    const { id } = (await file(worker, "close", said)).body;
    await asks({ house, colleague }, { holder: cadre, id, how });
    const facts = { countedFen: 2_600_000 };
    expect((await decide(cadre, id, "agree", { facts })).body.status).toBe("approved");
    expect(await matterRow(house, matter)).toMatchObject({ recovered_fen: 2_600_000 });
  });

  it("counts no sum that the lawyer changed after the federation looked at it", async () => {
    const house = await openHouse();
    const { worker, lawyer, cadre, matter } = await assigned(house);
    const colleague = await house.signIn("cadre", tree.changshaCounty);
    const outcome = { kind: "outcome", words: "裁决支付，已经到账。", result: "won" };
    await entry(lawyer, matter, { ...outcome, recoveredFen: 3_000_000 });
    const said = { result: "won", recoveredFen: 3_000_000, stars: "5" };
    const { id } = (await file(worker, "close", said)).body;
    await signsAfter({ house, cadre, colleague, worker }, id);
    done(await decide(cadre, id));
    await entry(lawyer, matter, { ...outcome, recoveredFen: 2_000_000 });
    const refused = await decide(colleague, id);
    expect(refused.body.fields).toMatchObject([{ path: "facts.countedFen" }]);
    expect(await matterRow(house, matter)).toMatchObject({ state: "assigned" });
  });
});
