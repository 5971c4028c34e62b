// Arms at once (同时办理), walked by those who handle them: one added in an arm asks back, and all is taken up again.
import {
  approve,
  cadreOf,
  chairOf,
  flow,
  longTextField,
  officerOf,
  otherwise,
  review,
  together,
  unionField,
} from "@niangjia/engine/process";
import { tell } from "@niangjia/foundation/notices";
import { type CaseRoom, caseFunction, casesRoom } from "@niangjia/registers/cases";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rooms } from "../server/rooms.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { onward } from "./phone.ts";

const granted = "疗养名额已定";

const rest = caseFunction({
  id: "sample.rest",
  title: "疗养申请",
  says: "累了，去疗养几天",
  may: ["worker"],
  version: 1,
  form: { union: unionField("所在工会"), reason: longTextField("说明") },
  flow: flow(
    review(officerOf("union"), { title: "初审" }),
    together(
      otherwise("本级", review(chairOf("union"), { title: "主席审核" })),
      otherwise("县级", review(cadreOf("union.county"), { title: "县总审核" })),
    ),
    approve(chairOf("union.county"), { title: "终审" }),
  ),
  summary: ({ reason }) => reason,
  async effect(act, { facts, applicant }) {
    await tell(act, { accountId: applicant.accountId, title: granted, body: facts.reason });
    return "请按时报到。";
  },
});

const room: CaseRoom = { word: "sample", title: "样例", platform: "benefits", cases: [rest] };

const dialog = (page: Page) => page.getByRole("dialog");

const agreeing = /^同\s?意$/;

describe.skipIf(noBrowser)("a case with two arms at once", () => {
  let street: Street;
  let worker: Client;
  let id: string;
  const pages: Record<string, Page> = {};
  beforeAll(async () => {
    const others = rooms.filter(({ word }) => word !== "cases");
    street = await openStreet({ rooms: [...others, casesRoom([room])] });
    const { house } = street;
    worker = await house.signIn("worker");
    for (const [name, role, path] of [
      ["officer", "officer", tree.firm],
      ["chair", "chair", tree.firm],
      ["signer", "officer", tree.xingsha],
      ["cadre", "cadre", tree.changshaCounty],
      ["countyChair", "chair", tree.changshaCounty],
    ] as const) {
      pages[name] = await street.enter(await house.signIn(role, path));
    }
    const facts = { union: await house.unionId(tree.firm), reason: "腰伤复发" };
    const filed = await worker.post("/api/cases/functions/sample.rest/file", { facts });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    id = filed.body.id;
  });
  afterAll(() => street?.close());

  async function openAs(name: string): Promise<Page> {
    const page = pages[name]!;
    await page.goto(`${street.origin}/cases/${id}`);
    await page.getByRole("heading", { name: "办理记录" }).waitFor();
    return page;
  }

  async function agreeAs(name: string): Promise<void> {
    const page = await openAs(name);
    await page.getByRole("button", { name: agreeing }).click();
    await dialog(page).getByRole("button", { name: agreeing }).click();
    await dialog(page).waitFor({ state: "hidden" });
  }

  const stateOf = async () => (await worker.get(`/api/cases/${id}`)).body;
  const openSteps = async (): Promise<string[]> => {
    const { tasks } = await stateOf();
    return tasks.map(({ step, waits }: { step: string; waits: boolean }) =>
      waits ? `${step}（等）` : step,
    );
  };

  test("has a signer added before in one arm, who asks the applicant back and to come straight to them", async () => {
    await agreeAs("officer");
    const adding = await openAs("cadre");
    await adding.getByRole("button", { name: "更多" }).click();
    await adding.getByRole("menuitem", { name: "加签", exact: true }).click();
    await dialog(adding).getByLabel("前加签").check();
    await dialog(adding).getByLabel("请谁加签").fill("干事");
    await adding.locator(".ant-select-item-option").filter({ hasText: "星沙" }).first().click();
    await dialog(adding).getByLabel("为什么加签").fill("请街道看看工伤材料");
    await dialog(adding).getByRole("button", { name: "加签", exact: true }).click();
    await dialog(adding).waitFor({ state: "hidden" });
    await adding.getByText("等别人先办").waitFor();
    expect(await adding.getByRole("button", { name: agreeing }).count()).toBe(0);

    const asking = await openAs("signer");
    await asking.getByRole("button", { name: "退回" }).click();
    await dialog(asking).getByLabel("申请人").check();
    await dialog(asking).getByLabel("直接回到我这里").check();
    await dialog(asking).getByLabel("要改什么").fill("请写明工伤认定的日期");
    await dialog(asking).getByRole("button", { name: "退回", exact: true }).click();
    await asking.getByText("退回补正").first().waitFor();
    expect((await stateOf()).status).toBe("returned");
    expect((await openSteps()).sort()).toEqual([
      "主席审核（等）",
      "县总审核（等）",
      "县总审核（等）",
    ]);
    const halted = await openAs("chair");
    expect(await halted.getByRole("button", { name: agreeing }).count()).toBe(0);
  });

  test("is handed in again from the phone and taken up in both arms where each of them stood", async () => {
    const phone = await street.enter(worker, "phone");
    await phone.goto(`${street.origin}/app/home`);
    await phone.getByRole("button", { name: /疗养申请.*退回补正/s }).click();
    await phone.getByText("请写明工伤认定的日期", { exact: true }).first().waitFor();
    await phone.getByLabel("说明").fill("腰伤复发，十一月三日认定工伤");
    await onward(phone);
    await phone.getByRole("button", { name: "重新提交" }).click();
    await phone.getByText("办理中", { exact: true }).first().waitFor();
    expect((await openSteps()).sort()).toEqual(["主席审核", "县总审核", "县总审核（等）"].sort());
    const waiting = await openAs("cadre");
    await waiting.getByText("等别人先办").waitFor();
    expect(await waiting.getByRole("button", { name: agreeing }).count()).toBe(0);
    const asked = await openAs("signer");
    await asked.getByText("腰伤复发，十一月三日认定工伤").first().waitFor();
  });

  test("ends in each arm by itself, the adder last in theirs, and is approved once with its effect", async () => {
    await agreeAs("signer");
    await agreeAs("chair");
    expect(await openSteps()).toEqual(["县总审核"]);
    const early = await openAs("countyChair");
    expect(await early.getByRole("button", { name: agreeing }).count()).toBe(0);
    await agreeAs("cadre");
    expect(await openSteps()).toEqual(["终审"]);
    await agreeAs("countyChair");
    await pages.countyChair!.getByText("请按时报到。").waitFor();

    const { status, history } = await stateOf();
    expect(status).toBe("approved");
    const done = history.map(({ kind, step }: { kind: string; step: string | null }) =>
      step ? `${kind} ${step}` : kind,
    );
    expect(done).toEqual([
      ...["submit", "agree 初审", "add-sign 县总审核", "return 县总审核", "resubmit"],
      ...["agree 县总审核", "agree 主席审核", "agree 县总审核", "agree 终审"],
    ]);
    const { rows } = await street.house.owner.query(
      "select body from business.notices where title = $1",
      [granted],
    );
    expect(rows).toEqual([{ body: "腰伤复发，十一月三日认定工伤" }]);
  });
});
