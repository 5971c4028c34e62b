// Elevation on a real connection: the house's reach lasts as long as the work it was lent for, however deep that calls.
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../server/testing.ts";
import { asHouse } from "./elevate.ts";
import { newId } from "./ids.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
});
afterAll(() => house.close());

const ids = { accountId: newId(), personId: newId(), sessionId: newId() };
const post = { id: newId(), role: "cadre", orgId: newId(), orgPath: tree.changsha } as const;
const cadre = { kind: "staff", ...ids, post, role: "cadre", name: "", ownName: "" } as const;

test("a call within a call gives nothing back before the outer one has ended", async () => {
  const roles = await house.act(cadre, async (act) => {
    const now = async (): Promise<string | undefined> =>
      (await sql<{ role: string }>`select current_user as role`.execute(act.tx)).rows[0]?.role;
    const before = await now();
    const [within, after] = await asHouse(act, async (outer) => {
      const inner = await asHouse(outer, now);
      return [inner, await now()];
    });
    return [before, within, after, await now()];
  });
  expect(roles).toEqual(["niangjia_staff", "niangjia_system", "niangjia_system", "niangjia_staff"]);
});

test("a failure within leaves the connection fit to lend again", async () => {
  const failing = house.act(cadre, (act) =>
    asHouse(act, ({ tx }) => sql`select 1 / 0`.execute(tx)),
  );
  await expect(failing).rejects.toMatchObject({ code: "22012" });
  const role = await house.act(cadre, (act) =>
    asHouse(act, async ({ tx }) => {
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(tx);
      return rows[0]?.role;
    }),
  );
  expect(role).toBe("niangjia_system");
});
