// The proof of the proof: with a fault planted in the house, each checker finds it.
import { doorRefusals, route } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { importFor, range, rowOf, sheetOf } from "../platforms/realname/roster/testing.ts";
import { checkGuards } from "./doctor/checks.ts";
import { rooms } from "./rooms.ts";
import { leaks, staffOf, traces } from "./scope-checks.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "./testing.ts";

async function furnished(house: TestHouse): Promise<Client> {
  const client = await house.signIn("cadre", tree.furong);
  const bytes = await sheetOf(range(3).map(rowOf));
  await importFor(house, { client, path: tree.furongFirm, bytes });
  return client;
}

describe("a policy dropped", () => {
  it("is found by the scope check", async () => {
    const house = await openTestHouse();
    await furnished(house);
    expect(await leaks(house, tree.changshaCounty, tree.furong)).toEqual([]);
    await house.owner.query("drop policy by_union on member.persons");
    await house.owner.query(
      "create policy by_union on member.persons to niangjia_staff using (true)",
    );
    expect(await leaks(house, tree.changshaCounty, tree.furong)).toEqual(["member.persons"]);
  });

  it("and row security switched off are found by the doctor", async () => {
    const house = await openTestHouse();
    expect((await checkGuards(house)).faults).toEqual([]);
    await house.owner.query("alter table member.memberships no force row level security");
    expect((await checkGuards(house)).faults).toHaveLength(1);
  });
});

/** How many of Furong's people a cadre of Changsha county is shown. */
async function seenByOutsider(house: TestHouse): Promise<number> {
  await furnished(house);
  const outsider = await house.signIn("cadre", tree.changshaCounty);
  return (await outsider.get("/api/members")).body.rows.length;
}

describe("a scope taken from the wrong session", () => {
  it("is found by asking as one county for the other's people", async () => {
    const wrong = { ...staffOf(tree.furong), accountId: newId() };
    expect(await seenByOutsider(await openTestHouse())).toBe(0);
    expect(await seenByOutsider(await openTestHouse({ identify: async () => wrong }))).toBe(3);
  });
});

const contract = {
  id: "planted.write",
  title: "写在事务之外",
  method: "POST",
  path: "/planted",
  answer: z.object({}),
} as const;

describe("a write outside its transaction", () => {
  it("is found by the trace a refused command leaves", async () => {
    let outside: pg.Client | undefined;
    const planted = route(contract, {
      may: ["cadre"],
      async run() {
        await outside?.query("insert into audit.pending (entry_id) values (gen_random_uuid())");
        throw refuse(doorRefusals.conflict);
      },
    });
    const room = { word: "planted", title: "埋下的错", routes: [planted] };
    const house = await openTestHouse({ rooms: [...rooms, room] });
    const cadre = await house.signIn("cadre", tree.furong);
    const call = () => cadre.post("/api/planted");
    expect(await traces(house, call)).toEqual([]);
    outside = house.owner;
    expect(await traces(house, call)).toEqual(["audit.pending"]);
  });
});
