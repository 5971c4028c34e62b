// Strength of a session: a code on a phone does not open a post that answers for others.
import { generateSync } from "otplib";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { system } from "../act.ts";
import { newId } from "../ids.ts";
import type { Role } from "../roles.ts";
import { openAccount } from "./accounts.ts";
import { insertPost } from "./administration-store.ts";
import { barOf, type OpenedBy } from "./strength.ts";

const phone = "13900139000";
const password = "correct horse";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const now = "2026-11-21T09:00:00+08:00";
const totp = () => generateSync({ secret: totpSecret, epoch: Math.floor(Date.parse(now) / 1000) });

interface Holder {
  readonly roles: readonly Role[];
  readonly password?: string;
  readonly totpSecret?: string;
}

/** A house with one account that holds a post of each role at the county; answers the posts' ids. */
async function houseWith({ roles, ...secrets }: Holder) {
  const house = await openTestHouse();
  const orgId = await house.unionId(tree.changshaCounty);
  const posts = await house.act(system("test"), async (act) => {
    const { id: accountId } = await openAccount(act, { name: "张三", phone, ...secrets });
    const ids: string[] = [];
    for (const role of roles) {
      const place = { orgId, orgPath: tree.changshaCounty };
      const term = { fromDay: "2020-01-01", toDay: null };
      const post = { id: newId(), accountId, role, title: role, ...place, ...term };
      await insertPost(act, post, "held");
      ids.push(post.id);
    }
    return ids;
  });
  return { house, posts };
}

async function codeOf(house: TestHouse): Promise<string> {
  await house.anonymous.post("/api/access/codes", { phone });
  await house.settle();
  return /\d{6}/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
}

async function byCode(house: TestHouse, wechatTicket?: string) {
  const body = { phone, code: await codeOf(house), ...(wechatTicket ? { wechatTicket } : {}) };
  return house.anonymous.post("/api/access/sign-in-by-code", body);
}

const byPassword = (house: TestHouse, shown: object = {}) =>
  house.anonymous.post("/api/access/sign-in", { phone, password, ...shown });

/** Asks as the bearer of the session a sign-in opened. */
async function as(house: TestHouse, token: string, method: "GET" | "POST", url: string) {
  const headers = { authorization: `Bearer ${token}`, "idempotency-key": newId() };
  const reply = await house.app.inject({ method, url: `/api${url}`, headers });
  return { status: reply.statusCode, body: reply.json() };
}

describe("a post of whoever has a password and a one-time password", () => {
  it.each(["officer", "chair", "cadre", "partner", "security-admin"] as const)(
    "opens to both, and a code on the phone leaves a %s outside",
    async (role) => {
      const { house, posts } = await houseWith({ roles: [role], password, totpSecret });
      const weak = await byCode(house);
      expect(weak.body.posts).toMatchObject([{ closed: { code: "access.weak-session" } }]);
      const shown = await as(house, weak.body.token, "GET", "/me");
      expect(shown.body).toMatchObject({ role: "worker", post: null });
      expect(shown.body.posts[0].closed.next).toContain("请退出后用密码和动态口令登录");
      const chosen = await as(house, weak.body.token, "POST", `/access/posts/${posts[0]}/act`);
      expect([chosen.status, chosen.body.code]).toEqual([403, "access.weak-session"]);
      const strong = await byPassword(house, { totp: totp() });
      const me = await as(house, strong.body.token, "GET", "/me");
      expect(me.body).toMatchObject({ role, post: { id: posts[0], closed: null } });
    },
  );

  it("stays closed to WeChat as well", async () => {
    const { house } = await houseWith({ roles: ["chair"], password, totpSecret });
    const ticket = async () => {
      const reply = await house.anonymous.post("/api/access/wechat/codes", { code: "zhang-1" });
      await house.settle();
      return reply.body.ticket;
    };
    await byCode(house, await ticket());
    const body = { ticket: await ticket() };
    const entered = await house.anonymous.post("/api/access/sign-in-by-wechat", body);
    expect(entered.body.posts).toMatchObject([{ closed: { code: "access.weak-session" } }]);
  });

  it("is out of reach of a list, even when the session's row names it", async () => {
    const { house, posts } = await houseWith({ roles: ["cadre"], password, totpSecret });
    const { token } = (await byCode(house)).body;
    await house.owner.query("update access.sessions set post_id = $1", [posts[0]]);
    expect((await as(house, token, "GET", "/members")).status).toBe(403);
  });

  it("closes in a session that was opened before the account had a password", async () => {
    const { house } = await houseWith({ roles: ["officer"] });
    const { token } = (await byCode(house)).body;
    expect((await as(house, token, "GET", "/me")).body.role).toBe("officer");
    await house.owner.query(
      "update access.accounts set password_hash = 'x'; notify niangjia_access",
    );
    await expect
      .poll(async () => (await as(house, token, "GET", "/me")).body)
      .toMatchObject({ role: "worker", post: null });
  });
});

describe("a part-time officer without a password", () => {
  it("acts by a code, but not as a cadre or an administrator", async () => {
    const roles = ["cadre", "officer", "system-admin"] as const;
    const { house } = await houseWith({ roles });
    const { body } = await byCode(house);
    const me = (await as(house, body.token, "GET", "/me")).body;
    expect(me.role).toBe("officer");
    const closed = me.posts.map((post: { role: string; closed: { code: string } | null }) => [
      post.role,
      post.closed?.code,
    ]);
    expect(closed).toEqual([
      ["cadre", "access.no-second-factor"],
      ["officer", undefined],
      ["system-admin", "access.no-second-factor"],
    ]);
  });
});

describe("the rule", () => {
  const never = "access.no-second-factor";
  const again = "access.weak-session";
  it.each([
    ["officer", "code", { hasPassword: false, hasTotp: false }, undefined],
    ["officer", "wechat", { hasPassword: false, hasTotp: false }, undefined],
    ["officer", "code", { hasPassword: true, hasTotp: false }, again],
    ["officer", "password", { hasPassword: true, hasTotp: false }, never],
    ["officer", "password", { hasPassword: true, hasTotp: true }, again],
    ["cadre", "code", { hasPassword: false, hasTotp: false }, never],
    ["cadre", "wechat", { hasPassword: true, hasTotp: true }, again],
    ["cadre", "password-totp", { hasPassword: true, hasTotp: true }, undefined],
    ["audit-admin", "wechat", { hasPassword: false, hasTotp: false }, never],
    ["member", "wechat", { hasPassword: true, hasTotp: true }, undefined],
    ["worker", "code", { hasPassword: false, hasTotp: false }, undefined],
  ] as const)("for a %s who came by %s with %o is %s", (role, openedBy: OpenedBy, has, code) => {
    expect(barOf(role, { openedBy, ...has })?.code).toBe(code);
  });
});
