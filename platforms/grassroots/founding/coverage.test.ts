// Coverage by its public door: a survey comes in as Excel, each firm gets its plan, the list goes out.

import { writeSheetBytes } from "@niangjia/foundation/excel";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { openHouse, sweep, uscc } from "./testing.ts";

const columns = ["单位名称*", "统一社会信用代码", "类别", "职工人数", "开业日期", "地址"];

async function bring(client: Client, rows: (string | null)[][]): Promise<string> {
  const made = { name: "摸排表", columns: columns.map((title) => ({ title })), rows };
  return client.upload("摸排表.xlsx", await writeSheetBytes(made));
}

const rows = [
  ["湖南星沙食品有限公司", uscc(11), "企业单位", "56", "2026-01-05", "星沙大道 8 号"],
  ["松雅社区", null, "社区（村）", "40", null, null],
  ["星沙五金店", uscc(12), "", "8", "2026-10-01", null],
];

const importing = async (client: Client, from = rows) =>
  client.post("/api/founding/targets/imports", { file: await bring(client, from) });

const stored = async (house: TestHouse) =>
  (
    await house.owner.query(
      "select name, org_path, staff, source from business.founding_targets order by name",
    )
  ).rows;

describe("founding.coverage", () => {
  it("brings a firm back whose union is gone, and leaves off one whose union lives", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.xingsha);
    await importing(officer, [rows[1]!]);
    const off = (state: string) =>
      house.owner.query(
        `with closed as (update organisation.unions set state = $2,
             closed_day = case when $2 = 'closed' then '2026-11-20'::date end
           where path = $1 returning id)
         update business.founding_targets set union_id = closed.id, off_day = '2026-11-01' from closed`,
        [tree.otherFirm, state],
      );
    const total = async () => (await officer.get("/api/founding/targets")).body.total;
    await off("live");
    expect((await importing(officer, [rows[1]!])).body).toMatchObject({ added: 0 });
    expect(await total()).toBe(0);
    await off("closed");
    expect((await importing(officer, [rows[1]!])).body).toMatchObject({ updated: 1 });
    expect(await total()).toBe(1);
  });

  it("keeps firms and communities of a survey with the plan for each, once however often it is brought", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.xingsha);
    expect((await importing(officer)).body).toMatchObject({ added: 3, updated: 0, faulty: 0 });
    expect((await importing(officer)).body).toMatchObject({ added: 0, updated: 3, faulty: 0 });
    expect(await stored(house)).toHaveLength(3);

    const listed = await officer.get("/api/founding/targets");
    expect(listed.body).toMatchObject({
      total: 3,
      help: expect.stringContaining("6 个月"),
      rows: [
        { name: "湖南星沙食品有限公司", staff: 56, helpDue: true, plan: null },
        { name: "松雅社区", kindName: "社区（村）", helpDue: false },
        { name: "星沙五金店", kind: "firm", helpDue: false },
      ],
    });
    const [{ id }] = listed.body.rows;
    const planned = { who: "王干事", day: "2026-12-15", note: "先入会再建会" };
    expect((await officer.post(`/api/founding/targets/${id}/plan`, planned)).status).toBe(200);
    const { rows: plans } = await house.owner.query(
      "select plan_who, plan_day, plan_note, planned_by from business.founding_targets where id = $1",
      [id],
    );
    expect(plans).toEqual([
      {
        ...{ plan_who: "王干事", plan_day: "2026-12-15", plan_note: "先入会再建会" },
        planned_by: officer.accountId,
      },
    ]);
    const past = { who: "王干事", day: "2026-11-20" };
    expect((await officer.post(`/api/founding/targets/${id}/plan`, past)).body.code).toBe(
      "founding.plan-past",
    );
    const of = async (query: string) =>
      (await officer.get(`/api/founding/targets?${query}`)).body.total;
    expect([
      await of("plan=planned"),
      await of("plan=none"),
      await of("kind=community"),
      await of("q=星沙"),
    ]).toEqual([1, 2, 1, 2]);
    house.clock.set("2026-12-20T09:00:00+08:00");
    expect(await of("plan=late")).toBe(1);
    const sheet = await officer.get("/api/founding/targets/export?kind=firm");
    expect(sheet.headers["content-disposition"]).toContain(encodeURIComponent("应建未建单位"));
    expect(sheet.bytes.subarray(0, 2).toString()).toBe("PK");
  });

  it("tells faulty rows with their numbers and takes the others; a file without the column is refused", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.xingsha);
    const faulty = [
      ...rows,
      ["星沙印刷厂", `${uscc(13).slice(0, 17)}A`, "企业单位", "许多", null, null],
    ];
    const done = await importing(officer, faulty);
    expect(done.body).toMatchObject({ added: 3, faulty: 1 });
    expect(done.body.faults).toEqual([
      { row: 5, say: expect.stringMatching(/统一社会信用代码.*职工人数应是整数/) },
    ]);
    const bytes = await writeSheetBytes({
      name: "表",
      columns: [{ title: "甲" }, { title: "乙" }],
      rows: [["1", "2"]],
    });
    const file = await officer.upload("别的表.xlsx", bytes);
    const refused = await officer.post("/api/founding/targets/imports", { file });
    expect(refused.body.code).toBe("founding.file-columns");
  });

  it("finds by itself the employers whom members name and who have no union, and shows each federation its own", async () => {
    const house = await openHouse();
    await house.owner.query(
      `insert into member.persons (id, org_path, name, pinyin, initials, sex, document_kind, id_mask, employer, created_at, updated_at)
       select gen_random_uuid(), $1, '林小满', 'linxiaoman', 'lxm', '1', '111', '', '星沙骑手服务部', now(), now()
       from generate_series(1, 4)`,
      [tree.xingsha],
    );
    const look = () => sweep(house, "founding.coverage");
    expect(await look()).toMatchObject({ employers: 1, added: 1 });
    expect(await look()).toMatchObject({ employers: 1, added: 0 });
    const officer = await house.signIn("officer", tree.xingsha);
    const { body } = await officer.get("/api/founding/targets");
    expect(body.rows).toMatchObject([
      { name: "星沙骑手服务部", employed: 4, staff: null, source: "employers" },
    ]);
    const elsewhere = await house.signIn("cadre", tree.furong);
    expect((await elsewhere.get("/api/founding/targets")).body.total).toBe(0);
    const { id } = body.rows[0];
    const plan = { who: "张三", day: "2026-12-31" };
    expect((await elsewhere.post(`/api/founding/targets/${id}/plan`, plan)).status).toBe(404);
  });
});
