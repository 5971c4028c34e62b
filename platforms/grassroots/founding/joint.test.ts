// Firms that found a union together by the public door: each of them has it, and none may found another.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { changeFacts } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../../server/testing.ts";
import {
  agree,
  applyFacts,
  electFacts,
  file,
  openHouse,
  publishFacts,
  type Staff,
  staffOf,
  sweep,
  uscc,
} from "./testing.ts";

const shops = [
  { name: "星沙五金店", uscc: uscc(12) },
  { name: "星沙面馆", uscc: uscc(13) },
  { name: "星沙理发店", uscc: uscc(17) },
];

const jointFacts = async (house: TestHouse, { officer }: Staff, changes: object = {}) =>
  applyFacts(house, officer, {
    ...{ way: "joint", name: "星沙商铺联合工会委员会", firms: shops, ...changes },
  });

/** Two of the shops stand on the list, one of them by its name alone; of the third only its workers speak. */
async function listed(house: TestHouse): Promise<void> {
  const at = [await house.unionId(tree.xingsha), tree.xingsha];
  await house.owner.query(
    `insert into business.founding_targets (id, org_id, org_path, kind, name, uscc, source, found_at)
     values (gen_random_uuid(), $1, $2, 'firm', '星沙五金店', $3, 'import', now()),
       (gen_random_uuid(), $1, $2, 'firm', '星沙面馆', null, 'employers', now())`,
    [...at, uscc(12)],
  );
  await house.owner.query(
    `insert into member.persons (id, org_path, name, pinyin, initials, sex, document_kind, id_mask, employer, created_at, updated_at)
     select gen_random_uuid(), $1, '林小满', 'linxiaoman', 'lxm', '1', '111', '', '星沙理发店', now(), now()
     from generate_series(1, 4)`,
    [tree.xingsha],
  );
}

async function approved(house: TestHouse, staff: Staff): Promise<string> {
  const filed = await file(staff.officer, "apply", await jointFacts(house, staff));
  expect(filed.status, JSON.stringify(filed.body)).toBe(200);
  const agreed = await agree(staff.chair, filed.body.id);
  expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });
  const { rows } = await house.owner.query(
    "select id from organisation.unions where state = 'preparing'",
  );
  return rows[0].id;
}

describe("firms that found a union together", () => {
  it("all leave the list of those without once it lives, and the night does not bring them back", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    await listed(house);
    const union = await approved(house, staff);
    house.clock.set("2026-12-02T09:00:00+08:00");
    const filed = await file(staff.officer, "elect", await electFacts(union, staff.officer));
    await agree(staff.chair, filed.body.id);
    const last = await file(staff.officer, "publish", publishFacts(union));
    await agree(staff.chair, last.body.id);
    house.clock.set("2026-12-10T12:00:00+08:00");
    await sweep(house, "cases.clock");
    await house.settle();
    const off = await house.owner.query(
      "select name from business.founding_targets where union_id = $1 order by name",
      [union],
    );
    expect(off.rows.map(({ name }) => name)).toEqual(["星沙五金店", "星沙面馆"]);
    expect(await sweep(house, "founding.coverage")).toMatchObject({ added: 0 });
  });

  it("may not found another, alone or in other company", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    await approved(house, staff);
    const alone = { uscc: uscc(12), name: "星沙五金店工会委员会" };
    const own = await file(staff.officer, "apply", await applyFacts(house, staff.officer, alone));
    expect(own.body.code, JSON.stringify(own.body)).toBe("founding.prepared-already");
    const others = [{ name: "星沙茶馆", uscc: uscc(14) }, shops[1]];
    const changes = { uscc: uscc(15), name: "另一个联合工会委员会", firms: others };
    const beside = await file(staff.officer, "apply", await jointFacts(house, staff, changes));
    expect(beside.body.fields, JSON.stringify(beside.body)).toEqual([
      { path: "facts.firms.1.uscc", say: expect.stringContaining("星沙商铺联合工会") },
    ]);
  });

  it.each([
    ["the same firm twice", [shops[0], { ...shops[0], name: "又一家店" }], "firms.1.uscc", /两次/],
    ["a code with a fault", [{ name: "星沙面馆", uscc: "4301" }], "firms.0.uscc", /./],
    ["no other firm", undefined, "firms", /请填写|至少/],
  ])("are refused with %s", async (_what, firms, path, say) => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const refused = await file(staff.officer, "apply", await jointFacts(house, staff, { firms }));
    expect(refused.body.code, JSON.stringify(refused.body)).toBe("cases.faulty");
    expect(refused.body.fields).toContainEqual({
      ...{ path: `facts.${path}`, say: expect.stringMatching(say) },
    });
  });

  it("keep their union when the firm it is named by changes its code", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const union = await approved(house, staff);
    const change = {
      ...{ unionId: union, fromDay: day("2026-11-21"), facts: { employerUscc: uscc(16) } },
    };
    await house.act(system("test"), (act) => changeFacts(act, change, { kind: "demo", id: null }));
    const { rows } = await house.owner.query(
      "select uscc from organisation.codes where union_id = $1 and role = 'employer' order by uscc",
      [union],
    );
    expect(rows.map((row) => row.uscc)).toEqual([12, 13, 16, 17].map((nth) => uscc(nth)));
  });
});
