// One's own account: a new password, an authenticator on a new phone, codes for the day it is lost.
import { generateSync } from "otplib";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { system } from "../act.ts";
import { newId } from "../ids.ts";
import { openAccount } from "./accounts.ts";
import { insertPost } from "./administration-store.ts";

const phone = "13900139000";
const old = "Old-lamp on 7 hills";
const password = "New-lamp on 9 hills";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const opened = "2026-11-21T09:00:00+08:00";

/** A cadre with a password and an authenticator, and the ways they come in. */
async function openScene() {
  const house = await openTestHouse({ now: opened });
  const orgId = await house.unionId(tree.changshaCounty);
  await house.act(system("test"), async (act) => {
    const { id } = await openAccount(act, { name: "张三", phone, password: old, totpSecret });
    const place = { orgId, orgPath: tree.changshaCounty, title: "经办", role: "cadre" } as const;
    const term = { fromDay: "2020-01-01", toDay: null };
    await insertPost(act, { id: newId(), accountId: id, ...place, ...term }, "held");
  });
  let epoch = Math.floor(Date.parse(opened) / 1000);
  const advance = (ms: number) => {
    house.clock.advance(ms);
    epoch += Math.floor(ms / 1000);
  };
  const totpOf = (secret = totpSecret) => generateSync({ secret, epoch });
  const enter = (shown: object) =>
    house.anonymous.post("/api/access/sign-in", { phone, password: old, ...shown });
  const strong = async () => bearer(house, (await enter({ totp: totpOf() })).body.token);
  return { house, advance, totpOf, enter, strong };
}

function bearer(house: TestHouse, token: string) {
  return async (method: "GET" | "POST", url: string, payload?: object) => {
    const headers = { authorization: `Bearer ${token}`, "idempotency-key": newId() };
    const asked = { method, url: `/api/access${url}`, headers, ...(payload ? { payload } : {}) };
    const reply = await house.app.inject(asked);
    return { status: reply.statusCode, body: reply.json() };
  };
}

describe("changing the password", () => {
  it("takes the old one, ends every other session, and tells the holder", async () => {
    const { house, strong, enter, totpOf } = await openScene();
    const other = await strong();
    const me = await strong();
    const done = await me("POST", "/password", { old, password });
    expect([done.status, done.body]).toEqual([200, { ended: 1 }]);
    expect((await me("GET", "/security")).body).toMatchObject({ strong: true, hasTotp: true });
    await expect.poll(async () => (await other("GET", "/security")).status).toBe(401);
    expect((await enter({ totp: totpOf() })).status).toBe(401);
    expect((await enter({ totp: totpOf(), password })).status).toBe(200);
    await house.settle();
    expect(house.sent.at(-1)).toMatchObject({ to: phone });
    expect(house.sent.at(-1)?.text).toContain("您的密码已修改");
    const { rows } = await house.owner.query(
      "select subject from audit.entries where action = 'access.change-password'",
    );
    expect(rows).toEqual([{ subject: expect.stringMatching(/^account:/) }]);
  });

  it("takes no weak one and not the one there is, and says why beside the field", async () => {
    const { strong } = await openScene();
    const me = await strong();
    const weak = await me("POST", "/password", { old, password: "lamp123" });
    expect(weak.body.code).toBe("access.password-weak");
    expect(weak.body.fields).toEqual([{ path: "password", say: "密码至少 10 个字符。" }]);
    const same = await me("POST", "/password", { old, password: old });
    expect(same.body.code).toBe("access.same-password");
  });

  it("locks the account after five wrong guesses, at the door too, and takes ten calls a minute", async () => {
    const { strong, enter, totpOf, advance } = await openScene();
    const me = await strong();
    const guess = () => me("POST", "/password", { old: "wrong", password });
    for (let i = 0; i < 5; i += 1) expect((await guess()).body.code).toBe("access.wrong-password");
    expect((await me("POST", "/password", { old, password })).status).toBe(423);
    expect((await enter({ totp: totpOf() })).status).toBe(423);
    for (let i = 0; i < 4; i += 1) await guess();
    expect((await guess()).status).toBe(429);
    advance(15 * 60_000 + 1000);
    expect((await enter({ totp: totpOf() })).status).toBe(200);
  });

  it("is not for an account that has none", async () => {
    const { house } = await openScene();
    const worker = await house.signIn("worker");
    const reply = await worker.post("/api/access/password", { old, password });
    expect(reply.body.code).toBe("access.no-password");
  });
});

describe("an authenticator on a new phone", () => {
  it("is bound by what the old one shows, which opens nothing from then on", async () => {
    const { house, strong, enter, totpOf } = await openScene();
    const me = await strong();
    const other = await strong();
    const { body: offer } = await me("GET", "/authenticator");
    const move = { offer: offer.offer, totp: totpOf(offer.secret) };
    const wrong = await me("POST", "/authenticator", { ...move, proof: "000000" });
    expect(wrong.body.code).toBe("access.wrong-proof");
    const unscanned = await me("POST", "/authenticator", { ...move, totp: totpOf(), proof: "1" });
    expect(unscanned.body.code).toBe("access.wrong-totp");
    const moved = await me("POST", "/authenticator", { ...move, proof: totpOf() });
    expect([moved.status, moved.body]).toEqual([200, { ended: 1 }]);
    await expect.poll(async () => (await other("GET", "/security")).status).toBe(401);
    expect((await enter({ totp: totpOf() })).status).toBe(401);
    expect((await enter({ totp: totpOf(offer.secret) })).status).toBe(200);
    const { rows } = await house.owner.query(
      "select row_to_json(a)::text as row from access.accounts a",
    );
    expect(rows.some(({ row }: { row: string }) => row.includes(offer.secret))).toBe(false);
  });

  it("is not bound from a session that a code on the phone opened", async () => {
    const { house } = await openScene();
    await house.anonymous.post("/api/access/codes", { phone });
    await house.settle();
    const code = /\d{6}/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
    const entered = await house.anonymous.post("/api/access/sign-in-by-code", { phone, code });
    const thief = bearer(house, entered.body.token);
    expect((await thief("GET", "/authenticator")).body.code).toBe("access.weak-session");
    const codes = await thief("POST", "/recovery-codes", { proof: "000000" });
    expect(codes.body.code).toBe("access.weak-session");
  });
});

describe("recovery codes", () => {
  it("are ten, shown once and kept as hashes; each comes in once in place of the authenticator", async () => {
    const { house, strong, enter, totpOf } = await openScene();
    const me = await strong();
    const { codes } = (await me("POST", "/recovery-codes", { proof: totpOf() })).body;
    expect(new Set(codes).size).toBe(10);
    const kept = await house.owner.query(
      "select row_to_json(r)::text as row from access.recovery_codes r",
    );
    const plain = codes.map((code: string) => code.replaceAll("-", ""));
    const readable = kept.rows.filter(({ row }: { row: string }) =>
      [...codes, ...plain].some((code) => row.includes(code)),
    );
    expect([kept.rowCount, readable]).toEqual([10, []]);

    const typed = codes[0].toLowerCase().replaceAll("-", " ");
    const first = await enter({ totp: typed });
    expect(first.body.posts).toMatchObject([{ role: "cadre", closed: null }]);
    expect((await enter({ totp: codes[0] })).status).toBe(401);
    await house.settle();
    expect(house.sent.at(-1)?.text).toContain("还剩 9 个");

    const lost = bearer(house, first.body.token);
    const { body: offer } = await lost("GET", "/authenticator");
    const move = { offer: offer.offer, totp: totpOf(offer.secret), proof: codes[1] };
    expect((await lost("POST", "/authenticator", move)).status).toBe(200);
    expect((await lost("GET", "/security")).body.recoveryCodesLeft).toBe(8);
  });

  it("are worth nothing once others were made, and to nobody else", async () => {
    const { house, strong, enter, totpOf } = await openScene();
    const me = await strong();
    const before = (await me("POST", "/recovery-codes", { proof: totpOf() })).body.codes;
    const after = (await me("POST", "/recovery-codes", { proof: before[0] })).body.codes;
    expect((await enter({ totp: before[1] })).status).toBe(401);
    const other = { phone: "13900139001", password };
    await house.act(system("test"), (act) =>
      openAccount(act, { name: "李四", ...other, totpSecret: "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU" }),
    );
    const stolen = { ...other, totp: after[0] };
    expect((await house.anonymous.post("/api/access/sign-in", stolen)).status).toBe(401);
    expect((await enter({ totp: after[0] })).status).toBe(200);
  });

  it("lock the account when five in a row are guessed wrongly", async () => {
    const { strong, enter, totpOf, advance } = await openScene();
    const { codes } = (await (await strong())("POST", "/recovery-codes", { proof: totpOf() })).body;
    const wrong = codes[0].replace(/^./, (sign: string) => (sign === "2" ? "3" : "2"));
    for (let nth = 0; nth < 5; nth += 1) expect((await enter({ totp: wrong })).status).toBe(401);
    expect((await enter({ totp: codes[0] })).status).toBe(423);
    advance(15 * 60_000 + 1000);
    expect((await enter({ totp: codes[0] })).status).toBe(200);
  });

  it("come through once when two show the same at once", async () => {
    const { strong, enter, totpOf } = await openScene();
    const me = await strong();
    const { codes } = (await me("POST", "/recovery-codes", { proof: totpOf() })).body;
    const both = await Promise.all([enter({ totp: codes[0] }), enter({ totp: codes[0] })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });
});
