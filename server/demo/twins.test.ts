// Tests of the demo's twins: 20,000 stay 20,000, and the list of suspects finds each planted pair for its own reason.
import { readIdNumber } from "@niangjia/foundation/idnumber";
import { suspectsSweep } from "@niangjia/platforms/realname/data-quality";
import { describe, expect, test } from "vitest";
import { enrolAt } from "../../registers/members/testing.ts";
import { openTestHouse, tree } from "../testing.ts";
import { personFacts } from "./facts.ts";
import { demoMembers } from "./members.ts";
import { people } from "./people.ts";
import { demoSeed } from "./seed.ts";
import { demoTwins, type TwinKind, twinKinds, twinsOfAKind } from "./twins.ts";
import { demoToday, demoUnions, isShownFirm } from "./unions.ts";

const unions = demoUnions(demoSeed);
const twins = demoTwins(demoSeed, unions);

/** What the list of suspects is to say of each kind: the kind of suspect, and the reason that tells it. */
const verdicts: Readonly<Record<TwinKind, { kind: "duplicate" | "phone"; rule: string }>> = {
  homophone: { kind: "duplicate", rule: "name.homophone" },
  variant: { kind: "duplicate", rule: "name.variant" },
  "fifteen-digits": { kind: "duplicate", rule: "number.sequence" },
  "one-digit-off": { kind: "duplicate", rule: "number.one-off" },
  "recycled-phone": { kind: "phone", rule: "phone" },
  siblings: { kind: "duplicate", rule: "twins" },
};

describe("the twins of the demo", () => {
  test("are ten of every kind, some of each where the demo accounts look, and the same each time", () => {
    const kinds = Object.keys(twinKinds);
    expect(twins).toHaveLength(kinds.length * twinsOfAKind);
    const county = unions.find(isShownFirm)!.path.split("/").slice(0, 4).join("/");
    for (const kind of kinds) {
      const near = twins.filter((one) => one.kind === kind && one.of.unionPath.startsWith(county));
      expect(near.length, kind).toBe(3);
    }
    expect(demoTwins(demoSeed, unions)).toEqual(twins);
  });

  test("take the last places of 20,000: nobody is added, nobody shares a number, who was before stays", () => {
    const members = [...demoMembers(demoSeed, 20_000, unions)];
    expect(members).toHaveLength(20_000);
    expect(new Set(members.map(({ idNumber }) => idNumber)).size).toBe(20_000);
    const before = [...people(demoSeed, 20_000 - twins.length, { unions })];
    expect(members.slice(0, before.length)).toEqual(before);
    expect(members.slice(before.length)).toEqual(twins.map(({ person }) => person));
  });

  test("bear sound numbers that agree with their birth day and sex", () => {
    for (const { person } of twins) {
      expect(readIdNumber(person.idNumber, { today: demoToday })).toMatchObject({
        ok: true,
        value: { birthDay: person.birthDay, sex: person.sex === "男" ? "1" : "2" },
      });
    }
  });
});

test("the list of suspects finds each of them for its own reason, and nobody else", async () => {
  const house = await openTestHouse();
  const firsts = await enrolAt(
    house,
    tree.firm,
    twins.map(({ of }) => personFacts(of)),
  );
  house.clock.advance(60_000);
  const seconds = await enrolAt(
    house,
    tree.furongFirm,
    twins.map(({ person }) => personFacts(person)),
  );
  await house.worker.sweep(suspectsSweep);
  const { rows } = await house.owner.query<{
    kind: string;
    ids: string[];
    evidence: { rule: string }[];
  }>(
    `select kind, array[person_id, other_id]::text[] as ids, evidence
     from business.data_quality_suspects where kind in ('duplicate', 'phone')`,
  );
  const found = new Map(rows.map((row) => [row.ids.sort().join(" "), row]));
  for (const [nth, { kind }] of twins.entries()) {
    const row = found.get([firsts[nth]!, seconds[nth]!].sort().join(" "));
    const expected = verdicts[kind];
    expect(row?.kind, `${kind} ${nth}`).toBe(expected.kind);
    if (expected.kind === "phone") continue;
    expect(
      row?.evidence.map(({ rule }) => rule),
      `${kind} ${nth}`,
    ).toContain(expected.rule);
  }
  expect(found.size).toBe(twins.length);
});
