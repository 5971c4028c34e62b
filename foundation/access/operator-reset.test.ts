// Resets from the server: the last administrator gets in again, it is on record, and the others hear of it.
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { system } from "../act.ts";
import { newId } from "../ids.ts";
import type { Role } from "../roles.ts";
import { openAccount } from "./accounts.ts";
import { insertPost } from "./administration-store.ts";
import { findLockedOut, resetByOperator } from "./operator-reset.ts";

const phone = "13900139000";
const old = "Old-lamp on 7 hills";
const password = "New-lamp on 9 hills";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const operator = system("机房操作员（root@server）");

/** The only one with this post at the city. */
async function openScene(role: Role) {
  const house = await openTestHouse();
  const place = { orgPath: tree.changsha, orgId: await house.unionId(tree.changsha) };
  const accountId = await house.act(system("test"), async (act) => {
    const { id } = await openAccount(act, { name: "张三", phone, password: old, totpSecret });
    const post = { id: newId(), accountId: id, role, ...place, title: "安全管理员" };
    await insertPost(act, { ...post, fromDay: "2020-01-01", toDay: null }, "held");
    return id;
  });
  return { house, accountId };
}

const reset = (house: TestHouse) =>
  house.act(operator, async (act) =>
    resetByOperator(act, await findLockedOut(act, phone), "唯一的安全管理员丢了手机"),
  );

async function codeOf(house: TestHouse): Promise<string> {
  await house.anonymous.post("/api/access/codes", { phone });
  await house.settle();
  return house.sent.flatMap(({ text }) => /验证码 (\d{6})/.exec(text)?.[1] ?? []).at(-1) ?? "";
}

describe("a reset from the server", () => {
  it("lets the only security administrator in again, by slip and phone, and is on record", async () => {
    const { house, accountId } = await openScene("security-admin");
    const watcher = await house.signIn("audit-admin", tree.changsha);
    const slip = await reset(house);
    expect(slip).toMatchObject({ name: "张三", phone: "139****9000" });
    const entered = await house.anonymous.post("/api/access/sign-in", { phone, password: old });
    expect(entered.status).toBe(401);
    const shown = { phone, slip: slip.code, code: await codeOf(house), password };
    expect((await house.anonymous.post("/api/access/resets/redeem", shown)).status).toBe(200);

    const { rows } = await house.owner.query(
      "select actor_name, account_id, details from audit.entries where action = $1",
      ["access.reset-by-operator"],
    );
    expect(rows).toEqual([{ actor_name: operator.name, account_id: null, details: { accountId } }]);
    expect((await watcher.get("/api/notices")).body.rows).toMatchObject([
      { title: "一位管理员的密码被重置" },
    ]);
  });

  it("stands in the list of resets like any other", async () => {
    const { house } = await openScene("system-admin");
    const security = await house.signIn("security-admin", tree.changsha);
    expect(await house.act(operator, (act) => findLockedOut(act, phone))).toMatchObject({
      titles: ["系统管理员"],
      others: 1,
    });
    await reset(house);
    expect((await security.get("/api/access/resets")).body.rows).toMatchObject([
      { accountName: "张三", state: "open", askedBy: "机房操作员", mine: false },
    ]);
  });

  it("is refused for whoever is no administrator, and for a number nobody has", async () => {
    const { house } = await openScene("cadre");
    await expect(reset(house)).rejects.toMatchObject({
      kind: { code: "access.operator-reset-not-needed" },
    });
    await expect(
      house.act(operator, (act) => findLockedOut(act, "13900139001")),
    ).rejects.toMatchObject({ kind: { code: "access.operator-reset-nobody" } });
  });
});
