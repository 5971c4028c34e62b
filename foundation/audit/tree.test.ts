// The record's tree: entries enter it, and any later change of the log is found.
import { system } from "@niangjia/foundation/act";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../server/testing.ts";
import { record } from "./record.ts";
import { findCheckpoint, proveLog, sealSweep } from "./tree.ts";

async function houseWithEntries(count: number): Promise<TestHouse> {
  const house = await openTestHouse();
  for (let i = 0; i < count; i += 1) {
    await house.act(system("test"), (act) =>
      record(act, { action: "test.act", subject: `case:${i}`, details: { i, b: "二", a: [1] } }),
    );
  }
  return house;
}

const seal = (house: TestHouse) => house.worker.sweep(sealSweep);
const prove = (house: TestHouse, savedHead?: string) =>
  house.act(system("doctor"), (act) => proveLog(act, savedHead));
const head = (house: TestHouse) => house.act(system("doctor"), findCheckpoint);

/** What someone with the database's own password could do. */
const tamper = (house: TestHouse, statement: string) => house.owner.query(statement);

describe("the record's tree", () => {
  it("takes in every entry once and proves itself whole", async () => {
    const house = await houseWithEntries(7);
    expect(await seal(house)).toEqual({ entries: 7 });
    expect(await seal(house)).toEqual({ entries: 0 });
    expect(await prove(house)).toEqual({ size: 7 });
  });

  it("continues a head saved earlier", async () => {
    const house = await houseWithEntries(3);
    await seal(house);
    const saved = await head(house);
    await house.act(system("test"), (act) => record(act, { action: "test.later" }));
    await seal(house);
    expect(await prove(house, saved)).toEqual({ size: 4 });
  });

  it.each([
    ["an entry's words", "update audit.entries set action = 'x' where subject = 'case:2'"],
    ["an entry's details", `update audit.entries set details = '{"i":9}' where subject = 'case:1'`],
    ["an entry taken out", "delete from audit.entries where subject = 'case:3'"],
    ["a leaf taken out", "delete from audit.leaves where leaf_index = 4"],
    [
      "an inner node",
      "update audit.nodes set hash = decode(repeat('00', 32), 'hex') where level = 0 and node_index = 1",
    ],
  ])("finds a change of %s", async (_what, statement) => {
    const house = await houseWithEntries(5);
    await seal(house);
    await tamper(house, statement);
    expect((await prove(house)).fault).toBeDefined();
  });

  it("finds a log cut back and written anew, by the head saved before", async () => {
    const house = await houseWithEntries(5);
    await seal(house);
    const saved = await head(house);
    await tamper(
      house,
      "truncate audit.entries, audit.pending, audit.leaves, audit.nodes, audit.heads",
    );
    for (let i = 0; i < 6; i += 1) {
      await house.act(system("test"), (act) => record(act, { action: "test.other" }));
    }
    await seal(house);
    expect((await prove(house)).fault).toBeUndefined();
    expect((await prove(house, saved)).fault).toContain("延续");
  });

  it("is never changed by the house itself", async () => {
    const house = await houseWithEntries(1);
    for (const statement of [
      "update audit.entries set action = 'x'",
      "delete from audit.entries",
    ]) {
      await expect(
        house.database.transaction(system("test"), (tx) =>
          tx.executeQuery({ sql: statement, parameters: [], query: { kind: "RawNode" } } as never),
        ),
      ).rejects.toThrow("permission denied");
    }
  });
});
