// The journal, by its public door: only the lawyer of a matter writes, only adds, and the worker reads it in plain words.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { aided, assigned, entry, lawyerAt, openHouse } from "./testing.ts";

describe("legal-aid.journal", () => {
  it("keeps steps and papers, which the worker hears of and can open", async () => {
    const house = await openHouse();
    const { lawyer, worker, matter } = await assigned(house);
    const paper = await lawyer.client.upload("仲裁申请书.pdf", Buffer.from("%PDF-1.4\n%%EOF"));
    const made = await entry(lawyer, matter, {
      ...{ kind: "filing", words: "已经替您向仲裁委提交了申请", files: [paper] },
      ...{ next: "等仲裁委通知开庭", nextDay: "2026-11-26" },
    });
    expect(made.status, JSON.stringify(made.body)).toBe(200);

    const { rows } = await house.owner.query(
      `select kind, words, next_words, org_path, account_id, by_account, files
       from business.legal_aid_entries`,
    );
    expect(rows).toMatchObject([
      {
        ...{ kind: "filing", words: "已经替您向仲裁委提交了申请", next_words: "等仲裁委通知开庭" },
        ...{ org_path: tree.changshaCounty, account_id: worker.accountId },
        ...{ by_account: lawyer.client.accountId, files: [{ id: paper, name: "仲裁申请书.pdf" }] },
      },
    ]);
    const seen = await lawyer.client.get(`/api/legal-aid/matters/${matter}`);
    expect(seen.body.story).toContain("三个月的工资一直没有发");
    const contact = `/api/legal-aid/matters/${matter}/contact`;
    const reached = await lawyer.client.post(contact, { purpose: "约见面核对证据" });
    expect(reached.body).toEqual({ name: "林小满", phone: "13800138000" });
    const looks = await house.owner.query("select purpose, fields from audit.looks");
    expect(looks.rows).toEqual([{ purpose: "约见面核对证据", fields: ["name", "phone"] }]);
    const own = await worker.get("/api/legal-aid/own");
    expect(own.body.rows[0].entries).toMatchObject([
      { kindName: "申请仲裁或者起诉", next: "等仲裁委通知开庭", by: "周正律师" },
    ]);
    const opened = await worker.get(`/api/legal-aid/matters/${matter}/files/${paper}`);
    expect(opened.bytes.toString()).toContain("%PDF-1.4");
    const notices = JSON.stringify((await worker.get("/api/notices")).body);
    expect(notices).toContain("您的法律援助有新进展");
    expect(notices).toContain("接下来：2026年11月26日 等仲裁委通知开庭");
    const onPhone = await worker.get(`/api/cases/${matter}`);
    expect(onPhone.body.records).toEqual([
      {
        ...{ title: "承办律师", next: null },
        lines: [{ title: "周正律师", words: "办理中", note: null }],
      },
      {
        ...{ title: "办案日志", next: null },
        lines: [
          {
            title: "2026年11月21日 申请仲裁或者起诉",
            words: "已经替您向仲裁委提交了申请",
            note: "接下来：2026年11月26日，等仲裁委通知开庭",
          },
        ],
      },
    ]);
    const stranger = await house.signIn("worker");
    expect((await stranger.get("/api/legal-aid/own")).body.rows).toEqual([]);
    const peeked = await stranger.get(`/api/legal-aid/matters/${matter}/files/${paper}`);
    expect(peeked.body.code).toBe("legal-aid.not-found");
  });

  it("is written by the lawyer of the matter alone, of days that have come", async () => {
    const house = await openHouse();
    const people = await assigned(house);
    const { lawyer, cadre, matter } = people;
    const other = await lawyerAt(house, cadre, { name: "何必达" });
    expect((await entry(other, matter, {})).body.code).toBe("legal-aid.not-found");
    const tomorrow = await entry(lawyer, matter, { day: "2026-11-22" });
    expect(tomorrow.body.code).toBe("legal-aid.day-ahead");
    const foreign = await cadre.upload("x.pdf", Buffer.from("%PDF-1.4\n%%EOF"));
    await house.owner.query("update exchange.files set org_path = null");
    expect((await entry(lawyer, matter, { files: [foreign] })).body.code).toBe("legal-aid.no-file");
    expect((await entry(lawyer, matter, { kind: "outcome" })).status).toBe(400);
    expect((await entry(lawyer, matter, { result: "won" })).status).toBe(400);
    expect((await house.owner.query("select from business.legal_aid_entries")).rowCount).toBe(0);
  });

  it("shows a lawyer their own matters, the county all of its own, and another county none", async () => {
    const house = await openHouse();
    const people = await assigned(house);
    const other = await lawyerAt(house, people.cadre, { name: "何必达" });
    await aided(house, { ...people, lawyer: other }, { respondent: "另一家公司" });
    const total = async (client: typeof people.cadre) =>
      (await client.get("/api/legal-aid/matters")).body.total;
    expect(await total(people.lawyer.client)).toBe(1);
    expect(await total(people.cadre)).toBe(2);
    const furong = await house.signIn("cadre", tree.furong);
    expect(await total(furong)).toBe(0);
    expect((await furong.get(`/api/legal-aid/matters/${people.matter}`)).status).toBe(404);
    const found = await people.cadre.get("/api/legal-aid/matters?q=蓝天&state=assigned&sort=claim");
    expect(found.body.rows).toMatchObject([{ id: people.matter, lawyer: "周正" }]);
    const shown = await people.cadre.get(`/api/legal-aid/matters/${people.matter}`);
    expect(shown.body).toMatchObject({ replays: true, mayWrite: false, assigning: null });
    const sheet = await people.cadre.get("/api/legal-aid/matters-file");
    expect(sheet.headers["content-type"]).toContain("spreadsheet");
  });
});
