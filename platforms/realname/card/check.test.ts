// Checking a card: every verdict told apart, part of a name and nothing more, each check noted without the person.
import { keyPairFrom, signerOf } from "@niangjia/foundation/cose";
import { issueToken, present } from "@niangjia/foundation/presentation";
import { describe, expect, it } from "vitest";
import { openTestHouse, tree } from "../../../server/testing.ts";
import { seenSweep } from "./check.ts";
import { codeOf, furnish, memberAt, morning, phone, scan } from "./testing.ts";

describe("card.check", () => {
  it("tells a partner that a card is good, with part of the name and nothing more, and notes it", async () => {
    const house = await openTestHouse();
    const { show, till, cardId } = await furnish(house, tree.furongFirm);
    const { body } = await scan(till, await show());
    expect(body).toEqual({
      verdict: "valid",
      say: "会员卡有效",
      next: "请核对姓名和本人。",
      name: "欧**满",
    });
    const { rows } = await house.owner.query("select * from business.card_checks");
    expect(rows).toEqual([
      {
        id: expect.any(String),
        org_path: tree.changshaCounty,
        at: new Date(morning),
        account_id: till.accountId,
        card_id: cardId,
        verdict: "valid",
      },
    ]);
  });

  it("accepts a code once, whoever scans it and however many at once", async () => {
    const house = await openTestHouse();
    const { show, till } = await furnish(house);
    const other = await house.signIn("partner", tree.furong);
    const code = await show();
    const replies = await Promise.all([till, other, till, other].map((one) => scan(one, code)));
    const verdicts = replies.map(({ body }) => body.verdict).sort();
    expect(verdicts).toEqual(["replayed", "replayed", "replayed", "valid"]);
    expect(replies.find(({ body }) => body.verdict === "replayed")?.body.name).toBeNull();
    house.clock.advance(30_000);
    expect(
      (await scan(till, await show(new Date(Date.parse(morning) + 30_000)))).body.verdict,
    ).toBe("valid");
  });

  it("gives a doubled tap of one till its first answer", async () => {
    const house = await openTestHouse();
    const { show, till } = await furnish(house);
    const code = await show();
    const tap = () => till.post("/api/card/checks", { code }, "tap-0000001");
    expect((await tap()).body.verdict).toBe("valid");
    expect((await tap()).body.verdict).toBe("valid");
  });

  it("tells expired, revoked, forged and unreadable apart, and names nobody", async () => {
    const house = await openTestHouse();
    const { show, till, token, member, device } = await furnish(house);
    const verdict = async (code: string) => {
      const { body } = await scan(till, code);
      expect(body.name).toBeNull();
      return body.verdict;
    };
    expect(await verdict("https://niangjia.example/")).toBe("unreadable");
    expect(await verdict(await codeOf(token, await phone(2), morning))).toBe("forged");
    const code = await show();
    expect(await verdict(`${code.slice(0, 200)}0${code.slice(201)}`)).not.toBe("valid");
    const liar = keyPairFrom(new Uint8Array(48).fill(9));
    const forged = issueToken(
      {
        id: "0198f0a0-0000-7000-8000-0123456789ab",
        issuer: "CN-430000",
        name: "欧**满",
        issuedAt: new Date(morning),
        expiresAt: new Date("2028-01-01"),
        device,
      },
      { ...liar, keyId: new Uint8Array(8) },
    );
    expect(await verdict(await present(forged, signerOf(device), new Date(morning)))).toBe(
      "forged",
    );
    house.clock.set("2028-11-22T09:00:00+08:00");
    expect(await verdict(await show("2028-11-22T09:00:00+08:00"))).toBe("expired");
    house.clock.set(morning);
    await house.owner.query(
      "update business.cards set state = 'revoked', revoked_at = now(), revoked_for = 'left' where person_id = $1",
      [member.personId],
    );
    expect(await verdict(code)).toBe("revoked");
    const { rows } = await house.owner.query(
      "select verdict, card_id is null as unknown from business.card_checks order by at, id",
    );
    expect(rows.slice(0, 2)).toEqual([
      { verdict: "unreadable", unknown: true },
      { verdict: "forged", unknown: true },
    ]);
  });

  it("forgets codes that could not be shown again, and no others", async () => {
    const house = await openTestHouse();
    const { show, till } = await furnish(house);
    await scan(till, await show());
    const seen = async () => (await house.owner.query("select from business.card_seen")).rowCount;
    await house.worker.sweep(seenSweep);
    expect(await seen()).toBe(1);
    house.clock.advance(10 * 60_000);
    await house.worker.sweep(seenSweep);
    expect(await seen()).toBe(0);
  });

  it("is for partners and union staff only", async () => {
    const house = await openTestHouse();
    const { show } = await furnish(house);
    const member = await memberAt(house);
    expect((await scan(member, await show())).body.code).toBe("http.not-permitted");
    const officer = await house.signIn("officer", tree.furongFirm);
    expect((await scan(officer, await show())).body.verdict).toBe("valid");
  });
});
