// Reissuing by its public door: the old card is dead at once, the new one comes with the approval.
import { describe, expect, it } from "vitest";
import { type Client, openTestHouse, tree } from "../../../server/testing.ts";
import { cardsOf, codeOf, draw, furnish, memberAt, morning, phone, scan } from "./testing.ts";

const file = (member: Client, facts: object = { reason: "lost" }) =>
  member.post("/api/cases/functions/card.reissue/file", { facts });
const decide = (officer: Client, id: string, command: object) =>
  officer.post(`/api/cases/${id}/commands`, { command: { task: 1, ...command } });

describe("card.reissue", () => {
  it("kills the old card the moment it is filed, and makes the new one on the approval", async () => {
    const house = await openTestHouse();
    const { member, show, till, cardId } = await furnish(house);
    const officer = await house.signIn("officer", tree.firm);
    const filed = await file(member);
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect((await scan(till, await show())).body.verdict).toBe("revoked");
    expect(await cardsOf(house, member.personId)).toMatchObject([
      { id: cardId, state: "revoked", revoked_for: "lost" },
    ]);
    const next = await phone(2);
    expect((await draw(member, next)).body.code).toBe("card.reissue-first");

    expect((await decide(officer, filed.body.id, { kind: "agree" })).body.status).toBe("approved");
    const [, made] = await cardsOf(house, member.personId);
    expect(made).toMatchObject({ state: "awaiting", org_path: tree.firm, bound: false });
    expect((await member.get("/api/card")).body.card).toMatchObject({ state: "awaiting" });

    const { body } = await draw(member, next);
    expect(body.card).toMatchObject({ id: made.id, state: "living" });
    const code = await codeOf(body.card.token, next, morning);
    expect((await scan(till, code)).body.verdict).toBe("valid");
    const late = await show(new Date(Date.parse(morning) + 5_000));
    expect((await scan(till, late)).body.verdict).toBe("revoked");
    const events = await house.owner.query(
      "select name from outbox.events where name like 'card.%' order by id",
    );
    expect(events.rows.map(({ name }) => name)).toEqual([
      "card.issued",
      "card.revoked",
      "card.issued",
    ]);
  });

  it("leaves the old card dead when it is withdrawn or rejected, and may be filed again", async () => {
    const house = await openTestHouse();
    const { member, device } = await furnish(house);
    const officer = await house.signIn("officer", tree.firm);
    const first = await file(member);
    await member.post(`/api/cases/${first.body.id}/commands`, { command: { kind: "withdraw" } });
    expect((await draw(member, device)).body.code).toBe("card.reissue-first");
    const second = await file(member, { reason: "changed" });
    await decide(officer, second.body.id, { kind: "reject", opinion: "请带证件到工会核对" });
    expect((await draw(member, device)).body.code).toBe("card.reissue-first");
    const third = await file(member);
    await decide(officer, third.body.id, { kind: "agree" });
    expect((await draw(member, device)).body.card.state).toBe("living");
    expect((await cardsOf(house, member.personId)).map(({ state }) => state)).toEqual([
      "revoked",
      "living",
    ]);
  });

  it("leaves a card alone when only asked what filing would do, or when it is refused", async () => {
    const house = await openTestHouse();
    const { member } = await furnish(house);
    await member.post("/api/cases/functions/card.reissue/advice", { facts: { reason: "lost" } });
    expect((await file(member, { reason: "no such" })).status).toBe(422);
    expect(await cardsOf(house, member.personId)).toMatchObject([{ state: "living" }]);
  });

  it("is refused to who has no card, and a second time while one runs", async () => {
    const house = await openTestHouse();
    const bare = await memberAt(house);
    expect((await file(bare)).body.code).toBe("card.nothing-to-reissue");
    const { member } = await furnish(house);
    await file(member);
    expect((await file(member)).body.code).toBe("cases.already-running");
  });
});
