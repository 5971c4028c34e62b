// A card follows its membership: it ends with it, goes along when it moves, and is one a person after a merge.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { endMembership, mergePersons, moveMembership } from "@niangjia/registers/members";
import { describe, expect, it } from "vitest";
import { source } from "../../../registers/members/testing.ts";
import { openTestHouse, tree } from "../../../server/testing.ts";
import { cardsOf, draw, furnish, memberAt, phone, scan } from "./testing.ts";

const today = day("2026-11-21");

describe("a card", () => {
  it("is revoked when its membership ends, and the member is told", async () => {
    const house = await openTestHouse();
    const { member, show, till } = await furnish(house);
    const { personId } = member;
    await house.act(system("test"), (act) =>
      endMembership(act, source, { personId, change: "6", reason: "5", day: today }),
    );
    await house.settle();
    expect((await scan(till, await show())).body.verdict).toBe("revoked");
    expect(await cardsOf(house, personId)).toMatchObject([{ revoked_for: "left" }]);
    const { body } = await member.get("/api/notices");
    expect(body.rows[0]).toMatchObject({ title: "会员卡已失效" });
    expect((await member.get("/api/card")).body.code).toBe("card.not-member");
  });

  it("goes along unbroken when the membership moves to another county", async () => {
    const house = await openTestHouse();
    const { member, show, till, cardId } = await furnish(house);
    const { personId } = member;
    const unionId = await house.unionId(tree.furongFirm);
    await house.act(system("test"), (act) =>
      moveMembership(act, source, { personId, unionId, day: today, reason: null, note: null }),
    );
    await house.settle();
    expect(await cardsOf(house, personId)).toMatchObject([
      { id: cardId, state: "living", org_path: tree.furongFirm },
    ]);
    expect((await scan(till, await show())).body.verdict).toBe("valid");
    const { rows } = await house.owner.query("select name from organisation.unions where id = $1", [
      unionId,
    ]);
    expect((await member.get("/api/card")).body.card.unionName).toBe(rows[0].name);
  });

  it("of the absorbed record dies when two records turn out to be one person's", async () => {
    const house = await openTestHouse();
    const { member, show, till } = await furnish(house);
    const twin = await memberAt(house);
    await draw(twin, await phone(2));
    const [survivorId, absorbedId] = [twin.personId, member.personId];
    await house.act(system("test"), (act) =>
      mergePersons(act, { mergeId: newId(), survivorId, absorbedId, take: [] }),
    );
    await house.settle();
    expect((await scan(till, await show())).body.verdict).toBe("revoked");
    expect(await cardsOf(house, survivorId)).toMatchObject([{ state: "living" }]);
    expect(await cardsOf(house, absorbedId)).toMatchObject([{ revoked_for: "merged" }]);
  });
});
