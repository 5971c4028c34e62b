// Resets: a slip in the hand and a code on the phone together open an account again, and neither does alone.
import { generateSync } from "otplib";
import { describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { system } from "../act.ts";
import { newId } from "../ids.ts";
import type { Role } from "../roles.ts";
import { openAccount } from "./accounts.ts";
import { insertPost } from "./administration-store.ts";

const phone = "13900139000";
const old = "Old-lamp on 7 hills";
const password = "New-lamp on 9 hills";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const opened = "2026-11-21T09:00:00+08:00";
const epoch = Math.floor(Date.parse(opened) / 1000);
const totpOf = (secret = totpSecret) => generateSync({ secret, epoch });
const asking = { reason: "手机丢失，动态口令用不了", shown: "id-card" };

type Seat = readonly [Role, string];

/** Somebody with a password, an authenticator and these posts, and who may reset them. */
async function openScene(...seats: readonly Seat[]) {
  const house = await openTestHouse({ now: opened });
  const security = await house.signIn("security-admin", tree.changsha);
  const held: readonly Seat[] = seats.length > 0 ? seats : [["cadre", tree.changshaCounty]];
  const places = await Promise.all(
    held.map(async ([role, orgPath]) => ({ role, orgPath, orgId: await house.unionId(orgPath) })),
  );
  const accountId = await house.act(system("test"), async (act) => {
    const { id } = await openAccount(act, { name: "张三", phone, password: old, totpSecret });
    for (const place of places) {
      const post = { id: newId(), accountId: id, ...place, title: "经办" };
      await insertPost(act, { ...post, fromDay: "2020-01-01", toDay: null }, "held");
    }
    return id;
  });
  const ask = (client: Client, body: object = asking) =>
    client.post(`/api/access/accounts/${accountId}/resets`, body);
  return { house, security, accountId, ask };
}

const lastCode = (house: TestHouse): string =>
  house.sent.flatMap(({ text }) => /验证码 (\d{6})/.exec(text)?.[1] ?? []).at(-1) ?? "";

async function codeOf(house: TestHouse): Promise<string> {
  await house.anonymous.post("/api/access/codes", { phone });
  await house.settle();
  return lastCode(house);
}

const redeem = (house: TestHouse, shown: object) =>
  house.anonymous.post("/api/access/resets/redeem", { phone, password, ...shown });

const enter = (house: TestHouse, shown: object) =>
  house.anonymous.post("/api/access/sign-in", { phone, ...shown });

describe("a reset", () => {
  it("ends what was there, and slip and phone together begin again with password and authenticator", async () => {
    const { house, security, ask } = await openScene();
    const before = await enter(house, { password: old, totp: totpOf() });
    const { body } = await ask(security);
    expect(body.slip).toMatchObject({ name: "张三", phone: "139****9000" });
    expect((await enter(house, { password: old, totp: totpOf() })).status).toBe(401);
    const ended = await house.app.inject({
      url: "/api/me",
      headers: { authorization: `Bearer ${before.body.token}` },
    });
    expect(ended.statusCode).toBe(401);
    await house.settle();
    expect(house.sent.at(-1)).toMatchObject({ to: phone });
    expect(house.sent.at(-1)?.text).toContain("已被重置");

    const slip = body.slip.code.toLowerCase().replaceAll("-", " ");
    const shown = { slip, code: await codeOf(house) };
    const weak = await redeem(house, { ...shown, password: "zhangsan88" });
    expect(weak.body.code).toBe("access.password-weak");
    const done = await redeem(house, shown);
    expect(done.body.posts).toMatchObject([{ closed: { code: "access.no-second-factor" } }]);
    const headers = { authorization: `Bearer ${done.body.token}`, "idempotency-key": newId() };
    const url = "/api/access/second-factor";
    const offer = (await house.app.inject({ url, headers })).json();
    await house.app.inject({ method: "POST", url: `${url}/codes`, headers });
    await house.settle();
    const payload = { offer: offer.offer, totp: totpOf(offer.secret), code: lastCode(house) };
    const key = { ...headers, "idempotency-key": newId() };
    const bound = (await house.app.inject({ method: "POST", url, headers: key, payload })).json();
    expect(bound.posts).toMatchObject([{ role: "cadre", closed: null }]);
    const { rows } = await house.owner.query(`select state, shown, reason,
      expires_at - opened.at as valid from access.resets, lateral (select asked_at as at) opened`);
    expect(rows).toMatchObject([{ state: "used", ...asking, valid: { days: 1 } }]);
    const again = await redeem(house, { slip, code: await codeOf(house) });
    expect(again.body.code).toBe("access.wrong-reset");
  });

  it("lets nobody in by the slip alone or the phone alone", async () => {
    const { house, security, ask } = await openScene();
    const { slip } = (await ask(security)).body;
    const guessed = await redeem(house, { slip: slip.code, code: "000000" });
    expect([guessed.status, guessed.body.code]).toEqual([401, "access.wrong-reset"]);
    const code = await codeOf(house);
    const byPhone = await house.anonymous.post("/api/access/sign-in-by-code", { phone, code });
    expect(byPhone.body.posts).toMatchObject([{ closed: { code: "access.weak-session" } }]);
    const offered = await house.app.inject({
      url: "/api/access/second-factor",
      headers: { authorization: `Bearer ${byPhone.body.token}` },
    });
    expect(offered.json().code).toBe("access.second-factor-bound");
    const mistyped = await redeem(house, { slip: `${slip.code.slice(0, -1)}?`, code: "000000" });
    expect(mistyped.body.code).toBe("access.reset-mistyped");
  });

  it("is spent after five wrong slips from the phone itself, and not by who lacks the phone", async () => {
    const { house, security, ask } = await openScene();
    const { slip } = (await ask(security)).body;
    const wrong = "0000-0000-0000-0000";
    for (let i = 0; i < 6; i += 1) await redeem(house, { slip: wrong, code: "000000" });
    const tries = async () =>
      (await house.owner.query("select state, tries from access.resets")).rows[0];
    expect(await tries()).toEqual({ state: "open", tries: 0 });
    for (let i = 0; i < 5; i += 1) await redeem(house, { slip: wrong, code: await codeOf(house) });
    expect(await tries()).toEqual({ state: "ended", tries: 5 });
    const late = await redeem(house, { slip: slip.code, code: await codeOf(house) });
    expect(late.body.code).toBe("access.wrong-reset");
  });

  it("is good for a day, and worth nothing once another was made or it was withdrawn", async () => {
    const { house, security, ask } = await openScene();
    const first = (await ask(security)).body;
    house.clock.advance(1000);
    const second = (await ask(security)).body;
    const codes = async ({ slip }: typeof first) =>
      (await redeem(house, { slip: slip.code, code: await codeOf(house) })).body.code;
    expect(await codes(first)).toBe("access.wrong-reset");
    house.clock.advance(24 * 3_600_000);
    expect(await codes(second)).toBe("access.wrong-reset");
    const list = await security.get("/api/access/resets");
    expect(list.body.rows.map(({ state }: { state: string }) => state)).toEqual([
      "expired",
      "ended",
    ]);
    const third = (await ask(security)).body;
    await security.post(`/api/access/resets/${third.id}/end`);
    expect(await codes(third)).toBe("access.wrong-reset");
  });
});

describe("a reset of an administrator", () => {
  it("takes two security administrators, neither of them the one whose it is", async () => {
    const { house, security, ask } = await openScene(["audit-admin", tree.changsha]);
    const other = await house.signIn("security-admin", tree.changsha);
    const { id, slip } = (await ask(security)).body;
    expect(slip).toBeNull();
    expect((await enter(house, { password: old, totp: totpOf() })).status).toBe(200);
    const notice = await other.get("/api/notices");
    expect(notice.body.rows[0].title).toBe("有一张重置单等您批准");
    const own = await security.post(`/api/access/resets/${id}/approve`);
    expect(own.body.code).toBe("access.reset-needs-other");
    const approved = await other.post(`/api/access/resets/${id}/approve`);
    expect(approved.body.slip.name).toBe("张三");
    expect((await enter(house, { password: old, totp: totpOf() })).status).toBe(401);
    const shown = { slip: approved.body.slip.code, code: await codeOf(house) };
    expect((await redeem(house, shown)).status).toBe(200);
    const audit = await house.signIn("audit-admin", tree.changsha);
    const { body } = await audit.get(`/api/audit/entries?subject=reset:${id}`);
    expect(body.rows.map(({ action }: { action: string }) => action).sort()).toEqual([
      "access.approve-reset",
      "access.ask-reset",
    ]);
  });

  it("is nobody's own, and stays with the security administrators", async () => {
    const { house, security, ask } = await openScene();
    const own = `/api/access/accounts/${security.accountId}/resets`;
    expect((await security.post(own, asking)).body.code).toBe("access.own-reset");
    for (const role of ["system-admin", "audit-admin"] as const) {
      const other = await house.signIn(role, tree.changsha);
      expect((await ask(other)).body.code).toBe("http.not-permitted");
      expect((await other.get("/api/access/resets")).body.code).toBe("http.not-permitted");
    }
  });
});

describe("whose account is reset", () => {
  it("lies wholly under the administrator's own union", async () => {
    const outside = await openScene(["chair", tree.furongFirm]);
    const county = await outside.house.signIn("security-admin", tree.changshaCounty);
    expect((await outside.ask(county)).body.code).toBe("access.account-not-found");
    const { house, ask } = await openScene(["officer", tree.firm], ["cadre", tree.changsha]);
    const below = await house.signIn("security-admin", tree.changshaCounty);
    expect((await ask(below)).body.code).toBe("access.reset-out-of-reach");
    const { rowCount } = await house.owner.query("select from access.resets");
    expect(rowCount).toBe(0);
  });

  it("is shown only to those above it, and says why and how the person was known", async () => {
    const { house, security, ask } = await openScene();
    const bare = await ask(security, { reason: "丢了", shown: "id-card" });
    expect(bare.status).toBe(400);
    await ask(security);
    const { body } = await security.get("/api/access/resets?state=open");
    expect(body).toMatchObject({
      total: 1,
      rows: [{ accountName: "张三", reason: asking.reason, shown: "当面核对居民身份证" }],
    });
    const elsewhere = await house.signIn("security-admin", tree.zhuzhou);
    expect((await elsewhere.get("/api/access/resets")).body.total).toBe(0);
    const id = body.rows[0].id;
    const ended = await elsewhere.post(`/api/access/resets/${id}/end`);
    expect(ended.body.code).toBe("access.reset-not-found");
  });

  it("has something to reset", async () => {
    const { house, security } = await openScene();
    const officer = await house.signIn("officer", tree.firm);
    const reply = await security.post(`/api/access/accounts/${officer.accountId}/resets`, asking);
    expect(reply.body.code).toBe("access.nothing-to-reset");
  });
});
