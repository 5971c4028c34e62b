// Legal person status by its public door: the certificate the county issues is on record with its days.
import { readSheet } from "@niangjia/foundation/excel";
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import {
  agree,
  cityStaffOf,
  elected,
  electFacts,
  file,
  openHouse,
  paper,
  prepared,
  staffOf,
  uscc,
} from "./testing.ts";

const legalFacts = async (union: string, client: Parameters<typeof paper>[0], changes = {}) => ({
  union,
  ...{ lawful: true, organs: true, funded: true, office: "长沙县星沙街道开元路 1 号 3 楼" },
  ...{ agent: "李小满", papers: [await paper(client)], ...changes },
});

describe("founding.legal", () => {
  it("puts the number of the certificate and its days on record, as long as the term of office", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const union = await elected(house, staff);
    const facts = await legalFacts(union, staff.officer);
    const told = await staff.officer.post("/api/cases/functions/founding.legal/advice", { facts });
    expect(told.body.advice, JSON.stringify(told.body)).toEqual([
      expect.stringContaining("申请表，一式 3 份"),
    ]);
    const filed = await file(staff.officer, "legal", facts);
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const number = uscc(9, "81");
    const firms = await agree(staff.cadre, filed.body.id, {
      number: uscc(9),
      issuedDay: "2026-12-02",
    });
    expect(firms.body.code).toBe("cases.faulty");
    const agreed = await agree(staff.cadre, filed.body.id, { number, issuedDay: "2026-12-02" });
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });

    const { rows } = await house.owner.query(
      `select number, legal_person, issued_day, to_day, renew_from_day, case_id,
         (select union_id from organisation.codes where uscc = number and role = 'own') as union
       from business.founding_certificates`,
    );
    expect(rows).toEqual([
      {
        ...{ number, legal_person: "周正", issued_day: "2026-12-02", to_day: "2031-11-30" },
        ...{ renew_from_day: "2031-11-01", case_id: filed.body.id, union },
      },
    ]);
    const listed = await staff.officer.get("/api/founding/unions");
    expect(listed.body.rows).toMatchObject([{ stage: "elected", certificate: { number } }]);
    const ordered = await staff.officer.get("/api/founding/unions?sort=-certificate&stage=elected");
    expect(ordered.body).toMatchObject({ total: 1, rows: [{ certificate: { number } }] });
    const sheet = await staff.officer.get("/api/founding/unions/export?sort=-certificate");
    expect(sheet.headers["content-disposition"]).toContain(encodeURIComponent("组建进度"));
    const cells: unknown[] = [];
    for await (const { cells: row } of await readSheet(sheet.bytes)) cells.push(row);
    expect(JSON.stringify(cells)).toContain(number);
    const again = await file(staff.officer, "legal", await legalFacts(union, staff.officer));
    expect(again.body).toMatchObject({
      code: "founding.certified",
      next: expect.stringContaining("2031-11-01"),
    });
  });

  it("is decided by the nearest federation: the city's, for a union right below it", async () => {
    const house = await openHouse();
    const staff = await cityStaffOf(house);
    const union = await elected(house, staff, { parent: await house.unionId(tree.changsha) });
    const filed = await file(staff.officer, "legal", await legalFacts(union, staff.officer));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const certificate = { number: uscc(9, "81"), issuedDay: "2026-12-02" };
    const agreed = await agree(staff.cadre, filed.body.id, certificate);
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });
  });

  it("refuses a union whose term is over: no certificate outlives it", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const union = await elected(house, staff);
    const filed = await file(staff.officer, "legal", await legalFacts(union, staff.officer));
    await house.owner.query("update organisation.terms set to_day = $2 where union_id = $1", [
      ...[union, "2026-12-01"],
    ]);
    const certificate = { number: uscc(9, "81"), issuedDay: "2026-12-02" };
    const late = await agree(staff.cadre, filed.body.id, certificate);
    expect(late.body).toMatchObject({
      code: "founding.term-over",
      next: expect.stringContaining("换届申请"),
    });
    const { rows } = await house.owner.query("select from business.founding_certificates");
    expect(rows).toEqual([]);
  });

  it("refuses a union without an approved election, and one that lacks a condition of the law", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const union = await prepared(house, staff);
    const early = await file(staff.officer, "legal", await legalFacts(union, staff.officer));
    expect(early.body.code).toBe("founding.not-elected");
    house.clock.set("2026-12-02T09:00:00+08:00");
    const result = await file(staff.officer, "elect", await electFacts(union, staff.officer));
    await agree(staff.chair, result.body.id);
    const without = await legalFacts(union, staff.officer, { funded: false });
    expect((await file(staff.officer, "legal", without)).body.fields).toEqual([
      { path: "facts.funded", say: expect.stringContaining("第十条") },
    ]);
  });
});
