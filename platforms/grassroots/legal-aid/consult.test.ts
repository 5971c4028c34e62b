// Asking a lawyer, by the public door: to whom a question goes, who may answer, what the answer leaves in the store.
import { describe, expect, it } from "vitest";
import { rooms } from "../../../server/rooms.ts";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { advise, decide, file, lawyerAt, openHouse, setDuty } from "./testing.ts";

const question = async (house: TestHouse, changes: object = {}) => ({
  union: await house.unionId(tree.firm),
  kind: "severance",
  question: "公司说效益不好要我明天不用来了，没有提补偿，我该怎么办？",
  ...changes,
});

const reply = {
  facts: { answer: "公司单方解除要付经济补偿，每满一年一个月工资。", suggestion: "mediation" },
};

const openScene = async () => {
  const house = await openHouse();
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  return { house, cadre, worker: await house.signIn("worker") };
};

const ask = async (house: TestHouse, worker: Client): Promise<string> => {
  const filed = await file(worker, "consult", await question(house));
  expect(filed.status, JSON.stringify(filed.body)).toBe(200);
  return filed.body.id;
};

describe("legal-aid.consult", () => {
  it("ends as an answer from the lawyer on duty, which the worker reads and rates", async () => {
    const { house, cadre, worker } = await openScene();
    const lawyer = await lawyerAt(house, cadre);
    await setDuty(cadre, lawyer, "2026-11-21");
    const advice = await advise(worker, "consult", await question(house));
    expect(advice.body.advice.join()).toContain("今天值班的是");
    const id = await ask(house, worker);

    const empty = await decide(lawyer.client, id);
    expect(empty.body.fields?.map(({ path }) => path)).toEqual([
      "facts.answer",
      "facts.suggestion",
    ]);
    expect((await decide(lawyer.client, id, "agree", reply)).body.status).toBe("approved");
    const shown = await worker.get(`/api/cases/${id}`);
    expect(shown.body.outcome).toContain("每满一年一个月工资");
    await worker.post(`/api/cases/${id}/rating`, { stars: 5, words: "" });
    await house.settle();

    const { rows } = await house.owner.query(
      `select kind, lawyer, lawyer_post, on_duty, suggestion, stars, org_path, account_id
       from business.legal_aid_consultations`,
    );
    expect(rows).toEqual([
      {
        ...{ kind: "severance", lawyer: "周正", lawyer_post: lawyer.post, on_duty: true },
        ...{ suggestion: "mediation", stars: 5, org_path: tree.changshaCounty },
        account_id: worker.accountId,
      },
    ]);
    const list = await cadre.get("/api/legal-aid/consultations");
    expect(list.body).toMatchObject({
      total: 1,
      rows: [{ kindName: "经济补偿或者赔偿金", stars: 5 }],
    });
  });

  it("goes up to the city when nobody is on duty in the county that day", async () => {
    const { house, cadre, worker } = await openScene();
    const city = await house.signIn("cadre", tree.changsha);
    const county = await lawyerAt(house, cadre);
    const above = await lawyerAt(house, city, { path: tree.changsha, name: "何必达" });
    await setDuty(cadre, county, "2026-11-22");
    await setDuty(city, above, "2026-11-21");
    const id = await ask(house, worker);
    const { rows } = await house.owner.query("select org_path from business.cases");
    expect(rows).toEqual([{ org_path: tree.changsha }]);
    expect((await decide(above.client, id, "agree", reply)).body.status).toBe("approved");
  });

  it("is answered by whoever is on duty, or whom they hand it to, and by no other lawyer", async () => {
    const { house, cadre, worker } = await openScene();
    const onDuty = await lawyerAt(house, cadre);
    const other = await lawyerAt(house, cadre, { name: "何必达" });
    await setDuty(cadre, onDuty, "2026-11-21");
    const id = await ask(house, worker);
    const refused = await decide(other.client, id, "agree", reply);
    expect(refused.body.code).toBe("legal-aid.not-on-duty");
    expect(JSON.stringify(refused.body)).toContain("周正律师");
    expect((await decide(onDuty.client, id, "transfer", { to: other.post })).status).toBe(200);
    expect((await decide(other.client, id, "agree", reply)).body.status).toBe("approved");
    const { rows } = await house.owner.query(
      "select on_duty, lawyer from business.legal_aid_consultations",
    );
    expect(rows).toEqual([{ on_duty: false, lawyer: "何必达" }]);
  });

  it("can be answered by a lawyer whom the federation puts on duty in place of who is away", async () => {
    const { house, cadre, worker } = await openScene();
    const away = await lawyerAt(house, cadre);
    const other = await lawyerAt(house, cadre, { name: "何必达" });
    await setDuty(cadre, away, "2026-11-21");
    const id = await ask(house, worker);
    const refused = await decide(other.client, id, "agree", reply);
    expect(refused.body.next).toContain("排进今天的值班");
    await setDuty(cadre, other, "2026-11-21");
    expect((await decide(other.client, id, "agree", reply)).body.status).toBe("approved");
  });

  it("comes to the cadre once it is late, who cannot answer it and hands it to a lawyer", async () => {
    const { house, cadre, worker } = await openScene();
    const onDuty = await lawyerAt(house, cadre);
    await setDuty(cadre, onDuty, "2026-11-21");
    const id = await ask(house, worker);
    house.clock.set("2026-11-26T09:00:00+08:00");
    const clock = rooms
      .flatMap(({ sweeps = [] }) => sweeps)
      .find(({ name }) => name === "cases.clock");
    await house.worker.sweep(clock!);
    await house.settle();
    const refused = await decide(cadre, id, "agree", reply);
    expect(refused.body).toMatchObject({
      code: "legal-aid.not-registered",
      next: expect.stringContaining("转办给一位援助律师"),
    });
    expect((await decide(cadre, id, "transfer", { to: onDuty.post })).status).toBe(200);
    expect((await decide(onDuty.client, id, "agree", reply)).body.status).toBe("approved");
  });

  it("is not taken in where no lawyer is registered up to the province, and says whom to call", async () => {
    const { house, worker } = await openScene();
    await house.signIn("lawyer", tree.changshaCounty);
    const filed = await file(worker, "consult", await question(house));
    expect(filed.body).toMatchObject({ code: "legal-aid.no-lawyer" });
    expect(JSON.stringify(filed.body)).toContain("12348");
    expect((await house.owner.query("select from business.cases")).rowCount).toBe(0);
  });

  it("keeps duties of one county from another, and refuses days that are past", async () => {
    const { house, cadre } = await openScene();
    const lawyer = await lawyerAt(house, cadre);
    const past = await setDuty(cadre, lawyer, "2026-11-20");
    expect(past.body.code).toBe("legal-aid.day-past");
    expect((await setDuty(cadre, lawyer, "2026-11-23", "2026-11-24")).body).toEqual({ added: 2 });
    expect((await setDuty(cadre, lawyer, "2026-11-24")).body).toEqual({ added: 0 });
    const days = "from=2026-11-01&to=2026-11-30";
    const listed = await cadre.get(`/api/legal-aid/duties?${days}`);
    expect(listed.body.rows.map(({ day }: { day: string }) => day)).toEqual([
      "2026-11-23",
      "2026-11-24",
    ]);
    const furong = await house.signIn("cadre", tree.furong);
    expect((await furong.get(`/api/legal-aid/duties?${days}`)).body.rows).toEqual([]);
    expect((await setDuty(furong, lawyer, "2026-11-25")).body.code).toBe(
      "legal-aid.lawyer-not-found",
    );
    const dropped = { lawyer: lawyer.post, day: "2026-11-24" };
    await cadre.post("/api/legal-aid/duties/drop", dropped);
    expect((await cadre.get(`/api/legal-aid/duties?${days}`)).body.rows).toHaveLength(1);
  });
});
