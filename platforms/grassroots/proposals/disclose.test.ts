// Disclosure by its public door: who of which union reads an item, from when, and how many did.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { memberAt, openScene } from "./testing.ts";

const paper = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

describe("proposals.disclose", () => {
  it("opens an item with its papers to the members of the union and to nobody else", async () => {
    const { house, officer, proposer, colleagues } = await openScene();
    const file = await officer.upload("集体合同.pdf", paper);
    const item = {
      ...{ union: await house.unionId(tree.firm), kind: "agreement", title: "2026 年集体合同" },
      ...{ words: "经职代会审议通过，现予公开。", files: [file] },
    };
    const { body } = await officer.post("/api/proposals/disclosures", item);
    const later = await officer.post("/api/proposals/disclosures", {
      ...{ ...item, title: "年度绩效方案", files: [], fromDay: "2026-12-01" },
    });
    const at = `/api/proposals/disclosures/${body.id}`;
    const listed = await proposer.get("/api/proposals/disclosures");
    expect(listed.body.rows).toMatchObject([{ id: body.id, seen: null, stateName: "公开中" }]);
    expect((await proposer.get(`/api/proposals/disclosures/${later.body.id}`)).status).toBe(404);
    const shown = await proposer.get(at);
    expect(shown.body).toMatchObject({ words: item.words, files: [{ name: "集体合同.pdf" }] });
    const fetched = await proposer.get(`${at}/files/${file}`);
    expect(fetched.bytes.equals(paper)).toBe(true);
    expect(fetched.headers["content-type"]).toBe("application/pdf");
    expect((await proposer.post(`${at}/seen`)).body).toEqual({ first: true });
    expect((await proposer.post(`${at}/seen`)).body).toEqual({ first: false });
    await colleagues[0]!.post(`${at}/seen`);

    const outsider = await memberAt(house, tree.otherFirm, 4);
    expect((await outsider.get("/api/proposals/disclosures")).body.total).toBe(0);
    for (const path of [at, `${at}/files/${file}`]) {
      expect((await outsider.get(path)).status).toBe(404);
    }
    const otherOfficer = await house.signIn("officer", tree.otherFirm);
    expect((await otherOfficer.get(at)).status).toBe(404);
    const elsewhere = await otherOfficer.post("/api/proposals/disclosures", { ...item, files: [] });
    expect(elsewhere.body.code).toBe("proposals.union-not-found");
    expect((await officer.get(at)).body).toMatchObject({ seen: 2, members: 4 });
  });

  it("is withdrawn with a reason that stays to be read, once, and its papers close", async () => {
    const { house, officer, proposer } = await openScene();
    const file = await officer.upload("名单.pdf", paper);
    const { body } = await officer.post("/api/proposals/disclosures", {
      ...{ union: await house.unionId(tree.firm), kind: "discipline", title: "评先评优名单" },
      ...{ words: "名单见附件。", files: [file] },
    });
    const at = `/api/proposals/disclosures/${body.id}`;
    expect((await officer.post(`${at}/withdraw`, {})).body.fields[0].say).toContain("撤回的原因");
    const why = "名单有误，更正后另行公开";
    expect((await officer.post(`${at}/withdraw`, { why })).status).toBe(200);
    const twice = await officer.post(`${at}/withdraw`, { why });
    expect(twice.body.code).toBe("proposals.withdrawn-already");
    expect((await proposer.get(at)).body).toMatchObject({ state: "withdrawn", withdrawnWhy: why });
    expect((await proposer.get(`${at}/files/${file}`)).status).toBe(404);
    const { rows } = await house.owner.query("select * from business.proposals_disclosures");
    expect(rows).toMatchObject([{ words: "名单见附件。", withdrawn_why: why }]);
  });
});
