// Checking off line: what is handed out holds keys and revoked cards and no personal data, and is enough to judge by.
import { describe, expect, it } from "vitest";
import { judgeWith } from "../../../ends/verify/src/judge.ts";
import { ageWords } from "../../../ends/verify/src/words.ts";
import { openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { codeOf, furnish, morning, phone } from "./testing.ts";

it("holds the public keys and five bytes of each revoked card, in order", async () => {
  const house = await openTestHouse();
  const cards = [await furnish(house), await furnish(house), await furnish(house)];
  const data = async () => (await house.anonymous.get("/api/card/offline")).body;
  expect(await data()).toMatchObject({
    madeAt: new Date(morning).toISOString(),
    keys: [{ keyId: expect.any(String) }],
    revoked: "",
  });
  for (const { member } of cards.slice(1)) {
    await member.post("/api/cases/functions/card.reissue/file", { facts: { reason: "lost" } });
  }
  const tails = cards.slice(1).map(({ cardId }) => cardId.replaceAll("-", "").slice(-10));
  const { revoked } = await data();
  expect(Buffer.from(revoked, "base64url").toString("hex")).toBe(tails.sort().join(""));
});

const after = (seconds: number): Date => new Date(Date.parse(morning) + seconds * 1000);

const listOf = async (house: TestHouse) => (await house.anonymous.get("/api/card/offline")).body;

describe("who has no more than the saved list", () => {
  it("tells good, used, old, early, forged, revoked and expired codes apart, and names the good one only", async () => {
    const house = await openTestHouse();
    const { show, token, member } = await furnish(house);
    const judge = judgeWith(await listOf(house));
    const code = await show();
    expect(judge(code, after(10))).toEqual({ verdict: "valid", name: "欧**满" });
    expect(judge(code, after(20))).toEqual({ verdict: "replayed", name: null });
    expect(judge(await show(after(30)), after(30)).verdict).toBe("valid");
    expect(judge(await show(after(-121)), after(0)).verdict).toBe("stale");
    expect(judge(await show(after(91)), after(0)).verdict).toBe("clock-off");
    const stolen = await codeOf(token, await phone(2), morning);
    expect(judge(stolen, after(0))).toEqual({ verdict: "forged", name: null });
    expect(judge("https://weixin.qq.com/x", after(0)).verdict).toBe("unreadable");
    const end = new Date("2028-11-22T09:00:00+08:00");
    expect(judge(await show(end), end)).toEqual({ verdict: "expired", name: null });

    await member.post("/api/cases/functions/card.reissue/file", { facts: { reason: "lost" } });
    const later = await show(after(60));
    expect(judge(later, after(60)).verdict).toBe("valid");
    const next = judgeWith(await listOf(house));
    expect(next(later, after(60))).toEqual({ verdict: "revoked", name: null });
  });

  it("believes cards of before and after a change of keys, and none of a key that was withdrawn", async () => {
    const house = await openTestHouse();
    const { show, member, device } = await furnish(house);
    const before = judgeWith(await listOf(house));
    const admin = await house.signIn("security-admin", tree.changshaCounty);
    house.clock.advance(1000);
    await admin.post("/api/card/keys", { note: "每年更换" });
    const { token } = (await member.get("/api/card")).body.card;
    const renewed = (seconds: number) => codeOf(token, device, after(seconds));
    const judge = judgeWith(await listOf(house));
    expect(judge(await show(after(10)), after(10)).verdict).toBe("valid");
    expect(judge(await renewed(20), after(20)).verdict).toBe("valid");
    expect(before(await renewed(30), after(30)).verdict).toBe("unknown-key");

    house.clock.advance(1000);
    await admin.post("/api/card/keys", { note: "密钥外泄", withdraw: true });
    const last = judgeWith(await listOf(house));
    const doubts = [await show(after(40)), await renewed(50)].map((code) => last(code, after(50)));
    expect(doubts.map(({ verdict }) => verdict)).toEqual(["unknown-key", "unknown-key"]);
  });

  it("reads of which day the list is, and is warned once that is long ago", () => {
    const made = new Date("2026-11-21T04:00:00Z");
    const fresh = ageWords(made, new Date("2026-11-21T07:00:00Z"));
    expect(fresh).toMatchObject({ late: false, say: expect.stringContaining("2026年11月21日") });
    expect(fresh.say).toContain("3 小时前");
    expect(ageWords(made, new Date("2026-11-24T04:00:00Z"))).toMatchObject({
      late: true,
      say: expect.stringMatching(/3 天前.*请尽快联网重新下载/),
    });
  });
});
