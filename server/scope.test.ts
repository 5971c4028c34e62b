// Scope: what lies under a sibling's union is reached by no route, no list, no count, no file, and by no statement.
import type { Route } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFor, range, rowOf, sheetOf } from "../platforms/realname/roster/testing.ts";
import { rooms } from "./rooms.ts";
import {
  leaks,
  publicTables,
  reached,
  saidIn,
  scopedTables,
  staffOf,
  within,
} from "./scope-checks.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "./testing.ts";

/** Two counties that must know nothing of each other, and the city above that sees both. */
interface Side {
  readonly county: string;
  readonly firm: string;
  /** A word that stands in this side's rows and nowhere else. */
  readonly word: string;
  readonly from: number;
}
const left: Side = { county: tree.changshaCounty, firm: tree.firm, word: "金丝雀甲", from: 0 };
const right: Side = { county: tree.furong, firm: tree.furongFirm, word: "金丝雀乙", from: 500 };

const routes = rooms
  .flatMap((room) => room.routes ?? [])
  .filter(({ contract }) => contract.method === "GET");

let house: TestHouse;
const cadres = new Map<Side, Client>();
/** Ids of rows of each side: a sight of one is a sight of the row. */
const marks = new Map<Side, string[]>();

async function marksOf(side: Side): Promise<string[]> {
  const found: string[] = [side.word];
  for (const { name, id } of await scopedTables(house)) {
    if (!id || publicTables.includes(name)) continue;
    const { rows } = await house.owner.query(`select id from ${name} where ${within(side.county)}`);
    found.push(...rows.map((row) => row.id));
  }
  return found;
}

/** A county with an imported roster, a faulty row, an export, a look and a file, all bearing its word. */
async function furnish(side: Side): Promise<void> {
  const client = await house.signIn("cadre", side.county);
  cadres.set(side, client);
  const rows = range(12, side.from).map((index) => [...rowOf(index).slice(0, 5), side.word]);
  rows.push([...rowOf(side.from).slice(0, 1), "110", "1", "大专", "2024-05-01", side.word]);
  await importFor(house, { client, path: side.firm, bytes: await sheetOf(rows) });
  const list = await client.get("/api/members");
  const person = list.body.rows[0].id;
  const look = { fields: ["documentNumber"], purpose: side.word };
  await client.post(`/api/members/${person}/unmask`, look);
  await client.upload(`${side.word}.pdf`, Buffer.from("%PDF-1.7\n"));
}

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  await furnish(left);
  await furnish(right);
  for (const side of [left, right]) marks.set(side, await marksOf(side));
}, 120_000);
afterAll(() => house.close());

/** Every address of a route, with each id of a side in the place of its parameter. */
function urlsOf(route: Route, side: Side): string[] {
  const { path } = route.contract;
  if (!path.includes(":")) return [`/api${path}`, `/api${path}?size=100`];
  const ids = (marks.get(side) ?? []).slice(1);
  const spread = ids.filter((_id, nth) => nth % Math.ceil(ids.length / 60) === 0);
  return spread.map((id) => `/api${path.replaceAll(/:\w+/g, id)}`);
}

const seen = (text: string, side: Side): string[] =>
  (marks.get(side) ?? []).filter((mark) => text.includes(mark));

async function textOf(client: Client, url: string): Promise<string> {
  const reply = await client.get(url);
  const asked = url.split("/").filter((part) => part.length === 36);
  // A refusal may repeat the address that was asked for; that tells nothing.
  return asked.reduce((text, id) => text.replaceAll(id, ""), await saidIn(reply));
}

describe.each(routes.map((route) => [route.contract.id, route] as const))("%s", (_id, route) => {
  it("shows nothing of a sibling county", async () => {
    const client = cadres.get(left) as Client;
    for (const url of urlsOf(route, right)) {
      const text = await textOf(client, url);
      expect(seen(text, right), url).toEqual([]);
    }
  });
});

describe("routes that show rows", () => {
  it("do show a county its own, so that the silence above means something", async () => {
    const client = cadres.get(right) as Client;
    const telling = new Set<string>();
    for (const route of routes) {
      for (const url of urlsOf(route, right)) {
        if (seen(await textOf(client, url), right).length > 0) telling.add(route.contract.id);
      }
    }
    for (const id of ["members.list", "roster.import.list"]) expect([...telling]).toContain(id);
    expect(telling.size).toBeGreaterThanOrEqual(4);
  });

  it("keep fifty people at once apart", async () => {
    const sides = range(50).map((nth) => (nth % 2 === 0 ? left : right));
    const clients = await Promise.all(sides.map((side) => house.signIn("cadre", side.county)));
    const answers = await Promise.all(
      clients.flatMap((client, nth) =>
        ["/api/members?size=50", "/api/roster/imports", "/api/members/find?q=王"].map(
          async (url) => ({ text: (await client.get(url)).bytes.toString(), side: sides[nth] }),
        ),
      ),
    );
    for (const { text, side } of answers) {
      expect(seen(text, side === left ? right : left)).toEqual([]);
    }
    expect(answers.some(({ text }) => seen(text, left).length > 0)).toBe(true);
  });
});

describe("the database itself", () => {
  it("gives a county no row of its sibling, and the city all of both", async () => {
    expect(await leaks(house, left.county, right.county)).toEqual([]);
    let filled = 0;
    for (const { name } of await scopedTables(house)) {
      const { rows } = await house.owner.query(
        `select count(*)::int as n from ${name} where ${within(right.county)}`,
      );
      const city = await reached(house, tree.changsha, { table: name, county: right.county });
      if (city !== null) expect(city, name).toBe(rows[0].n);
      if (rows[0].n > 0 && city !== null) filled += 1;
    }
    expect(filled).toBeGreaterThanOrEqual(6);
  });

  it("refuses to write a row into a sibling county", async () => {
    const orgId = await house.unionId(tree.furongFirm);
    const writing = house.act(staffOf(left.county), (act) =>
      sql`insert into organisation.facts (id, union_id, org_path, field, value, from_day, source, at)
        values (${newId()}, ${orgId}, ${tree.furongFirm}, 'address', '"x"', '2026-01-01', 'case',
          ${act.now})`.execute(act.tx),
    );
    await expect(writing).rejects.toThrow("row-level security");
  });

  it("knows nobody who has not said who they are", async () => {
    const client = await house.database.connect();
    await expect(client.query("select * from member.persons")).rejects.toThrow("permission denied");
    await client.query("begin");
    await client.query("set local role niangjia_staff");
    const { rows } = await client.query("select * from member.persons");
    expect(rows).toEqual([]);
    await client.end();
  });

  it("lets no session be forged by its shape", async () => {
    const forged = await house.app.inject({
      url: "/api/members",
      headers: { authorization: `Bearer ${"A".repeat(43)}` },
    });
    expect(forged.statusCode).toBe(401);
  });
});
