// Matters that were marked granted before their application was: mended in the store by any owner of its tables.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../../server/testing.ts";
import { aidForm, assigned, decide, file, matterRow, openHouse } from "./testing.ts";

const folder = new URL("./migrations/", import.meta.url);
const repair = readFileSync(new URL("0097_legal_aid_as_decided.sql", folder), "utf8");

/** As an operator whose own role has the tables and is no superuser. */
async function mend({ owner }: TestHouse): Promise<void> {
  const tables = ["legal_aid_matters", "cases", "case_actions"];
  await owner.query("begin; grant usage on schema business to niangjia_door");
  for (const table of tables) {
    await owner.query(`alter table business.${table} owner to niangjia_door`);
  }
  await owner.query(`set local role niangjia_door; ${repair}; commit`);
}

const markGranted = ({ owner }: TestHouse, ids: readonly string[]) =>
  owner.query(
    `update business.legal_aid_matters set state = 'granted', decided_at = now(), decided_by = account_id,
       decided_why = '同意' where case_id = any($1)`,
    [ids],
  );

async function openScene() {
  const house = await openHouse();
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const applied = async (respondent: string): Promise<string> => {
    const worker = await house.signIn("worker");
    return (await file(worker, "apply", await aidForm(house, { respondent }))).body.id;
  };
  return { house, cadre, applied };
}

describe("a matter that was marked granted though its application was not", () => {
  it("stands as its application stands once it is mended, and is decided like every other", async () => {
    const { house, cadre, applied } = await openScene();
    const [running, returned, rejected] = [
      await applied("甲建筑有限公司"),
      await applied("乙建筑有限公司"),
      await applied("丙建筑有限公司"),
    ];
    const opinion = "已经由区里援助，不重复给予";
    await decide(cadre, returned, "return", { opinion: "请补交工资条" });
    await decide(cadre, rejected, "reject", { opinion });
    await house.settle();
    await markGranted(house, [running, returned, rejected]);
    await mend(house);
    const undecided = { decided_at: null, decided_by: null, decided_why: null };
    expect(await matterRow(house, running)).toMatchObject({ state: "filed", ...undecided });
    expect(await matterRow(house, returned)).toMatchObject({ state: "returned", ...undecided });
    expect(await matterRow(house, rejected)).toMatchObject({
      ...{ state: "refused", decided_by: cadre.accountId, decided_why: opinion },
      decided_at: new Date("2026-11-21T01:00:00Z"),
    });
    expect((await decide(cadre, running)).body.status).toBe("approved");
    expect(await matterRow(house, running)).toMatchObject({
      ...{ state: "granted", decided_by: cadre.accountId, assign_due_day: "2026-11-24" },
    });
  });

  it("is no matter that was granted, or that a lawyer has", async () => {
    const { house, cadre, applied } = await openScene();
    const granted = await applied("甲建筑有限公司");
    await decide(cadre, granted);
    const { matter } = await assigned(house);
    await house.settle();
    const before = [await matterRow(house, granted), await matterRow(house, matter)];
    expect(before).toMatchObject([{ state: "granted" }, { state: "assigned" }]);
    await mend(house);
    expect([await matterRow(house, granted), await matterRow(house, matter)]).toEqual(before);
  });
});
