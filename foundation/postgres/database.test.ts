// Transactions on real connections: reads travel together, nothing is left behind, a broken connection ends one call only.
import type { EventEmitter } from "node:events";
import { type Actor, system } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../server/testing.ts";
import { entrust, lineOf, ringOnCommit, wear } from "./connection.ts";
import { Database } from "./database.ts";
import { overtakenWhen } from "./overtaken.ts";
import { databaseRoles } from "./scope.ts";

const actor: Actor = system("test");
let house: TestHouse;
let database: Database;

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  database = new Database(house.url, 1);
});
afterAll(async () => {
  await database.close();
  await house.close();
});

const pidOf = sql<{ pid: number }>`select pg_backend_pid() as pid`;
const numberOf = (n: number) => sql<{ n: number }>`select ${n}::int as n`;

describe("A read", () => {
  test("gives each of the statements sent together its own answer", async () => {
    const answers = await database.transaction(
      actor,
      (tx) => Promise.all([1, 2, 3].map((n) => numberOf(n).execute(tx))),
      { readOnly: true },
    );
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3]);
  });

  test("cannot write", async () => {
    const writing = database.transaction(
      actor,
      (tx) => sql`update access.sessions set seen_at = now()`.execute(tx),
      { readOnly: true },
    );
    await expect(writing).rejects.toMatchObject({ code: "25006" });
  });

  test("that fails leaves its connection fit for the next", async () => {
    const failing = database.transaction(actor, (tx) => sql`select 1 / 0`.execute(tx), {
      readOnly: true,
    });
    await expect(failing).rejects.toMatchObject({ code: "22012" });
    const next = await database.transaction(actor, (tx) => numberOf(4).execute(tx), {
      readOnly: true,
    });
    expect(next.rows[0]?.n).toBe(4);
  });

  test("waiting for another one's connection sees what its own actor sees, and none stays open", async () => {
    const readers: Actor[] = [1, 2, 3, 4, 5, 6].map((n) => {
      const post = { id: newId(), role: "cadre", orgId: newId(), orgPath: `/43000${n}/` } as const;
      const ids = { accountId: newId(), personId: newId(), sessionId: newId() };
      return { kind: "staff", ...ids, post, role: "cadre", name: "", ownName: "" };
    });
    const scope = sql<{ role: string; low: string; account: string }>`
      select current_user as role, house.low() as low, current_setting('niangjia.account', true) as account`;
    const read = (reader: Actor) =>
      database.transaction(reader, (tx) => scope.execute(tx), { readOnly: true });
    const failing = database.transaction(actor, (tx) => sql`select 1 / 0`.execute(tx), {
      readOnly: true,
    });
    const seen = await Promise.all([
      ...readers.map(read),
      failing.catch(() => undefined),
      ...readers.map(read),
    ]);
    expect(seen.flatMap((answer) => answer?.rows ?? [])).toEqual(
      [...readers, ...readers].map(({ accountId, post }) => {
        return { role: "niangjia_staff", low: post?.orgPath, account: accountId };
      }),
    );
    const open = () =>
      house.owner.query(`select from pg_stat_activity where datname = current_database()
        and state like 'idle in transaction%' and pid <> pg_backend_pid()`);
    await expect.poll(async () => (await open()).rowCount).toBe(0);
  });

  test("whose role is denied says so, and reads nothing", async () => {
    const stranger = `stranger_${newId().replaceAll("-", "")}`;
    const url = new URL(house.url);
    await house.owner.query(`create role ${stranger} login password '${url.password}'`);
    url.username = stranger;
    const strangers = new Database(url.href, 1);
    try {
      const reading = strangers.transaction(actor, (tx) => numberOf(5).execute(tx), {
        readOnly: true,
      });
      await expect(reading).rejects.toThrow(/set role/);
    } finally {
      await strangers.close();
      await house.owner.query(`drop role ${stranger}`);
    }
  });
});

describe("A small table", () => {
  test("is read by its index: a page out of turn costs hardly more than the next", async () => {
    await house.owner.query(`create table small as select n from generate_series(1, 200) n;
      create index on small (n); analyze small; grant select on small to public`);
    const explain = sql<object>`explain select from small where n = 100`;
    const { rows } = await database.transaction(actor, (tx) => explain.execute(tx));
    await house.owner.query("drop table small");
    expect(JSON.stringify(rows)).toContain("small_n_idx");
  });
});

describe("Statements sent in one turn", () => {
  const quotient = (by: number) => sql<{ n: number }>`select 6 / ${by}::int as n`;
  const read = <T>(work: Parameters<typeof database.transaction<T>>[1]) =>
    database.transaction(actor, work, { readOnly: true });

  test("are answered together, by one word that PostgreSQL is ready", async () => {
    const pool = new pg.Pool({ connectionString: house.url, max: 1 });
    const client = await pool.connect();
    try {
      let ready = 0;
      const { connection } = client as unknown as { connection: EventEmitter };
      connection.on("readyForQuery", () => {
        ready += 1;
      });
      const { kysely } = lineOf(client);
      await Promise.all([1, 2, 3].map((n) => sql`select ${n}::int`.execute(kysely)));
      expect(ready).toBe(1);
    } finally {
      client.release();
      await pool.end();
    }
  });

  test("end at the one that is refused: those before it count, those behind are not run", async () => {
    const outcomes = await read((tx) =>
      Promise.allSettled([quotient(2), quotient(0), quotient(3)].map((query) => query.execute(tx))),
    );
    expect(outcomes).toMatchObject([
      { status: "fulfilled", value: { rows: [{ n: 3 }] } },
      { status: "rejected", reason: { code: "22012" } },
      { status: "rejected", reason: { code: "22012" } },
    ]);
    const again = await read((tx) => quotient(1).execute(tx));
    expect(again.rows).toEqual([{ n: 6 }]);
  });

  test("of a read that ended without waiting for them fail nobody else's", async () => {
    const hasty = read(async (tx) => {
      quotient(0)
        .execute(tx)
        .catch(() => undefined);
    });
    const next = read((tx) => quotient(2).execute(tx));
    await hasty;
    expect((await next).rows).toEqual([{ n: 3 }]);
  });

  test("go without one whose value or answer cannot be read, which alone says so", async () => {
    const endless: object[] = [];
    const circle = { endless };
    endless.push(circle);
    const beyond = sql`select ${"9007199254740993"}::bigint as n`;
    const outcomes = await read((tx) =>
      Promise.allSettled([
        sql`select ${circle}::jsonb as n`.execute(tx),
        beyond.execute(tx),
        quotient(6).execute(tx),
      ]),
    );
    expect(outcomes).toMatchObject([
      { status: "rejected", reason: { message: expect.stringContaining("circular") } },
      { status: "rejected", reason: { message: expect.stringContaining("bigint beyond 2^53") } },
      { status: "fulfilled", value: { rows: [{ n: 1 }] } },
    ]);
  });

  test("that are kept prepared are prepared anew when their columns have changed", async () => {
    const { owner } = house;
    await owner.query("create table public.widening as select 1 as a");
    await owner.query("grant select on public.widening to niangjia_system");
    const all = () => read((tx) => sql`select * from public.widening`.execute(tx));
    expect((await all()).rows).toEqual([{ a: 1 }]);
    await owner.query("alter table public.widening add column b int default 2");
    await expect(all()).rejects.toThrow("cached plan must not change result type");
    expect((await all()).rows).toEqual([{ a: 1, b: 2 }]);
  });

  test("are kept prepared for each role, whose row policies are in the plan", async () => {
    const told = sql<{ n: number }>`select 'of each role' as told, count(*) as n
      from pg_prepared_statements where statement like '%of each role%'`;
    const counts = await read(async (tx) => {
      for (const role of [databaseRoles.staff, databaseRoles.system, databaseRoles.staff]) {
        wear(tx, role);
        await told.execute(tx);
      }
      return (await told.execute(tx)).rows;
    });
    expect(counts).toMatchObject([{ n: 2 }]);
  });
});

describe.each([
  ["A read", true],
  ["A command", false],
])("%s whose connection breaks between two statements", (_what, readOnly) => {
  test("fails alone: the next one has a new connection", async () => {
    const breaking = database.transaction(
      actor,
      async (tx) => {
        const { rows } = await pidOf.execute(tx);
        await house.owner.query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
        await numberOf(6).execute(tx);
      },
      { readOnly },
    );
    await expect(breaking).rejects.toThrow();
    const next = await database.transaction(actor, (tx) => numberOf(7).execute(tx), { readOnly });
    expect(next.rows[0]?.n).toBe(7);
  });
});

describe("A write left to its transaction", () => {
  const table = "house_left";
  beforeAll(() =>
    house.owner.query(`create table ${table} (n int primary key);
    grant insert on ${table} to niangjia_system`),
  );
  afterAll(() => house.owner.query(`drop table ${table}`));
  const add = (n: number) => sql`insert into ${sql.table(table)} values (${n})`;
  const kept = async (): Promise<number[]> => {
    const { rows } = await house.owner.query<{ n: number }>(`select n from ${table} order by n`);
    return rows.map(({ n }) => n);
  };

  test("is kept when the work is done, though nobody waited for it", async () => {
    await database.transaction(actor, async (tx) => entrust(tx, add(1).execute(tx)));
    expect(await kept()).toEqual([1]);
  });

  test("undoes all of it when refused, be it sent with the commit or long before, and says why", async () => {
    for (const later of [0, 1]) {
      const refused = database.transaction(actor, async (tx) => {
        await add(2).execute(tx);
        entrust(tx, add(1).execute(tx));
        if (later)
          await numberOf(3)
            .execute(tx)
            .catch(() => undefined);
      });
      await expect(refused).rejects.toMatchObject({ code: "23505" });
    }
    expect(await kept()).toEqual([1]);
  });

  test("is what is told when the work then fails by it", async () => {
    const failed = database.transaction(actor, async (tx) => {
      entrust(tx, add(1).execute(tx));
      await new Promise(setImmediate);
      await numberOf(3).execute(tx);
    });
    await expect(failed).rejects.toMatchObject({ code: "23505" });
    const next = await database.transaction(actor, (tx) => numberOf(4).execute(tx));
    expect(next.rows[0]?.n).toBe(4);
  });
});

describe("A command", () => {
  const places = "public.overtaking";
  const take = (tx: Parameters<typeof entrust>[0], place: number) =>
    sql`insert into ${sql.table(places)} (place) values (${place})`.execute(tx);
  beforeAll(async () => {
    await house.owner.query(`create table ${places} (place int constraint one_a_place primary key);
      create table ${places}_apart (place int primary key);
      grant select, insert on ${places}, ${places}_apart to niangjia_system`);
    overtakenWhen("one_a_place");
  });

  test("that was overtaken is undone and runs again on what is there then", async () => {
    const found: number[] = [];
    await house.owner.query(`insert into ${places} values (1)`);
    await database.transaction(actor, async (tx) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n
        from ${sql.table(places)}`.execute(tx);
      found.push(rows[0]!.n);
      entrust(tx, take(tx, found.length === 1 ? 1 : 1 + rows[0]!.n));
      await numberOf(1)
        .execute(tx)
        .catch(() => undefined);
    });
    expect(found).toEqual([1, 1]);
    const { rows } = await house.owner.query(`select place from ${places} order by place`);
    expect(rows).toEqual([{ place: 1 }, { place: 2 }]);
  });

  test("that breaks any other key is not tried again", async () => {
    let runs = 0;
    const work = database.transaction(actor, async (tx) => {
      runs += 1;
      await sql`insert into public.overtaking_apart values (1), (1)`.execute(tx);
    });
    await expect(work).rejects.toMatchObject({ code: "23505" });
    expect(runs).toBe(1);
  });

  test("rings who listens once it is on disk, and nobody when it is undone", async () => {
    const listener = await house.database.connect();
    const heard: string[] = [];
    const last = Promise.withResolvers<void>();
    listener.on("notification", ({ channel }) => {
      heard.push(channel);
      if (channel === "kept") last.resolve();
    });
    await listener.query("listen undone; listen kept");
    const undone = database.transaction(actor, async (tx) => {
      ringOnCommit(tx, "undone");
      await sql`select 1 / 0`.execute(tx);
    });
    await expect(undone).rejects.toMatchObject({ code: "22012" });
    await database.transaction(actor, async (tx) => ringOnCommit(tx, "kept"));
    await last.promise;
    expect(heard).toEqual(["kept"]);
    await listener.end();
  });
});
