// A session that ends while a request finds out who bears it: that request was in time, and no later one is.
import pg from "pg";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { accessChannel } from "./session.ts";

/** Waits until some statement waits for a row that another holds. */
const someoneWaits = ({ owner }: TestHouse) =>
  expect
    .poll(async () => {
      const { rows } = await owner.query(
        `select count(*)::int as n from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0].n;
    })
    .toBe(1);

describe("a session that changes its face", () => {
  it("is seen with the new one by whatever is asked next", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    const post = async () => (await officer.get("/api/me")).body.post?.id ?? null;
    const own = await post();
    const seen: unknown[] = [];
    for (let nth = 0; nth < 10; nth += 1) {
      await officer.post("/api/access/self/act", {});
      seen.push(await post());
      await officer.post(`/api/access/posts/${own}/act`, {});
      seen.push(await post());
    }
    expect(seen).toEqual(Array.from({ length: 10 }, () => [null, own]).flat());
  });
});

describe("a session that ends under way", () => {
  it("is not remembered as open by the request that had just read it", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    // Long enough since it was seen last that reading it writes to it.
    house.clock.advance(3_600_000);
    const { user, password, host, port, database } = house.owner;
    const other = new pg.Client({ user, password, host, port, database } as pg.ClientConfig);
    await other.connect();
    try {
      await other.query("begin");
      await other.query("update access.sessions set ended_at = now()");
      const underWay = officer.get("/api/me");
      await someoneWaits(house);
      const heard = new Promise((resolve) => {
        house.owner.once("notification", resolve);
      });
      await house.owner.query(`listen ${accessChannel}`);
      await house.owner.query(`notify ${accessChannel}`);
      await heard;
      await other.query("commit");
      expect((await underWay).status).toBe(200);
      expect((await officer.get("/api/me")).status).toBe(401);
    } finally {
      await other.end();
    }
  });
});
