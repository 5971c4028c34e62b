// Drawing a card by its public door: one living card a person, on one phone, under a published key.
import { authenticate } from "@niangjia/foundation/presentation";
import { describe, expect, it } from "vitest";
import { openTestHouse, tree } from "../../../server/testing.ts";
import type { PublishedKey } from "./contract.ts";
import { keySweep } from "./issuer.ts";
import { cardsOf, codeOf, draw, furnish, memberAt, morning, phone, scan } from "./testing.ts";

const keysFrom = (keys: readonly PublishedKey[]) =>
  keys.map(({ keyId, point, notBefore, notAfter }) => ({
    keyId: Buffer.from(keyId, "base64url"),
    point: Buffer.from(point, "base64url"),
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
  }));

describe("card.issue", () => {
  it("binds a signed card to the phone of a member, under a key that anyone can read", async () => {
    const house = await openTestHouse();
    const member = await memberAt(house);
    const device = await phone();
    const { status, body } = await draw(member, device);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.card).toMatchObject({
      state: "living",
      name: "欧**满",
      unionName: expect.any(String),
      number: expect.stringMatching(/^430121\d{9}$/),
      expiresAt: "2028-11-20T16:00:00.000Z",
      device: Buffer.from(device.point).toString("base64url"),
    });
    const { rows } = await house.owner.query(
      "select id, person_id, org_path, state, device_point from business.cards",
    );
    expect(rows).toEqual([
      {
        id: body.card.id,
        person_id: member.personId,
        org_path: tree.firm,
        state: "living",
        device_point: Buffer.from(device.point),
      },
    ]);
    const published = await house.anonymous.get("/api/card/keys");
    expect(published.body.keys).toMatchObject([{ notAfter: "2029-12-20T16:00:00.000Z" }]);
    const code = await codeOf(body.card.token, device, morning);
    expect(authenticate(code, keysFrom(published.body.keys))).toMatchObject({
      id: body.card.id,
      issuer: "CN-430000",
      name: "欧**满",
      device: { point: device.point },
    });
  });

  it("gives the same card to the same phone again, and none to a second one", async () => {
    const house = await openTestHouse();
    const { member, device, cardId } = await furnish(house);
    expect((await draw(member, device)).body.card.id).toBe(cardId);
    expect((await draw(member, await phone(2))).body).toMatchObject({
      status: 409,
      code: "card.other-device",
      next: expect.stringContaining("挂失补办"),
    });
    expect(await cardsOf(house, member.personId)).toHaveLength(1);
  });

  it("makes one card of two phones that ask at once", async () => {
    const house = await openTestHouse();
    const member = await memberAt(house);
    const phones = await Promise.all([1, 2, 3, 4].map(phone));
    const replies = await Promise.all(phones.map((device) => draw(member, device)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await cardsOf(house, member.personId)).toHaveLength(1);
  });

  it("is for members, kept ones too, and refuses keys that are none", async () => {
    const house = await openTestHouse();
    const device = await phone();
    const kept = await memberAt(house, tree.firm, { state: "kept" });
    expect((await draw(kept, device)).body.card).toMatchObject({ state: "living", kept: true });
    const stranger = await house.signIn("member");
    expect((await draw(stranger, device)).body.code).toBe("card.not-member");
    const member = await memberAt(house);
    const off = { x: device.device.x, y: device.device.x };
    expect((await member.post("/api/card", { device: off })).body.code).toBe("card.key-unusable");
    const short = await member.post("/api/card", { device: { x: "AA", y: "AA" } });
    expect(short.body.code).toBe("http.unreadable");
  });

  it("is renewed by its own phone in its last 60 days, and says when it has ended", async () => {
    const house = await openTestHouse();
    const { member, device, cardId } = await furnish(house);
    house.clock.set("2028-09-20T09:00:00+08:00");
    expect((await draw(member, device)).body.card.expiresAt).toBe("2028-11-20T16:00:00.000Z");
    house.clock.set("2028-11-22T09:00:00+08:00");
    expect((await member.get("/api/card")).body.card).toMatchObject({
      state: "expired",
      token: null,
    });
    const renewed = await draw(member, device);
    expect(renewed.body.card).toMatchObject({
      id: cardId,
      state: "living",
      expiresAt: "2030-11-21T16:00:00.000Z",
    });
  });
});

describe("the keys that sign cards", () => {
  it("change every year, are published 30 days before, and stay until their last card ends", async () => {
    const house = await openTestHouse();
    const { member } = await furnish(house);
    const run = () => house.worker.sweep(keySweep);
    const keys = async () => (await house.anonymous.get("/api/card/keys")).body.keys;
    await run();
    expect(await keys()).toHaveLength(1);
    house.clock.set("2027-10-23T09:00:00+08:00");
    await run();
    await run();
    const [first, second] = await keys();
    expect(second.notBefore).toBe("2027-11-20T16:00:00.000Z");
    const signer = async () => {
      const { token } = (await member.get("/api/card")).body.card;
      const head = Buffer.from(token, "base64url").subarray(0, 20);
      return head.includes(Buffer.from(first.keyId, "base64url"));
    };
    expect(await signer()).toBe(true);
    house.clock.set("2027-11-21T00:00:01+08:00");
    expect(await signer()).toBe(false);
    const secrets = async () =>
      (await house.owner.query("select from business.card_key_secrets")).rowCount;
    expect(await secrets()).toBe(2);
    await run();
    expect(await secrets()).toBe(1);
    house.clock.set("2029-12-21T09:00:00+08:00");
    expect(await keys()).toEqual([second]);
  });

  it("change at once when the security administrator says so, and old cards stay good", async () => {
    const house = await openTestHouse();
    const { show, till } = await furnish(house);
    const admin = await house.signIn("security-admin", tree.changshaCounty);
    house.clock.advance(1000);
    const { body } = await admin.post("/api/card/keys", { note: "密钥外泄演练" });
    expect(body.keys).toHaveLength(2);
    expect((await scan(till, await show())).body.verdict).toBe("valid");
    const { rows } = await house.owner.query(
      "select note, made_by from business.card_keys order by not_before",
    );
    expect(rows).toEqual([
      { note: null, made_by: null },
      { note: "密钥外泄演练", made_by: admin.accountId },
    ]);
  });

  it("when they are withdrawn end every old code, until the member opens the card", async () => {
    const house = await openTestHouse();
    const { show, till, member, device } = await furnish(house);
    const admin = await house.signIn("security-admin", tree.changshaCounty);
    house.clock.advance(1000);
    const withdrawal = { note: "密钥外泄", withdraw: true };
    expect((await admin.post("/api/card/keys", withdrawal)).body.keys).toHaveLength(1);
    expect((await scan(till, await show())).body.verdict).toBe("expired");
    const { token } = (await member.get("/api/card")).body.card;
    expect((await scan(till, await codeOf(token, device, morning))).body.verdict).toBe("valid");
    const secrets = await house.owner.query("select from business.card_key_secrets");
    expect(secrets.rowCount).toBe(1);
  });
});
