// Signing in with a password: what lets one in, what locks one out.
import { system } from "@niangjia/foundation/act";
import { generateSync } from "otplib";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../server/testing.ts";
import { openAccount } from "./accounts.ts";

const phone = "13900139000";
const password = "correct horse";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

async function houseWithAccount(withTotp = false): Promise<TestHouse> {
  const house = await openTestHouse();
  await house.act(system("test"), (act) =>
    openAccount(act, { name: "张三", phone, password, ...(withTotp ? { totpSecret } : {}) }),
  );
  return house;
}

const signIn = (house: TestHouse, body: object) =>
  house.anonymous.post("/api/access/sign-in", body);

describe("signing in with a password", () => {
  it("opens a session that the next request is known by", async () => {
    const house = await houseWithAccount();
    const reply = await signIn(house, { phone, password });
    expect(reply.status).toBe(200);
    const devices = await house.app.inject({
      url: "/api/access/devices",
      headers: { authorization: `Bearer ${reply.body.token}` },
    });
    expect(devices.json().rows).toHaveLength(1);
    expect(String(reply.headers["set-cookie"])).toContain("HttpOnly");
  });

  it("refuses a wrong password and an unknown phone with the same words", async () => {
    const house = await houseWithAccount();
    const wrong = await signIn(house, { phone, password: "wrong" });
    const unknown = await signIn(house, { phone: "13900139001", password });
    expect(wrong.status).toBe(401);
    expect({ ...unknown.body, requestId: "" }).toEqual({ ...wrong.body, requestId: "" });
  });

  it("locks the account after five failures, for fifteen minutes", async () => {
    const house = await houseWithAccount();
    for (let i = 0; i < 5; i += 1) await signIn(house, { phone, password: "wrong" });
    expect((await signIn(house, { phone, password })).status).toBe(423);
    house.clock.advance(15 * 60_000 + 1);
    expect((await signIn(house, { phone, password })).status).toBe(200);
  });

  it("asks for the one-time password where the account has one", async () => {
    const house = await houseWithAccount(true);
    const epoch = Math.floor(Date.parse("2026-11-21T09:00:00+08:00") / 1000);
    const totp = generateSync({ secret: totpSecret, epoch });
    expect((await signIn(house, { phone, password })).status).toBe(401);
    expect((await signIn(house, { phone, password, totp })).status).toBe(200);
  });
});

describe("signing in by a code", () => {
  it("sends a code once a minute and takes it once", async () => {
    const house = await openTestHouse();
    const sent = await house.anonymous.post("/api/access/codes", { phone });
    expect(sent.status).toBe(200);
    expect((await house.anonymous.post("/api/access/codes", { phone })).status).toBe(429);
    await house.settle();
    const code = /\d{6}/.exec(house.sent[0]?.text ?? "")?.[0] ?? "";
    const body = { phone, code };
    expect((await house.anonymous.post("/api/access/sign-in-by-code", body)).status).toBe(200);
    expect((await house.anonymous.post("/api/access/sign-in-by-code", body)).status).toBe(401);
  });

  it("sends no more to a phone that answers none of ten in a day", async () => {
    const house = await openTestHouse();
    const ask = () => house.anonymous.post("/api/access/codes", { phone: "13900000017" });
    for (let nth = 1; nth <= 10; nth += 1) {
      expect((await ask()).status).toBe(200);
      house.clock.advance(61_000);
    }
    expect(await ask()).toMatchObject({ status: 429, body: { code: "access.codes-too-many" } });
    house.clock.advance(86_400_000);
    expect((await ask()).status).toBe(200);
  });

  it("takes no code after five wrong tries", async () => {
    const house = await openTestHouse();
    await house.anonymous.post("/api/access/codes", { phone });
    await house.settle();
    const code = /\d{6}/.exec(house.sent[0]?.text ?? "")?.[0] ?? "";
    const wrong = code === "000000" ? "111111" : "000000";
    for (let i = 0; i < 5; i += 1) {
      await house.anonymous.post("/api/access/sign-in-by-code", { phone, code: wrong });
    }
    const reply = await house.anonymous.post("/api/access/sign-in-by-code", { phone, code });
    expect(reply.status).toBe(401);
  });
});

describe("sessions", () => {
  it("end everywhere at once", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", "/430000/430100/430121/");
    expect((await officer.get("/api/access/devices")).status).toBe(200);
    expect((await officer.post("/api/access/sign-out-everywhere")).body).toEqual({ ended: 1 });
    await expect.poll(async () => (await officer.get("/api/access/devices")).status).toBe(401);
  });

  it("answer a doubled command once", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", "/430000/430100/430121/");
    const key = "0192-doubled-tap";
    const both = await Promise.all([
      officer.post("/api/notices/read", {}, key),
      officer.post("/api/notices/read", {}, key),
    ]);
    expect(both.map((reply) => reply.status)).toEqual([200, 200]);
    const { rows } = await house.owner.query(
      "select count(*)::int as n from audit.entries where action = 'notices.read'",
    );
    expect(rows[0].n).toBe(1);
  });
});
