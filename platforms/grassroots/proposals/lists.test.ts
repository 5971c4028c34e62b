// Lists of open management: in the order that is asked for, and the same rows whole as a file.
import { readSheet } from "@niangjia/foundation/excel";
import { newId } from "@niangjia/foundation/ids";
import { describe, expect, it } from "vitest";
import { type Client, openTestHouse, tree } from "../../../server/testing.ts";

const at = (day: string) => `${day}T09:00:00+08:00`;

/** Two of each, as they lie in the store. */
async function openScene() {
  const house = await openTestHouse();
  const org = await house.unionId(tree.firm);
  const officer = await house.signIn("officer", tree.firm);
  const put = (table: string, row: object) => {
    const all = { org_id: org, org_path: tree.firm, ...row };
    const names = Object.keys(all);
    const slots = names.map((_, nth) => `$${nth + 1}`);
    return house.owner.query(
      `insert into business.proposals_${table} (${names}) values (${slots})`,
      Object.values(all),
    );
  };
  const made = { made_at: at("2026-11-01"), made_by: officer.accountId };
  for (const [title, day, number] of [
    ["甲", "2026-11-02", "Z2026-001"],
    ["乙", "2026-11-05", "Z2026-002"],
  ] as const) {
    const item = { kind: "other", title, words: title, files: [], from_day: day };
    await put("disclosures", { id: newId(), ...item, ...made });
    await put("selections", { id: newId(), title, places: 1, ends_day: day, ...made });
    const asked = { person_id: newId(), number, title, question: title, asked_day: day };
    const answered = { answer: "答", answered_by: "工会主席", answered_day: day, open: true };
    await put("questions", { case_id: newId(), ...asked, ...answered });
  }
  return { house, officer };
}

/** Rows below the head, as text. */
async function sheetAt(client: Client, url: string): Promise<string[]> {
  const { bytes, status } = await client.get(url);
  expect(status).toBe(200);
  const rows: string[] = [];
  for await (const { cells } of await readSheet(bytes)) {
    rows.push(cells.map(({ text }) => text).join("|"));
  }
  return rows.slice(1);
}

describe("a list of open management", () => {
  it.each([
    ["disclosures", "-from", "from"],
    ["questions", "-answered", "number"],
    ["selections", "-ends", "ends"],
  ])(
    "%s is sorted as asked, the latest first when nothing is, and taken out so",
    async (list, ...sorts) => {
      const { house, officer } = await openScene();
      const titles = async (query = "") => {
        const { body } = await officer.get(`/api/proposals/${list}${query}`);
        return body.rows.map(({ title }: { title: string }) => title).join("");
      };
      expect([await titles(), await titles(`?sort=${sorts[0]}`)]).toEqual(["乙甲", "乙甲"]);
      expect(await titles(`?sort=${sorts[1]}`)).toBe("甲乙");
      expect((await officer.get(`/api/proposals/${list}?sort=nothing`)).status).toBe(400);
      const file = `/api/proposals/${list}-file`;
      const [first, second] = await sheetAt(officer, `${file}?sort=${sorts[1]}`);
      expect(first).toContain("甲");
      expect(second).toContain("乙");
      const elsewhere = await house.signIn("officer", tree.otherFirm);
      expect(await sheetAt(elsewhere, file)).toEqual([]);
      const member = await house.signIn("member");
      expect((await member.get(file)).status).toBe(403);
    },
  );
});
