// Whatever the order, the repetitions and the faults of rosters: a person is enrolled once, and twice the same is once.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { idNumberOf, importFor, range, rowOf, sheetOf } from "./testing.ts";

let house: TestHouse;
let client: Client;
/** Each round has people of its own, so that one store serves them all. */
let firstPerson = 0;
const peopleARound = 30;

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
});
afterAll(() => house.close());

/** New people and, since an account may not open imports without end, a new officer. */
async function newRound(): Promise<void> {
  firstPerson += peopleARound;
  client = await house.signIn("officer", tree.firm);
}

const kinds = ["good", "good", "good", "no name", "wrong number", "no phone"] as const;
const row = fc.record({
  person: fc.nat(peopleARound - 1),
  kind: fc.constantFrom(...kinds),
});
type Row = { person: number; kind: (typeof kinds)[number] };

function cellsOf({ person, kind }: Row) {
  const cells = rowOf(firstPerson + person);
  if (kind === "no name") return cells.with(0, "");
  if (kind === "wrong number") return cells.with(1, `${cells[1]}1`);
  return kind === "no phone" ? cells.with(2, null) : cells;
}

const isGood = ({ kind }: Row): boolean => kind === "good" || kind === "no phone";

const importRows = async (rows: readonly Row[]) =>
  importFor(house, { client, path: tree.firm, bytes: await sheetOf(rows.map(cellsOf)) });

async function enrolledPeople(): Promise<string[]> {
  const { rows } = await house.owner.query("select id, id_cipher from member.persons order by id");
  return rows.map(({ id, id_cipher }) =>
    house.keys.decrypt({ field: "person.identity", row: id }, id_cipher),
  );
}

test("rosters in any order, with repetitions and faults, enrol exactly the people of their good rows, once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 40 }).chain((rows) =>
        fc.record({
          rows: fc.constant(rows),
          shuffled: fc.shuffledSubarray(rows, { minLength: rows.length }),
          part: fc.subarray(rows, { minLength: 1 }),
        }),
      ),
      async ({ rows, shuffled, part }) => {
        await newRound();
        const before = new Set(await enrolledPeople());
        const first = await importRows(part);
        await importRows(shuffled);
        const whole = await importRows(rows);
        const again = await importRows(rows);
        const wanted = new Set(
          rows.filter(isGood).map(({ person }) => idNumberOf(firstPerson + person)),
        );
        const enrolled = (await enrolledPeople()).filter((number) => !before.has(number));
        expect(enrolled.toSorted()).toEqual([...wanted].toSorted());
        expect(first.enrolled).toBe(new Set(part.filter(isGood).map(({ person }) => person)).size);
        expect(whole.enrolled).toBe(0);
        expect(again).toMatchObject({ enrolled: 0, updated: 0, unchanged: wanted.size });
        const counts = [again.enrolled, again.updated, again.unchanged, again.faulty];
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      },
    ),
    {
      numRuns: 12,
      seed: Number(process.env.SEED ?? Date.now() % 1_000_000),
      verbose: 1,
      endOnFailure: true,
    },
  );
});

test("an import of many at once beside another of the same people enrols each of them once", async () => {
  await newRound();
  const people = range(peopleARound).map((person): Row => ({ person, kind: "good" }));
  const before = new Set(await enrolledPeople());
  await Promise.all([importRows(people), importRows(people.toReversed())]);
  const enrolled = (await enrolledPeople()).filter((number) => !before.has(number));
  expect(new Set(enrolled).size).toBe(peopleARound);
  expect(enrolled).toHaveLength(peopleARound);
});
