// What the three cases refuse before they are filed, and what each leaves in the store when
// approved.
import { type Act, type Actor, system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import type { Refusal } from "@niangjia/foundation/refusal";
import type { Role } from "@niangjia/foundation/roles";
import { usccCheckCharacter } from "@niangjia/foundation/uscc";
import {
  factsOn,
  findByPath,
  getUnion,
  numbersAt,
  register,
  terms,
} from "@niangjia/registers/organisations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { type ChangeFacts, checkChanging, effectChange } from "./change.ts";
import { room } from "./index.ts";
import { checkRegister, effectRegister, type RegisterFacts } from "./register.ts";
import { checkReparent, effectReparent } from "./reparent.ts";

let house: TestHouse;
let caseId: string;
beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  caseId = "0199aa00-0000-7000-8000-00000000abcd";
});
afterAll(() => house.close());

async function as<T>(role: Role, path: string, work: (act: Act) => Promise<T>): Promise<T> {
  const orgId = await house.unionId(path);
  const post = { id: orgId, role, orgId, orgPath: path };
  const actor: Actor = { ...system("测试"), kind: "staff", role, post };
  return house.act(actor, work);
}
const officer = <T>(work: (act: Act) => Promise<T>) => as("officer", tree.xingsha, work);
const cadre = <T>(work: (act: Act) => Promise<T>) => as("cadre", tree.changshaCounty, work);

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: Refusal) => error.kind?.code ?? String(error),
  );

const first = "8143012109999991X";
const uscc = first + usccCheckCharacter(first);

let made = 0;
async function registration(change: Partial<RegisterFacts> = {}): Promise<RegisterFacts> {
  made += 1;
  return {
    parent: await house.unionId(tree.xingsha),
    level: "grassroots",
    kind: "1",
    division: "430121001",
    name: `星城第${made}电子有限公司工会委员会`,
    foundedDay: day("2026-10-08"),
    ...change,
  };
}

describe("organisations.register", () => {
  it("puts the union into the store with its credit code, term and source, and counts it", async () => {
    const before = await cadre((act) => numbersAt(act, tree.changshaCounty, ["unions"]));
    const facts = await registration({
      uscc,
      legalPerson: "李明",
      termFrom: day("2026-10-08"),
      termYears: "five",
      employer: "星城电子有限公司",
      staffCount: 88,
    });
    expect(await officer((act) => checkRegister(act, facts))).toEqual([]);
    const union = await cadre((act) => effectRegister(act, { id: caseId, facts }));
    const stored = await cadre((act) => factsOn(act, union.id, day("2026-11-21")));
    expect(stored.uscc).toMatchObject({ value: uscc, source: "case", sourceId: caseId });
    expect(stored.employer?.value).toBe("星城电子有限公司");
    expect(await cadre((act) => terms(act, union.id))).toMatchObject([
      { fromDay: "2026-10-08", toDay: "2031-10-07", chair: "李明" },
    ]);
    const after = await cadre((act) => numbersAt(act, tree.changshaCounty, ["unions"]));
    expect(after.unions).toBe(before.unions + 1);
    expect(
      await refusalOf(officer(async (act) => checkRegister(act, await registration({ uscc })))),
    ).toBe("organisations.uscc-borne");
  });

  it("puts a county's federation under its division's code", async () => {
    const place = {
      parent: await house.unionId(tree.zhuzhou),
      level: "county",
      kind: "10",
    } as const;
    const facts = await registration({ ...place, division: "430204", name: "石峰区总工会" });
    await as("cadre", tree.zhuzhou, (act) => effectRegister(act, { id: caseId, facts }));
    expect(await cadre((act) => findByPath(act, `${tree.zhuzhou}430204/`))).toMatchObject({
      name: "石峰区总工会",
    });
  });

  it.each([
    ["not-found", async () => ({ parent: await house.unionId(tree.furong) })],
    ["level-misplaced", async () => ({ level: "county" as const })],
    ["uscc-wrong", async () => ({ uscc: `${first}0` })],
    ["uscc-wrong", async () => ({ employerUscc: "4301" })],
    ["day-in-future", async () => ({ foundedDay: day("2026-11-22") })],
    ["name-taken", async () => ({ name: "湘岚机械有限公司 工会委员会" })],
    ["division-unreadable", async () => ({ division: "长沙县" })],
  ])("refuses with %s before it is filed", async (code, change) => {
    const facts = await registration(await change());
    expect(await refusalOf(officer((act) => checkRegister(act, facts)))).toBe(
      `organisations.${code}`,
    );
  });

  it("advises on a name that is no union's, a firm's credit code, an employer with a union", async () => {
    const firm = "91430121MA4L1A2B3";
    const firmCode = firm + usccCheckCharacter(firm);
    const known = await registration({ employerUscc: firmCode });
    await cadre((act) => effectRegister(act, { id: caseId, facts: known }));
    const facts = await registration({
      name: "星城电子有限公司",
      uscc: firmCode,
      employerUscc: firmCode,
    });
    const advice = await officer((act) => checkRegister(act, facts));
    expect(advice).toEqual([
      expect.stringContaining("不像工会全称"),
      expect.stringContaining("以 8 开头"),
      expect.stringContaining(known.name),
    ]);
  });
});

describe("organisations.change", () => {
  const changing = async (change: Partial<ChangeFacts>): Promise<ChangeFacts> => ({
    union: await house.unionId(tree.firm),
    fromDay: day("2026-11-01"),
    reason: "搬迁",
    ...change,
  });

  it("changes the verified facts from their day on and keeps what they were", async () => {
    const facts = await changing({ address: "开元路8号", name: "湘岚智能装备有限公司工会委员会" });
    expect(await officer((act) => checkChanging(act, facts))).toEqual([]);
    const fields = await cadre((act) => effectChange(act, { id: caseId, facts }));
    expect(fields.toSorted()).toEqual(["address", "name"]);
    const stored = await cadre((act) => factsOn(act, facts.union, day("2026-11-01")));
    expect(stored.address).toMatchObject({ value: "开元路8号", source: "case", sourceId: caseId });
    expect((await cadre((act) => getUnion(act, facts.union))).name).toBe(facts.name);
    expect(await refusalOf(officer((act) => checkChanging(act, facts)))).toBe(
      "organisations.nothing-changed",
    );
  });

  it("is refused for a union outside the scope, and for a form that changes nothing", async () => {
    const elsewhere = await changing({ union: await house.unionId(tree.furongFirm), address: "x" });
    expect(await refusalOf(officer((act) => checkChanging(act, elsewhere)))).toBe(
      "organisations.not-found",
    );
    expect(
      await refusalOf(cadre((act) => effectChange(act, { id: caseId, facts: elsewhere }))),
    ).toBe("organisations.not-found");
    const empty = await changing({});
    expect(await refusalOf(officer((act) => checkChanging(act, empty)))).toBe(
      "organisations.nothing-changed",
    );
  });
});

describe("organisations.reparent", () => {
  it("hangs the union elsewhere, and its officer works at the new place at once", async () => {
    const own = await openTestHouse({ rooms: [register, room] });
    const worker = await own.signIn("officer", tree.firm);
    const facts = {
      union: await own.unionId(tree.firm),
      newParent: await own.unionId(tree.furong),
      reason: "企业搬迁到芙蓉区",
    };
    const post = {
      id: facts.newParent,
      role: "cadre",
      orgId: facts.newParent,
      orgPath: tree.furong,
    } as const;
    const approver: Actor = { ...system("测试"), kind: "staff", role: "cadre", post };
    const { newPath } = await own.act(approver, (act) =>
      effectReparent(act, { id: caseId, facts }),
    );
    expect(newPath).toBe(`${tree.furong}0001/`);
    await expect
      .poll(async () => (await worker.get("/api/organisations/children")).body.rows[0]?.path)
      .toBe(newPath);
    const numbers = await own.act(system("test"), (act) => numbersAt(act, tree.furong, ["unions"]));
    expect(numbers.unions).toBe(3);
  });

  it.each([
    ["already-there", tree.firm, tree.xingsha],
    ["under-itself", tree.xingsha, tree.firm],
    ["level-misplaced", tree.xingsha, tree.furongFirm],
    ["not-found", tree.furongFirm, tree.xingsha],
  ])("refuses with %s before it is filed", async (code, from, to) => {
    const facts = {
      union: await house.unionId(from),
      newParent: await house.unionId(to),
      reason: "调整",
    };
    expect(await refusalOf(officer((act) => checkReparent(act, facts)))).toBe(
      `organisations.${code}`,
    );
  });
});
