// Tests of a notice that is loaded (装入放假安排): who may, what it would move, and what it moves.
import { announcedHolidays } from "@niangjia/foundation/holidays";
import { calendarInUse, calendarOf } from "@niangjia/foundation/workdays";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { casesRoom } from "./index.ts";
import {
  agree,
  fileSample,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

const source = "国务院办公厅关于2027年部分节假日安排的通知";
/** 元旦 as the law alone gives it is one day. */
const text = `元旦：1月1日（周五）至5日（周二）放假调休，共5天。1月9日（周六）、1月10日（周日）上班。
春节：2月5日（周五）至10日（周三）放假，共6天。清明节：4月5日（周一）放假。
劳动节：5月1日（周六）至4日（周二）放假，共4天。端午节：6月9日（周三）放假。
中秋节：9月15日（周三）放假。国庆节：10月1日（周五）至5日（周二）放假，共5天。`;
const notice = { year: 2027, source, text };

const nightly = casesRoom([sampleRoom]).sweeps!.find(({ name }) => name === "cases.recount")!;

let house: TestHouse;
let admin: Client;
let officer: Client;
let worker: Client;

beforeAll(async () => {
  house = await openSampleHouse({ now: "2026-12-30T09:00:00+08:00", closeAfter: "caller" });
  admin = await house.signIn("system-admin", tree.province);
  officer = await house.signIn("officer", tree.firm);
  worker = await house.signIn("worker");
});
afterAll(() => house.close());

const file = async (word: string, nth: number) =>
  (await fileSample(worker, word, await sampleFacts(house, tree.firm, { idNumber: idNumber(nth) })))
    .id;

const clockOf = async (client: Client, id: string) =>
  (await client.get(`/api/cases/${id}`)).body.clock;

describe("calendar.announce", () => {
  it("is not needed for a term into a year that is not announced: it is counted by the law, and says so", async () => {
    const id = await file("two", 1);
    expect(await clockOf(officer, id)).toMatchObject({ due: "2027-01-04", provisional: true });
    const last = await file("notice", 2);
    await agree(officer, last);
    const { rows } = (await officer.get("/api/cases/notices")).body;
    expect(rows).toMatchObject([{ caseId: last, dueDay: "2027-01-05" }]);
  });

  it("is the topmost administrator's; others are told to whom to turn", async () => {
    const below = await house.signIn("system-admin", tree.changshaCounty);
    expect((await below.get("/api/calendar/years")).body).toMatchObject({ may: false });
    const { status, body } = await below.post("/api/calendar/years", notice);
    expect([status, body.code]).toEqual([403, "calendar.not-top"]);
    expect((await officer.post("/api/calendar/years", notice)).status).toBe(403);
  });

  it("refuses a text with a slip in it, where it is looked at and where it is loaded", async () => {
    const slip = { ...notice, text: text.replace("共5天", "共6天") };
    for (const url of ["/api/cases/recount/preview", "/api/calendar/years"]) {
      const { status, body } = await admin.post(url, slip);
      expect([status, body.code]).toEqual([422, "calendar.unreadable"]);
      expect(JSON.stringify(body)).toContain("是 5 天，不是 6 天");
    }
  });

  it("shows before what it would move, and moves nothing by that", async () => {
    const { status, body } = await admin.post("/api/cases/recount/preview", notice);
    expect(status).toBe(200);
    expect(body).toMatchObject({ looked: 2, later: 2, earlier: 0, more: false });
    expect(body).toMatchObject({ makeUp: ["2027-01-09", "2027-01-10"], lawful: body.workdays });
    expect((await admin.get("/api/calendar/years")).body.announcedTo).toBe(2026);
  });

  it("is taken up by the running house, and open terms follow it", async () => {
    const other = await file("pass", 3);
    expect((await admin.post("/api/calendar/years", notice)).status).toBe(200);
    await expect.poll(() => calendarInUse().announcedTo).toBe(2027);
    await house.settle();
    const clock = await clockOf(officer, other);
    expect(clock).toMatchObject({ due: "2027-01-06", provisional: false });
    const { rows } = await house.owner.query(
      `select due_day, alarm_day from business.tasks where case_id = $1`,
      [other],
    );
    expect(rows).toEqual([{ due_day: "2027-01-06", alarm_day: "2027-01-06" }]);
    const shown = (await officer.get("/api/cases/notices")).body.rows;
    expect(shown).toMatchObject([{ dueDay: "2027-01-07" }]);
  });

  it("leaves its source in the history, tells those at the task, and is done once", async () => {
    const actions = async () => {
      const { rows } = await house.owner.query(
        `select action->>'opinion' as source from business.case_actions where kind = 'recount'`,
      );
      return rows;
    };
    expect(await actions()).toEqual([{ source }, { source }, { source }]);
    const told = await house.owner.query(
      `select count(*)::int as n from business.notices where title = '待办期限有变'`,
    );
    expect(told.rows[0].n).toBeGreaterThan(0);
    await house.worker.sweep(nightly);
    expect(await actions()).toHaveLength(3);
  });

  it("is what a house counts by that is opened later, and lists what is known", async () => {
    const { body } = await admin.get("/api/calendar/years");
    expect(body).toMatchObject({ announcedTo: 2027, countedTo: 2031, may: true });
    expect(body.rows[0]).toMatchObject({ year: 2027, source, off: expect.any(Array) });
    expect(body.rows.map(({ year }: { year: number }) => year)).toEqual([2027, 2026, 2025, 2024]);
    expect(calendarInUse()).not.toEqual(calendarOf(announcedHolidays));
  });
});
