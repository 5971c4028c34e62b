// A dispute (劳动争议) from the phone to a signed agreement within five working days, by everybody it takes.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { handIn, onward } from "./phone.ts";
import { bring, tick, type } from "./portal-form.ts";

/** The Monday of the application; its fifth working day is the Monday after. */
const monday = "2026-11-23T09:00:00+08:00";
const wednesday = "2026-11-25T16:00:00+08:00";
const friday = "2026-11-27T10:00:00+08:00";

const rowsOf = async ({ house }: Street, table: string) =>
  (await house.owner.query(`select * from business.mediation_${table}`)).rows;

async function choose(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label).fill(day);
  await page.keyboard.press("Tab");
}

/** Presses one of the answers that lie open under a question. */
const choice = (phone: Page, question: string, answer: string) =>
  phone
    .getByRole("radiogroup", { name: question })
    .getByRole("radio", { name: answer, exact: true })
    .click();

/** Finds the service by the worker's own word and fills in its form, screen by screen. Answers the id of the case. */
async function applyOnPhone({ origin, house }: Street, phone: Page): Promise<string> {
  await phone.goto(`${origin}/app/services`);
  await phone.getByLabel("找服务").fill("欠薪");
  await phone.getByRole("button", { name: /调解申请/ }).click();
  await phone.getByLabel("用人单位在哪里").fill("长沙县");
  await phone
    .getByRole("button", { name: /长沙县总工会/ })
    .first()
    .click();
  await type(phone, {
    ...{ 用人单位名称: "湘岚机械有限公司", 单位联系人: "周明远", 单位联系电话: "13700137000" },
  });
  await onward(phone);
  await type(phone, { 姓名: "林小满", 手机号码: "13800138000" });
  await choice(phone, "是否和别人一起申请", "否");
  await onward(phone);
  await phone.getByRole("button", { name: "添加一行" }).click();
  const claim = phone.getByRole("region", { name: "第 1 行" });
  await claim.getByLabel("请求").first().selectOption({ label: "拖欠工资" });
  await type(claim, { 金额: 12000, 说明: "八月至十月工资" });
  await phone.getByLabel("什么时候知道权利受到侵害").fill("2026-09-10");
  await choice(phone, "现在是否还在这个单位上班", "是");
  await phone.getByLabel("事情经过").fill("八月起没有发工资。");
  await choice(phone, "达成协议后是否想申请司法确认", "是");
  await onward(phone);
  await handIn(phone);
  await phone.getByRole("list", { name: "办事进度" }).getByText("正在办理").waitFor();
  const { rows } = await house.owner.query("select id from business.cases");
  expect(rows).toHaveLength(1);
  return rows[0].id;
}

async function acceptOnScreen({ origin, enter }: Street, cadre: Client, id: string) {
  const page = await enter(cadre);
  await page.goto(origin);
  await page
    .getByRole("button", { name: /湘岚机械有限公司/ })
    .first()
    .click();
  await page.getByRole("button", { name: "答复", exact: true }).click();
  const box = page.getByRole("dialog");
  await tick(box, { 受理意见: "受理" });
  await box.getByLabel("调解员").click();
  await page.getByTitle(/测试.*调解员/).click();
  await box.getByRole("button", { name: "答复", exact: true }).click();
  await box.waitFor({ state: "hidden" });
  expect(page.url()).toContain(id);
}

async function agree(client: Client, caseId: string, facts?: object): Promise<void> {
  const { body } = await client.get(`/api/cases/${caseId}`);
  const door = body.can.find(
    (one: { command: string; open: boolean }) => one.command === "agree" && one.open,
  );
  const command = { kind: "agree", task: door?.task, ...(facts ? { facts } : {}) };
  const reply = await client.post(`/api/cases/${caseId}/commands`, { command });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
}

describe.skipIf(noBrowser)("a worker whose wages are not paid", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
    street.house.clock.set(monday);
  });
  afterAll(() => street?.close());

  test("has a signed agreement on the fifth day, with the court asked and the money counted", async () => {
    const { house, origin } = street;
    const worker = await house.signIn("worker");
    const mediator = await house.signIn("mediator", tree.changshaCounty);
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const phone = await street.enter(worker, "phone");
    const id = await applyOnPhone(street, phone);
    await acceptOnScreen(street, cadre, id);
    await house.settle();

    const page = await street.enter(mediator);
    await page.goto(`${origin}/grassroots/mediation`);
    await page.getByText("湘岚机械有限公司").first().click();
    await page.getByRole("button", { name: "约调解会议" }).click();
    const disputePage = page.url();
    await choose(page, "日期", "2026-11-25");
    await page.getByLabel("几点").focus();
    for (const key of ["Enter", "Enter"]) await page.keyboard.press(key);
    await page.getByLabel("地点").fill("县总工会二楼调解室");
    await page.getByRole("button", { name: "约好并通知双方" }).click();
    await page.getByText("县总工会二楼调解室").waitFor();
    await expect.poll(() => house.sent.some(({ to }) => to === "13700137000")).toBe(true);
    expect((await worker.get("/api/notices")).body.rows[0].title).toBe("调解会议通知");

    house.clock.set(wednesday);
    const [sitting] = await rowsOf(street, "sessions");
    const minutes = { present: "双方和调解员", words: "单位同意分两次付清。", offers: [] };
    const kept = await mediator.post(`/api/mediation/sessions/${sitting.id}/minutes`, minutes);
    expect(kept.status, JSON.stringify(kept.body)).toBe(200);
    await agree(mediator, id, {
      ...{ result: "agreed", duties: "单位拖欠工资，应当支付。" },
      terms: [
        {
          ...{ what: "八月至十月工资", amountFen: 1_200_000 },
          ...{ payByDay: "2026-12-10", manner: "转入工资卡" },
        },
      ],
    });

    house.clock.set(friday);
    await phone.goto(`${origin}/app/cases`);
    await phone.getByRole("button", { name: /调解申请/ }).click();
    await phone.getByText("申请人签字").first().waitFor();
    const signing = () => phone.getByRole("button", { name: "签字", exact: true }).click();
    await signing();
    await phone.getByText("签字后继续往下办").waitFor();
    await signing();
    await phone.getByText("单位和调解员签字、盖章").first().waitFor();

    await page.goto(`${origin}/cases/${id}`);
    await page.getByRole("button", { name: "签字盖章" }).click();
    const box = page.getByRole("dialog");
    const seal = () => box.getByRole("button", { name: "签字盖章" }).click();
    await type(box, { 单位签字人: "周明远", 当场付清的金额: 6000 });
    await bring(box, "双方签字、加盖调解组织印章的协议书");
    await tick(box, { 双方是否共同申请司法确认: "是" });
    await seal();
    await box.getByText("请填写向哪个法院申请").first().waitFor();
    await type(box, { 向哪个法院申请: "长沙县人民法院" });
    await seal();
    await box.waitFor({ state: "hidden" });
    await house.settle();

    const disputes = () => rowsOf(street, "disputes");
    await expect.poll(disputes).toMatchObject([
      {
        ...{ state: "agreed", due_day: "2026-11-30", closed_day: "2026-11-27" },
        agreed_fen: 1_200_000,
      },
    ]);
    expect(await rowsOf(street, "deliveries")).toMatchObject([{ kind: "confirmation" }]);
    const whole = (await cadre.get("/api/mediation/rate")).body.whole;
    expect(whole).toMatchObject({ due: 1, closedInTime: 1, rate: 1, recoveredFen: 600_000 });
    await page.goto(disputePage);
    await page.getByText("达成协议").first().waitFor();
    await page.getByText("长沙县人民法院").first().waitFor();
    const desk = await street.enter(cadre);
    await desk.goto(`${street.origin}/grassroots/mediation/rate`);
    await desk.getByRole("cell", { name: "¥6,000.00" }).waitFor();
    const table = "document.querySelector('table')";
    const beyond = await desk.evaluate<number>(
      `${table}.offsetWidth - ${table}.parentElement.clientWidth`,
    );
    expect(beyond, "the figures fit the screen").toBeLessThanOrEqual(0);
  });
});
