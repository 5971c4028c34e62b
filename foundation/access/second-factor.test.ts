// Opening the second factor: password and phone together bind an authenticator, neither does alone.
import { generateSync } from "otplib";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { system } from "../act.ts";
import { newId } from "../ids.ts";
import { openAccount } from "./accounts.ts";
import { insertPost } from "./administration-store.ts";

const phone = "13900139000";
const password = "Correct horse 7";
const second = "/access/second-factor";
let epoch = 0;

async function houseWithCadre(secrets: { password?: string } = {}) {
  const house = await openTestHouse();
  epoch = Math.floor(Date.parse("2026-11-21T09:00:00+08:00") / 1000);
  const orgId = await house.unionId(tree.changshaCounty);
  await house.act(system("test"), async (act) => {
    const { id: accountId } = await openAccount(act, { name: "张三", phone, ...secrets });
    const place = { orgId, orgPath: tree.changshaCounty };
    const term = { fromDay: "2020-01-01", toDay: null };
    const post = {
      id: newId(),
      accountId,
      role: "cadre",
      title: "经办",
      ...place,
      ...term,
    } as const;
    await insertPost(act, post, "held");
  });
  return house;
}

const lastCode = (house: TestHouse): string =>
  /\d{6}/.exec(house.sent.findLast(({ text }) => text.includes("验证码"))?.text ?? "")?.[0] ?? "";

/** The requests of one session. */
function bearer(house: TestHouse, token: string) {
  const call = async (method: "GET" | "POST", url: string, payload?: object) => {
    const headers = { authorization: `Bearer ${token}`, "idempotency-key": newId() };
    const reply = await house.app.inject({
      method,
      url: `/api${url}`,
      headers,
      ...(payload ? { payload } : {}),
    });
    return { status: reply.statusCode, body: reply.json() };
  };
  const sendCode = async () => {
    await call("POST", `${second}/codes`);
    await house.settle();
    return lastCode(house);
  };
  return { call, sendCode };
}

const totpOf = (secret: string) => generateSync({ secret, epoch });

async function byPassword(house: TestHouse, shown: object = {}) {
  const body = { phone, password, ...shown };
  return (await house.anonymous.post("/api/access/sign-in", body)).body;
}

async function byCode(house: TestHouse) {
  await house.anonymous.post("/api/access/codes", { phone });
  await house.settle();
  const body = { phone, code: lastCode(house) };
  return (await house.anonymous.post("/api/access/sign-in-by-code", body)).body;
}

describe("opening the second factor", () => {
  it("takes the password of the session and a code on the phone, and opens the post at once", async () => {
    const house = await houseWithCadre({ password });
    const { token, posts } = await byPassword(house);
    expect(posts[0].closed.code).toBe("access.no-second-factor");
    const me = bearer(house, token);
    const { body: offer } = await me.call("GET", second);
    expect(offer).toMatchObject({ needsPassword: false, phone: "139****9000" });
    expect(offer.uri).toContain(offer.secret);
    expect(offer.qr).toContain("<svg");
    const code = await me.sendCode();
    const bound = { offer: offer.offer, totp: totpOf(offer.secret), code };
    const { status, body } = await me.call("POST", second, bound);
    expect(status).toBe(200);
    expect((await bearer(house, body.token).call("GET", "/me")).body).toMatchObject({
      role: "cadre",
      post: { closed: null },
    });
    await expect.poll(async () => (await me.call("GET", "/me")).status).toBe(401);
    const again = await byPassword(house, { totp: totpOf(offer.secret) });
    expect(again.posts[0].closed).toBeNull();
    expect((await byPassword(house)).code).toBe("access.wrong-sign-in");
    expect(house.sent.filter(({ to }) => to === phone).length).toBe(1);
    await house.settle();
    expect(house.sent.at(-1)?.text).toContain("已开通动态口令");
  });

  it("lets who holds only the phone set a first password, but not pass by one there is", async () => {
    const without = await houseWithCadre();
    const holder = bearer(without, (await byCode(without)).token);
    const { body: offer } = await holder.call("GET", second);
    expect(offer.needsPassword).toBe(true);
    const bare = {
      offer: offer.offer,
      totp: totpOf(offer.secret),
      code: await holder.sendCode(),
    };
    expect((await holder.call("POST", second, bare)).body.code).toBe("access.password-missing");
    const done = await holder.call("POST", second, { ...bare, password });
    expect(done.body.posts[0].closed).toBeNull();
    expect((await byPassword(without, { totp: totpOf(offer.secret) })).token).toBeTruthy();

    const withOne = await houseWithCadre({ password });
    const thief = bearer(withOne, (await byCode(withOne)).token);
    expect((await thief.call("GET", second)).body.code).toBe("access.weak-session");
    expect((await thief.call("POST", `${second}/codes`)).body.code).toBe("access.weak-session");
  });

  it("does not come through with a wrong code, and takes none after five tries", async () => {
    const house = await houseWithCadre({ password });
    const me = bearer(house, (await byPassword(house)).token);
    const { body: offer } = await me.call("GET", second);
    const code = await me.sendCode();
    const wrong = code === "000000" ? "111111" : "000000";
    const body = { offer: offer.offer, totp: totpOf(offer.secret) };
    for (let i = 0; i < 5; i += 1) {
      const reply = await me.call("POST", second, { ...body, code: wrong });
      expect([reply.status, reply.body.code]).toEqual([422, "access.wrong-own-code"]);
    }
    const late = await me.call("POST", second, { ...body, code });
    expect(late.body.code).toBe("access.wrong-own-code");
  });

  it("takes no secret it did not offer to this account in the last half hour", async () => {
    const house = await houseWithCadre({ password });
    const me = bearer(house, (await byPassword(house)).token);
    const { body: offer } = await me.call("GET", second);
    house.clock.advance(30 * 60_000);
    epoch += 30 * 60;
    const code = await me.sendCode();
    const body = { offer: offer.offer, totp: totpOf(offer.secret), code };
    expect((await me.call("POST", second, body)).body.code).toBe(
      "access.second-factor-offer-spent",
    );
    const forged = { ...body, offer: Buffer.alloc(80, 7).toString("base64url") };
    expect((await me.call("POST", second, forged)).body.code).toBe(
      "access.second-factor-offer-spent",
    );
    const { body: fresh } = await me.call("GET", second);
    const off = { offer: fresh.offer, totp: totpOf(offer.secret), code };
    expect((await me.call("POST", second, off)).body.code).toBe("access.wrong-totp");
    const done = await me.call("POST", second, { ...off, totp: totpOf(fresh.secret) });
    expect(done.status).toBe(200);
    const after = bearer(house, done.body.token);
    expect((await after.call("GET", second)).body.code).toBe("access.second-factor-bound");
  });

  it("is on record with the account, and no secret stands readable in the store", async () => {
    const house = await houseWithCadre({ password });
    const me = bearer(house, (await byPassword(house)).token);
    const { body: offer } = await me.call("GET", second);
    const code = await me.sendCode();
    await me.call("POST", second, { offer: offer.offer, totp: totpOf(offer.secret), code });
    const { rows } = await house.owner.query(
      "select subject from audit.entries where action = 'access.bind-second-factor'",
    );
    expect(rows).toEqual([{ subject: expect.stringMatching(/^account:/) }]);
    const kept = await house.owner.query(`select row_to_json(r)::text as row from access.receipts r
      union all select row_to_json(a)::text from access.accounts a
      union all select row_to_json(e)::text from audit.entries e`);
    expect(kept.rows.some(({ row }: { row: string }) => row.includes(offer.secret))).toBe(false);
  });
});
