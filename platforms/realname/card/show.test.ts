// Showing a card: its code is accepted exactly in its window, with the phone off line.
import { describe, expect, it } from "vitest";
import { openTestHouse, tree } from "../../../server/testing.ts";
import { furnish, memberAt, morning, scan } from "./testing.ts";

const at = (seconds: number): Date => new Date(Date.parse(morning) + seconds * 1000);

describe("card.show", () => {
  it("gives a code that changes, without the network, and is good for 30 s and 90 s of skew", async () => {
    const house = await openTestHouse();
    const { show, till } = await furnish(house);
    expect(await show(at(0))).not.toBe(await show(at(30)));
    for (const [made, verdict] of [
      [-121, "stale"],
      [-120, "valid"],
      [-30, "valid"],
      [0, "valid"],
      [90, "valid"],
      [91, "clock-off"],
    ] as const) {
      expect((await scan(till, await show(at(made)))).body.verdict, `${made} s`).toBe(verdict);
    }
    const { rows } = await house.owner.query(
      "select verdict, count(*)::int as n from business.card_checks group by 1 order by 1",
    );
    expect(rows).toEqual([
      { verdict: "clock-off", n: 1 },
      { verdict: "stale", n: 1 },
      { verdict: "valid", n: 4 },
    ]);
  });

  it("tells the member the house's time, their union of today, and when the card was last checked", async () => {
    const house = await openTestHouse();
    const { member, till, show } = await furnish(house);
    await scan(till, await show());
    await house.owner.query("update organisation.unions set name = '新名工会' where path = $1", [
      tree.firm,
    ]);
    const { body } = await member.get("/api/card");
    expect(body).toMatchObject({
      now: new Date(morning).toISOString(),
      card: { unionName: "新名工会", lastCheckedAt: new Date(morning).toISOString() },
    });
  });

  it("tells who has none how to get one, and who is no member why not", async () => {
    const house = await openTestHouse();
    const { body } = await (await memberAt(house)).get("/api/card");
    expect(body).toMatchObject({ card: null, says: expect.stringContaining("领取") });
    const nobody = await house.signIn("member");
    expect((await nobody.get("/api/card")).body.code).toBe("card.not-member");
  });
});
