// The three cases by their public door: what is refused before filing, and what the last approval
// leaves in the store.
import { type Act, system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { usccCheckCharacter } from "@niangjia/foundation/uscc";
import { casesRoom } from "@niangjia/registers/cases";
import {
  factsOn,
  findByPath,
  getUnion,
  numbersAt,
  register as organisationRegister,
  terms,
} from "@niangjia/registers/organisations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { room } from "./index.ts";
import { adviceOn, type RegisterFacts } from "./register.ts";

const rooms = [organisationRegister, casesRoom([room]), room];

let house: TestHouse;
let officer: Client;
let cadre: Client;
let furongCadre: Client;
beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller", rooms });
  officer = await house.signIn("officer", tree.xingsha);
  cadre = await house.signIn("cadre", tree.changshaCounty);
  furongCadre = await house.signIn("cadre", tree.furong);
});
afterAll(() => house.close());

const look = <T>(work: (act: Act) => Promise<T>): Promise<T> => house.act(system("test"), work);

const file = (client: Client, id: string, facts: object) =>
  client.post(`/api/cases/functions/${id}/file`, { facts });

const codeOf = async (filing: ReturnType<typeof file>): Promise<string> => {
  const { status, body } = await filing;
  expect(status).toBeGreaterThanOrEqual(400);
  return body.code;
};

/** Takes the task of this case from the desk and agrees. */
async function agree(client: Client, caseId: string): Promise<string> {
  const { body: desk } = await client.get("/api/desk?size=100");
  const row = desk.rows.find(({ id }: { id: string }) => id === caseId);
  const command = { kind: "agree", task: row.task };
  const { status, body } = await client.post(`/api/cases/${caseId}/commands`, { command });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.status;
}

async function filed(client: Client, id: string, facts: object): Promise<string> {
  const { status, body } = await file(client, id, facts);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.id;
}

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
    const before = await look((act) => numbersAt(act, tree.changshaCounty, ["unions"]));
    const facts = await registration({
      uscc,
      legalPerson: "李明",
      termFrom: day("2026-10-08"),
      termYears: "five",
      employer: "星城电子有限公司",
      staffCount: 88,
    });
    const caseId = await filed(officer, "organisations.register", facts);
    expect(await agree(cadre, caseId)).toBe("approved");
    const union = (await look((act) => findByPath(act, `${tree.xingsha}0001/`)))!;
    expect(union.name).toBe(facts.name);
    const stored = await look((act) => factsOn(act, union.id, day("2026-11-21")));
    expect(stored.uscc).toMatchObject({ value: uscc, source: "case", sourceId: caseId });
    expect(stored.legalPerson?.value).toBe("李明");
    expect(await look((act) => terms(act, union.id))).toMatchObject([
      { fromDay: "2026-10-08", toDay: "2031-10-07", chair: "李明" },
    ]);
    const after = await look((act) => numbersAt(act, tree.changshaCounty, ["unions"]));
    expect(after.unions).toBe(before.unions + 1);
    const again = await registration({ uscc });
    expect(await codeOf(file(officer, "organisations.register", again))).toBe(
      "organisations.uscc-borne",
    );
  });

  it("puts a county's federation under its division's code", async () => {
    const place = {
      parent: await house.unionId(tree.zhuzhou),
      level: "county",
      kind: "10",
    } as const;
    const facts = await registration({ ...place, division: "430204", name: "石峰区总工会" });
    const [clerk, approver] = [
      await house.signIn("officer", tree.zhuzhou),
      await house.signIn("cadre", tree.zhuzhou),
    ];
    await agree(approver, await filed(clerk, "organisations.register", facts));
    const union = await look((act) => findByPath(act, `${tree.zhuzhou}430204/`));
    expect(union?.name).toBe("石峰区总工会");
  });

  it.each([
    ["level-misplaced", async () => ({ level: "county" as const })],
    ["uscc-wrong", async () => ({ uscc: `${first}0` })],
    ["uscc-wrong", async () => ({ employerUscc: "4301" })],
    ["name-taken", async () => ({ name: "湘岚机械有限公司 工会委员会" })],
    ["division-unreadable", async () => ({ division: "长沙县" })],
  ])("is refused with %s before it is filed", async (code, change) => {
    const facts = await registration(await change());
    expect(await codeOf(file(officer, "organisations.register", facts))).toBe(
      `organisations.${code}`,
    );
  });

  it("puts a federation only where its level and its division's code say", async () => {
    const clerk = await house.signIn("officer", tree.changsha);
    const parent = await house.unionId(tree.changsha);
    const federation = { parent, level: "county", kind: "10" } as const;
    for (const division of ["430100", "430122001", "430203"]) {
      const facts = await registration({ ...federation, division, name: "望麓区总工会" });
      expect(await codeOf(file(clerk, "organisations.register", facts)), division).toBe(
        "organisations.division-misplaced",
      );
    }
    const park = { ...federation, kind: "4", division: "430100", name: "望麓园区工会" };
    await filed(clerk, "organisations.register", await registration(park));
  });

  it("is refused under a union outside the scope of whoever files", async () => {
    const facts = await registration({ parent: await house.unionId(tree.furong) });
    expect(await codeOf(file(officer, "organisations.register", facts))).toBe("cases.out-of-reach");
  });

  it("a founding day in the future is named beside its field", async () => {
    const facts = await registration({ foundedDay: day("2026-11-22") });
    const { body } = await file(officer, "organisations.register", facts);
    expect(body).toMatchObject({ fields: [{ path: "facts.foundedDay" }] });
  });

  it("advises on a name that is no union's, a firm's credit code, an employer with a union", async () => {
    const firm = "91430121MA4L1A2B3";
    const firmCode = firm + usccCheckCharacter(firm);
    const known = await registration({ employerUscc: firmCode });
    await agree(cadre, await filed(officer, "organisations.register", known));
    const odd = { name: "星城电子有限公司", uscc: firmCode, employerUscc: firmCode };
    const facts = await registration(odd);
    expect(await look((act) => adviceOn(act, facts))).toEqual([
      expect.stringContaining("不像工会全称"),
      expect.stringContaining("以 8 开头"),
      expect.stringContaining(known.name),
    ]);
  });
});

describe("organisations.change", () => {
  const changing = async (change: object) => ({
    union: await house.unionId(tree.firm),
    fromDay: "2026-11-01",
    reason: "搬迁",
    ...change,
  });

  it("changes the verified facts from their day on and keeps what they were", async () => {
    const facts = await changing({ address: "开元路8号", name: "湘岚智能装备有限公司工会委员会" });
    const caseId = await filed(officer, "organisations.change", facts);
    await agree(cadre, caseId);
    const stored = await look((act) => factsOn(act, facts.union, day("2026-11-01")));
    expect(stored.address).toMatchObject({ value: "开元路8号", source: "case", sourceId: caseId });
    const union = await look((act) => getUnion(act, facts.union));
    expect(union.name).toBe("湘岚智能装备有限公司工会委员会");
    const { body } = await officer.get(`/api/cases/${caseId}`);
    expect(body.outcome).toBe("工会名称、地址已变更，自 2026年11月1日起生效。");
    expect(await codeOf(file(officer, "organisations.change", facts))).toBe(
      "organisations.nothing-changed",
    );
  });

  it("makes no federation of a place that is not its own", async () => {
    const clerk = await house.signIn("officer", tree.lusong);
    const union = await house.unionId(tree.lusong);
    for (const division of ["430200", "430121"]) {
      const facts = await changing({ union, division });
      expect(await codeOf(file(clerk, "organisations.change", facts)), division).toBe(
        "organisations.division-misplaced",
      );
    }
  });

  it("is refused for a union outside the scope, and for a form that changes nothing", async () => {
    const union = await house.unionId(tree.furongFirm);
    const elsewhere = await changing({ union, address: "别处" });
    const refused = file(officer, "organisations.change", elsewhere);
    expect(await codeOf(refused)).toBe("cases.out-of-reach");
    const nothing = file(officer, "organisations.change", await changing({}));
    expect(await codeOf(nothing)).toBe("organisations.nothing-changed");
  });
});

describe("organisations.reparent", () => {
  it("hangs the union elsewhere when both sides agree; its officer works there at once", async () => {
    const firmOfficer = await house.signIn("officer", tree.otherFirm);
    const facts = {
      union: await house.unionId(tree.otherFirm),
      newParent: await house.unionId(tree.furong),
      reason: "企业搬迁到芙蓉区",
    };
    const caseId = await filed(officer, "organisations.reparent", facts);
    expect(await agree(cadre, caseId)).toBe("running");
    expect(await agree(furongCadre, caseId)).toBe("approved");
    const union = await look((act) => getUnion(act, facts.union));
    expect(union).toMatchObject({ path: `${tree.furong}0001/`, parentId: facts.newParent });
    const place = async () =>
      (await firmOfficer.get("/api/organisations/children")).body.rows[0]?.path;
    await expect.poll(place).toBe(union.path);
    const numbers = await look((act) => numbersAt(act, tree.furong, ["unions"]));
    expect(numbers.unions).toBe(3);
    const { rows } = await house.owner.query("select org_path from business.cases where id = $1", [
      caseId,
    ]);
    expect(rows).toEqual([{ org_path: union.path }]);
  });

  it.each([
    ["already-there", tree.firm, tree.xingsha],
    ["under-itself", tree.xingsha, tree.firm],
    ["level-misplaced", tree.xingsha, tree.furongFirm],
  ])("is refused with %s before it is filed", async (code, from, to) => {
    const facts = {
      union: await house.unionId(from),
      newParent: await house.unionId(to),
      reason: "调整",
    };
    expect(await codeOf(file(officer, "organisations.reparent", facts))).toBe(
      `organisations.${code}`,
    );
  });
});
