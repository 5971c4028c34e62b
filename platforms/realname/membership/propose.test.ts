// Proposing unions by its public door: the trade of a gig worker first, the firm's own, the town's,
// else the county.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { addUnion } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../../server/testing.ts";
import { openHouse } from "./testing.ts";

async function openScene() {
  const house = await openHouse();
  const parentId = await house.unionId(tree.changshaCounty);
  const trade = (name: string) =>
    house.act(system("test"), (act) =>
      addUnion(
        act,
        {
          ...{ parentId, level: "grassroots", sinceDay: day("2022-01-01") },
          ...{ name, kind: "5", division: "430121" },
        },
        { kind: "demo", id: null },
      ),
    );
  await trade("长沙县快递行业工会联合会");
  await trade("长沙县新就业形态劳动者工会联合会");
  return { house, worker: await house.signIn("worker") };
}

const ask = async (client: Client, query: string): Promise<{ name: string; why: string }[]> =>
  (await client.get(`/api/membership/unions?${query}`)).body.rows;

describe("proposed unions", () => {
  it("begin with the trade of a gig worker, then those for all of them, then the town", async () => {
    const { worker } = await openScene();
    const rows = await ask(worker, "division=430121001&gigOccupation=02");
    expect(rows.map(({ name }) => name)).toEqual([
      "长沙县快递行业工会联合会",
      "长沙县新就业形态劳动者工会联合会",
      expect.stringContaining("星沙"),
    ]);
    expect(rows[0]!.why).toBe("快递员所在行业的工会");
  });

  it("are the firm's own for who has an employer with a union", async () => {
    const { house, worker } = await openScene();
    const { rows } = await house.owner.query(
      "select name from organisation.unions where path = $1",
      [tree.furongFirm],
    );
    const employer = encodeURIComponent("蓉川物业有限公司");
    const proposed = await ask(worker, `division=430121001&employer=${employer}`);
    expect(proposed[0]).toMatchObject({ name: rows[0].name, why: "您工作单位的工会" });
  });

  it("are the county federation's where nothing else is known, and none for a place nobody knows", async () => {
    const { worker } = await openScene();
    expect(await ask(worker, "division=430102")).toMatchObject([{ name: "芙蓉区总工会" }]);
    expect(await ask(worker, "division=110101")).toEqual([]);
    expect((await worker.get("/api/membership/unions?division=43")).status).toBe(400);
  });
});
