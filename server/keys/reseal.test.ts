// Rotation without stopping: old values stay readable, new ones bear the new key, and resealing leaves none behind.
import { describe, expect, it } from "vitest";
import { openTestHouse } from "../testing.ts";
import { resealAll, sealedColumns } from "./reseal.ts";

describe("resealing", () => {
  it("leaves no value of an older key, and every value readable", async () => {
    const house = await openTestHouse();
    const phone = "13600136000";
    await house.anonymous.post("/api/access/codes", { phone });
    await house.keys.rotate();
    await house.settle();
    expect(house.sent[0]?.to).toBe(phone);
    const resealed = await resealAll(house);
    expect(resealed).toBe(2);
    const { rows } = await house.owner.query("select id, to_cipher from exchange.messages");
    expect(rows.some((row) => house.keys.needsRotation(row.to_cipher))).toBe(false);
    const place = { field: "message.to", row: rows[0].id };
    expect(house.keys.decrypt(place, rows[0].to_cipher)).toBe(phone);
    expect(await resealAll(house)).toBe(0);
  });

  it("knows every sealed column of the store", async () => {
    const house = await openTestHouse();
    const { rows } = await house.owner.query(
      `select n.nspname || '.' || c.relname as table, a.attname as column
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where a.attname like '%\\_cipher' and c.relkind = 'r' and not a.attisdropped order by 1, 2`,
    );
    const known = sealedColumns.map(({ table, column }) => ({ table, column }));
    expect(rows).toEqual(
      known.sort((a, b) => (`${a.table}.${a.column}` < `${b.table}.${b.column}` ? -1 : 1)),
    );
  });
});
