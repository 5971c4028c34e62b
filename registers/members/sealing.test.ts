// Sealing thousands: what a thread seals is what the house itself would have sealed, and its failures are told.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@niangjia/foundation/ids";
import { createKeyring } from "@niangjia/foundation/keys";
import { afterAll, describe, expect, test } from "vitest";
import { prepareEnrolments } from "./enrolment.ts";
import { openSealing } from "./sealing.ts";
import { places } from "./seals.ts";
import { facts, joining } from "./testing.ts";

const folder = mkdtempSync(join(tmpdir(), "niangjia-sealing-"));
const keys = createKeyring({ file: join(folder, "keys.json") });
const union = { id: newId(), path: "/430000/", division: "430121" };
const short = 10;
const long = 100_000;

afterAll(() => rmSync(folder, { recursive: true }));

const people = [
  joining(union, facts(1)),
  joining(union, facts(2, { phone: null, household: "湖南省长沙市长沙县" }), { personId: newId() }),
  joining(union, facts(3, { household: null, name: "欧阳娜" })),
];

describe.each([short, long])("A roster of %i people", (count) => {
  test("is sealed in order, each in the row of its own person", async () => {
    using sealing = openSealing(keys, count);
    const slices = await Promise.all([
      sealing.prepare(people.slice(0, 2)),
      sealing.prepare(people.slice(2)),
    ]);
    const prepared = slices.flat();
    expect(prepared.map(({ enrolment }) => enrolment)).toEqual(people);
    expect(prepared[1]!.personId).toBe(people[1]!.personId);
    for (const { personId: row, enrolment, sealed } of prepared) {
      const { documentNumber, phone, household } = enrolment.facts;
      expect(keys.decrypt({ field: places.documentNumber, row }, sealed.idCipher)).toBe(
        documentNumber,
      );
      const opened = (field: string, cipher: Buffer | null) =>
        cipher && keys.decrypt({ field, row }, cipher);
      expect(opened(places.phone, sealed.phoneCipher)).toBe(phone);
      expect(opened(places.household, sealed.householdCipher) ?? sealed.household).toBe(household);
    }
  });

  test("is found and shown as people enrolled one by one are", async () => {
    using sealing = openSealing(keys, count);
    const ofOne = prepareEnrolments(keys, people);
    for (const [nth, { sealed }] of (await sealing.prepare(people)).entries()) {
      const { idCipher, phoneCipher, householdCipher, ...plain } = sealed;
      expect(ofOne[nth]!.sealed).toMatchObject(plain);
    }
  });
});

test("a document is found under every index key, on the thread too", async () => {
  const rotated = createKeyring({ file: join(folder, "rotated.json") });
  await rotated.rotateIndex();
  using sealing = openSealing(rotated, long);
  const [one] = await sealing.prepare(people.slice(0, 1));
  expect(one!.sealed.idBlinds).toHaveLength(2);
  expect(one!.sealed.idBlinds).toEqual(prepareEnrolments(rotated, people)[0]!.sealed.idBlinds);
});

test("a thread without its keys tells whoever asks, then and later", async () => {
  const file = join(folder, "lost.json");
  const lost = createKeyring({ file });
  rmSync(file);
  using sealing = openSealing(lost, long);
  await expect(sealing.prepare(people)).rejects.toThrow(`没有找到密钥文件 ${file}`);
  await expect(sealing.prepare(people)).rejects.toThrow(`没有找到密钥文件 ${file}`);
});

test("closing leaves nobody waiting", async () => {
  const sealing = openSealing(keys, long);
  const asked = sealing.prepare(people);
  sealing[Symbol.dispose]();
  await expect(asked).rejects.toThrow("sealing was closed");
});
