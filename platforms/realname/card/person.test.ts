// The card line of a person's page: for staff whose union the person lies under, and for no others.
import { expect, it } from "vitest";
import { openTestHouse, tree } from "../../../server/testing.ts";
import { furnish, memberAt, morning, scan } from "./testing.ts";

it("a member's officer sees the state of their card, and an officer elsewhere no person at all", async () => {
  const house = await openTestHouse();
  const { member, show, till } = await furnish(house);
  await scan(till, await show());
  const officer = await house.signIn("officer", tree.firm);
  const url = `/api/card/people/${member.personId}`;
  const at = new Date(morning).toISOString();
  expect((await officer.get(url)).body).toEqual({
    card: {
      says: "有效",
      living: true,
      issuedAt: at,
      expiresAt: "2028-11-20T16:00:00.000Z",
      lastCheckedAt: at,
    },
  });
  const elsewhere = await house.signIn("officer", tree.furongFirm);
  expect((await elsewhere.get(url)).body.code).toBe("members.not-found");
  const bare = await memberAt(house);
  expect((await officer.get(`/api/card/people/${bare.personId}`)).body).toEqual({ card: null });
  await member.post("/api/cases/functions/card.reissue/file", { facts: { reason: "lost" } });
  expect((await officer.get(url)).body.card).toMatchObject({ says: "已挂失", living: false });
});
