// What is handed to who checks off line: keys and revoked cards, and no personal data.
import { expect, it } from "vitest";
import { openTestHouse } from "../../../server/testing.ts";
import { furnish, morning } from "./testing.ts";

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
