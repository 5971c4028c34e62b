// Numbers that federations set, by the public door: proposed by one, agreed to by another, read by what is decided.
import { describe, expect, it } from "vitest";
import { openTestHouse, tree } from "../../server/testing.ts";

const wage = "/api/rules/legal-aid/minimumWage";
const asked = {
  ...{ value: 230_000, document: "关于调整最低工资标准的通知", article: "第一条" },
  fromDay: "2026-11-23",
};

const valuesOf = ({ values }: { readonly values: readonly object[] }) => values;

async function openScene() {
  const house = await openTestHouse();
  const chair = await house.signIn("chair", tree.changshaCounty);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const found = async (name: string) => {
    const { body } = await cadre.get("/api/rules");
    return body.rows.find((row: { name: string }) => row.name === name);
  };
  return { house, chair, cadre, found };
}

describe("a number of a rule", () => {
  it("is listed with what holds here today, and why", async () => {
    const { found } = await openScene();
    expect(await found("minimumWage")).toMatchObject({
      ...{ room: "legal-aid", roomTitle: "法律援助", unit: "元", money: true, values: [] },
      now: { words: "¥1,550.00", place: "全国", source: "本系统默认值", fromDay: "2018-01-01" },
    });
    expect(await found("closeWithin")).toMatchObject({ room: "mediation", unit: "个工作日" });
  });

  it("is set by four eyes from a later day, and then holds there alone", async () => {
    const { house, chair, cadre, found } = await openScene();
    expect((await cadre.post(wage, { ...asked, fromDay: "2026-11-21" })).body.code).toBe(
      "rules.day",
    );
    const { body } = await cadre.post(wage, asked);
    const decision = `/api/rules/values/${body.number}/decision`;
    expect((await chair.post(wage, asked)).body.code).toBe("rules.waits");
    expect((await cadre.post(decision, { agree: true })).body.code).toBe("rules.own");
    const stranger = await house.signIn("chair", tree.furong);
    expect((await stranger.post(decision, { agree: true })).status).toBe(404);
    expect((await chair.post(decision, { agree: true })).body.state).toBe("agreed");
    const { rows } = await house.owner.query(
      "select room, name, place, from_day, value, state from business.rule_values",
    );
    expect(rows).toMatchObject([
      { ...{ room: "legal-aid", name: "minimumWage", place: "430121" }, state: "agreed" },
    ]);

    expect((await found("minimumWage")).now.words).toBe("¥1,550.00");
    house.clock.set("2026-11-23T09:00:00+08:00");
    expect(await found("minimumWage")).toMatchObject({
      now: {
        ...{ words: "¥2,300.00", fromDay: "2026-11-23" },
        source: "《关于调整最低工资标准的通知》第一条",
      },
      values: [{ current: true, stateTitle: "已核准", mayDecide: false }],
    });
    const elsewhere = await stranger.get("/api/rules");
    const there = elsewhere.body.rows.find((row: { name: string }) => row.name === "minimumWage");
    expect(there).toMatchObject({ now: { words: "¥1,550.00" }, values: [] });
  });

  it("is not agreed to by whoever proposed it, through another of their accounts", async () => {
    const { house, chair, cadre, found } = await openScene();
    const { body } = await cadre.post(wage, asked);
    const mayDecide = async () => (await found("minimumWage")).values[0].mayDecide;
    const theirs = async () => (await chair.get("/api/rules")).body.rows.flatMap(valuesOf);
    expect([await mayDecide(), await theirs()]).toMatchObject([false, [{ mayDecide: true }]]);
    await house.owner.query(
      `insert into member.persons (id, org_path, name, pinyin, initials, sex, document_kind, id_mask,
         merged_into, created_at, updated_at)
       select person_id, $3, name, '', '', '1', '111', '', case id when $1 then (select person_id
         from access.accounts where id = $2) end, now(), now() from access.accounts where id in ($1, $2)`,
      [chair.accountId, cadre.accountId, tree.changshaCounty],
    );
    expect(await theirs()).toMatchObject([{ mayDecide: false }]);
    const decision = `/api/rules/values/${body.number}/decision`;
    expect((await chair.post(decision, { agree: true })).body.code).toBe("rules.own");
    const other = await house.signIn("cadre", tree.changshaCounty);
    expect((await other.post(decision, { agree: true })).body.state).toBe("agreed");
  });

  it("is refused when it is none of theirs, none of the house's, or no such number", async () => {
    const { house, cadre } = await openScene();
    const officer = await house.signIn("cadre", tree.xingsha);
    expect((await officer.get("/api/rules")).body.code).toBe("rules.not-federation");
    expect((await cadre.post("/api/rules/legal-aid/decideWithin", asked)).body.code).toBe(
      "rules.unknown",
    );
    const huge = await cadre.post(wage, { ...asked, value: 2_000_000_000_000 });
    expect(huge.body).toMatchObject({
      code: "rules.misfit",
      title: expect.stringContaining("太大"),
    });
    expect((await cadre.post(wage, { ...asked, document: "" })).status).toBe(400);
  });

  it.each([
    ["a park of the city, entered at a county's level", { kind: "4", division: "430100" }],
    ["a county that bears its city's code", { kind: "10", division: "430100" }],
    ["a county that bears the code of another city's", { kind: "10", division: "430202" }],
  ])("is set by nobody for the place of others: %s", async (_who, { kind, division }) => {
    const { house, cadre } = await openScene();
    await house.owner.query(
      "update organisation.unions set kind = $2, division = $3 where path = $1",
      [tree.changshaCounty, kind, division],
    );
    expect((await cadre.post(wage, asked)).body.code).toBe("rules.not-federation");
    expect((await cadre.get("/api/rules")).body.code).toBe("rules.not-federation");
  });
});
