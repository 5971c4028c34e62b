// Certificates: made by a member, checked by anyone, and found out when a byte was changed or the membership is over.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { system } from "@niangjia/foundation/act";
import { qrSquares } from "@niangjia/foundation/codes";
import { day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { endMembership, mergePersons, unmergePersons } from "@niangjia/registers/members";
import { describe, expect, it } from "vitest";
import { rectanglesOf, textOf } from "../../../foundation/pdf/fixtures/extract.ts";
import { source } from "../../../registers/members/testing.ts";
import { roomsAt } from "../../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { memberAt } from "./testing.ts";

const certify = (member: Client, purpose = "申请疗休养") =>
  member.post("/api/card/certificates", { purpose });
const file = (member: Client, code: string) => member.get(`/api/card/certificates/${code}/file`);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const check = async (house: TestHouse, query: Record<string, string>) =>
  (await house.anonymous.get(`/api/card/certificates/check?${new URLSearchParams(query)}`)).body;

describe("card.certificate", () => {
  it("makes a paper with rare characters right, and a code by which anyone reads its masked facts", async () => {
    const house = await openTestHouse();
    const member = await memberAt(house, tree.firm, { name: "龘䶮" });
    const made = await certify(member);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const { code } = made.body;
    const paper = await file(member, code);
    expect(paper.headers["content-type"]).toBe("application/pdf");
    const text = textOf(paper.bytes).flat().join("\n");
    for (const words of ["龘䶮", "申请疗休养", code, "430***********"])
      expect(text).toContain(words);
    const { rows } = await house.owner.query(
      "select code, person_id, org_path, sha256, facts from business.card_certificates",
    );
    expect(rows).toEqual([
      {
        code,
        person_id: member.personId,
        org_path: tree.firm,
        sha256: sha256(paper.bytes),
        facts: {
          name: "龘*",
          unionName: expect.any(String),
          state: "active",
          joinedDay: "2024-05-01",
        },
      },
    ]);
    const found = await check(house, { code: code.toLowerCase().replaceAll("-", " ") });
    expect(found).toMatchObject({
      finding: "genuine",
      certificate: {
        issuedDay: "2026-11-21",
        purpose: "申请疗休养",
        onDay: [{ title: "姓名", text: "龘*" }, {}, {}, { text: "2024-05-01" }],
        today: "现在仍是会员，没有变化。",
        stands: true,
      },
    });
    expect(JSON.stringify(found)).not.toContain("龘䶮");
  });

  it.each(["马𫖯㛃", "㑇𬍛", "阿依古丽·𫠊", "𬣙䥑"])(
    "writes the name %s as it is",
    async (name) => {
      const house = await openTestHouse();
      const member = await memberAt(house, tree.firm, { name });
      const made = await certify(member);
      expect(made.status, JSON.stringify(made.body)).toBe(200);
      const paper = await file(member, made.body.code);
      expect(textOf(paper.bytes).flat()).toContain(name);
      const found = await check(house, { code: made.body.code });
      const [first = ""] = name;
      expect(found.certificate.onDay[0].text).toMatch(new RegExp(`^${first}\\*+`, "u"));
      expect(found.certificate.onDay[0].text.isWellFormed()).toBe(true);
    },
  );

  it("leads whoever scans it to the checking page at the address the operator set, whatever a request claims", async () => {
    const house = await openTestHouse({ rooms: roomsAt("https://gh.example.gov.cn") });
    const { code } = (await certify(await memberAt(house))).body;
    const { rows } = await house.owner.query("select sha256 from business.card_certificates");
    const paper = await readFile(house.vault.path(rows[0].sha256));
    const square = qrSquares(`https://gh.example.gov.cn/verify?code=${code}`);
    const tableRows = 8;
    expect(rectanglesOf(paper, 0) - 2 * tableRows).toBe(square.flat().filter(Boolean).length);
    expect(textOf(paper).flat().join("")).toContain("打开 https://gh.example.gov.cn/verify，");
  });

  it("knows its own file, and finds a changed byte", async () => {
    const house = await openTestHouse();
    const member = await memberAt(house);
    const { code } = (await certify(member)).body;
    const { bytes } = await file(member, code);
    expect(await check(house, { sha256: sha256(bytes) })).toMatchObject({
      finding: "genuine",
      certificate: { code },
    });
    const changed = Uint8Array.from(bytes);
    changed[500]! ^= 1;
    expect(await check(house, { sha256: sha256(changed) })).toMatchObject({
      finding: "unknown",
      certificate: null,
    });
    expect(await check(house, { sha256: sha256(changed), code })).toMatchObject({
      finding: "altered",
      certificate: { code },
    });
  });

  it("says what was true on its day and what is now, once the membership has ended", async () => {
    const house = await openTestHouse();
    const member = await memberAt(house);
    const { personId } = member;
    const { code } = (await certify(member)).body;
    await house.act(system("test"), (act) =>
      endMembership(act, source, { personId, change: "6", reason: "5", day: day("2026-11-22") }),
    );
    expect(await check(house, { code })).toMatchObject({
      finding: "genuine",
      certificate: { stands: false, onDay: [{}, {}, { text: "在册会员" }, {}] },
    });
    expect((await certify(member)).body.code).toBe("card.not-member");
  });

  it("still speaks for a member whose record was merged into another, and is in their list", async () => {
    const house = await openTestHouse();
    const [member, twin] = [await memberAt(house), await memberAt(house)];
    const { code } = (await certify(member)).body;
    const ids = { survivorId: twin.personId, absorbedId: member.personId };
    const mergeId = newId();
    const mergedAt = new Date("2026-11-21T09:00:00+08:00");
    const kept = await house.act(system("test"), (act) =>
      mergePersons(act, { ...ids, mergeId, take: [] }),
    );
    await house.settle();
    expect((await check(house, { code })).certificate).toMatchObject({ stands: true });
    expect((await twin.get("/api/card/certificates")).body.rows).toMatchObject([{ code }]);

    await house.act(system("test"), (act) => unmergePersons(act, { ...kept, mergeId, mergedAt }));
    await house.settle();
    expect((await twin.get("/api/card/certificates")).body.rows).toEqual([]);
    expect((await member.get("/api/card/certificates")).body.rows).toMatchObject([{ code }]);
  });

  it("tells a mistyped code from one that never was, and asks for one of them", async () => {
    const house = await openTestHouse();
    expect((await check(house, { code: "7QK4-W0PX-9DZU" })).code).toBe("card.code-unreadable");
    expect(await check(house, { code: "0000-0000-0012" })).toMatchObject({ finding: "unknown" });
    expect((await check(house, {})).code).toBe("http.unreadable");
    expect((await check(house, { sha256: "x" })).code).toBe("http.unreadable");
  });

  it("is listed and fetched by its own member only, and cannot name a character that cannot be printed", async () => {
    const house = await openTestHouse();
    const member = await memberAt(house);
    const { code } = (await certify(member)).body;
    expect((await member.get("/api/card/certificates")).body).toMatchObject({
      total: 1,
      rows: [{ code, fileName: `会员证明-${code}.pdf` }],
    });
    const other = await memberAt(house);
    expect((await file(other, code)).body.code).toBe("card.certificate-unknown");
    expect((await other.get("/api/card/certificates")).body.total).toBe(0);
    expect((await certify(member, "用途𠮷")).body.code).toBe("pdf.missing-glyph");
  });
});
