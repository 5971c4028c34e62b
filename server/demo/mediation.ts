// Mediation in the demo (演示劳动争议调解): disputes at each step, from one that waits to one signed and paid.
import { type Act, type Actor, system } from "@niangjia/foundation/act";
import { addCalendarDays, dayOf, startOfDay } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { room } from "@niangjia/platforms/grassroots/mediation";
import { sql } from "kysely";
import { follow } from "../../platforms/grassroots/mediation/follow.ts";
import { callSession } from "../../platforms/grassroots/mediation/sessions.ts";
import type { House } from "../app.ts";
import { DemoDesk, demoActor, demoPaper } from "./desk.ts";
import { divisionOf } from "./divisions.ts";
import { firmName } from "./employer-names.ts";
import { officerName } from "./names.ts";
import { staffPhone } from "./numbers.ts";
import { createRandom, type Random } from "./random.ts";
import { demoSeed } from "./seed.ts";

export interface MediationDemo {
  readonly townPath: string;
  readonly countyPath: string;
}

/** Beyond the phones of the demo's own accounts. */
const apart = 970_000;

const matters = [
  { kind: "wages", words: "八月至十月工资", story: "连续三个月没有发工资，多次催要没有结果。" },
  { kind: "overtime", words: "周末加班工资", story: "每周六都加班，工资条上没有加班费。" },
  { kind: "severance", words: "解除合同的经济补偿", story: "单位口头通知不用来了，没有给补偿。" },
  { kind: "injury", words: "工伤期间停工留薪", story: "上班时手被划伤，休息两个月没有发工资。" },
  { kind: "no-contract", words: "未签合同的双倍工资", story: "入职八个月没有签劳动合同。" },
  { kind: "wages", words: "年底奖金", story: "约定的年终奖一直没有发。" },
] as const;

interface Ground {
  readonly county: string;
  readonly officer: Actor;
  readonly mediator: Actor;
  readonly cadre: Actor;
}

/** Nothing when it was loaded before. */
async function groundOf(act: Act, paths: MediationDemo): Promise<Ground | undefined> {
  const { rows: cases } = await sql`select from business.cases
    where function = 'mediation.apply' limit 1`.execute(act.tx);
  if (cases.length > 0) return undefined;
  const { townPath, countyPath } = paths;
  const { rows } = await sql<{ id: string }>`select id from organisation.unions
    where path = ${countyPath}`.execute(act.tx);
  return {
    county: rows[0]!.id,
    officer: await demoActor(act, { role: "officer", path: townPath }),
    mediator: await demoActor(act, { role: "mediator", path: countyPath }),
    cadre: await demoActor(act, { role: "cadre", path: countyPath }),
  };
}

function factsOf(act: Act, random: Random, { county, nth }: { county: string; nth: number }) {
  const { kind, words, story } = matters[nth % matters.length]!;
  const group = nth === 3 ? { isGroup: true, people: 12 } : { isGroup: false };
  return {
    ...{ union: county, respondent: firmName(random, "机械", divisionOf("430121")) },
    ...{ contact: officerName(random), contactPhone: staffPhone(apart + nth) },
    ...{ name: officerName(random), phone: staffPhone(apart + 100 + nth), ...group },
    claims: [{ kind, amountFen: random.int(20, 380) * 10_000, words }],
    knownDay: addCalendarDays(dayOf(act.now), -random.int(20, 200)),
    ...{ employed: nth % 2 === 0, story, wantsConfirmation: nth === 0 },
  };
}

/** Later steps of a case, by the people whose they are. */
class Course {
  readonly #house: Pick<House, "act">;
  readonly #desk: DemoDesk;
  readonly #ground: Ground;
  readonly #random = createRandom(`${demoSeed}/mediation`);
  #filed = 0;

  constructor(house: Pick<House, "act">, ground: Ground) {
    this.#house = house;
    this.#desk = new DemoDesk(house, room);
    this.#ground = ground;
  }

  async filed(): Promise<string> {
    const { county, officer } = this.#ground;
    const nth = this.#filed;
    this.#filed += 1;
    return this.#desk.file(officer, "mediation.apply", async (act) =>
      factsOf(act, this.#random, { county, nth }),
    );
  }

  async accepted(): Promise<string> {
    const { cadre, mediator } = this.#ground;
    const id = await this.filed();
    const facts = { decision: "accept", mediator: mediator.post!.id };
    await this.#desk.decide(cadre, id, { task: 2, facts });
    await this.#house.act(system("demo"), (act) => follow(act, id));
    return id;
  }

  async sitting(): Promise<string> {
    const id = await this.accepted();
    await this.#house.act(this.#ground.mediator, async (act) => {
      const starts = startOfDay(addCalendarDays(dayOf(act.now), 1)).getTime() + 9.5 * 3_600_000;
      const body = { startsAt: new Date(starts).toISOString(), place: "县总工会二楼调解室" };
      await callSession(act, {
        ...{ params: { id }, body, query: undefined },
        ...{ device: "演示", upload: undefined },
      });
    });
    return id;
  }

  async failed(): Promise<void> {
    const id = await this.accepted();
    const facts = { result: "failed", failure: "单位只同意支付一半，职工不同意" };
    await this.#desk.decide(this.#ground.mediator, id, { task: 3, facts });
  }

  async redirected(): Promise<void> {
    const id = await this.filed();
    const facts = { decision: "redirect", redirectTo: "长沙县劳动人事争议仲裁院" };
    await this.#desk.decide(this.#ground.cadre, id, { task: 2, facts });
  }

  async agreed(): Promise<void> {
    const { officer, mediator } = this.#ground;
    const id = await this.accepted();
    const paidBy = await this.#house.act(mediator, async (act) => ({
      payByDay: addCalendarDays(dayOf(act.now), 20),
      paper: await demoPaper(act, "调解协议书（双方签字盖章）.pdf"),
    }));
    const term = { what: matters[0].words, amountFen: 1_260_000, payByDay: paidBy.payByDay };
    const facts = {
      ...{ result: "agreed", duties: "单位拖欠工资，应当足额支付。" },
      terms: [{ ...term, manner: "转入工资卡" }],
    };
    await this.#desk.decide(mediator, id, { task: 3, facts });
    await this.#desk.decide(officer, id, { task: 4 });
    const signed = { signer: officerName(this.#random), signedPaper: [paidBy.paper] };
    const sealed = { ...signed, paidFen: 600_000, joint: true, court: "长沙县人民法院" };
    await this.#desk.decide(mediator, id, { task: 5, facts: sealed });
  }
}

async function declareInterest(act: Act, mediator: Actor): Promise<void> {
  const { accountId, post } = mediator;
  await sql`insert into business.mediation_interests
      (id, org_path, account_id, kind, name, note, declared_at, declared_by)
    values (${newId(act.now)}, ${post!.orgPath}, ${accountId}, 'employed', '湘岚机械有限公司',
      '2019 年至 2022 年任法务', ${act.now}, ${accountId})`.execute(act.tx);
}

/** Loads it once: what is there already is left alone. */
export async function loadMediation(
  house: Pick<House, "act">,
  paths: MediationDemo,
): Promise<void> {
  const ground = await house.act(system("demo"), (act) => groundOf(act, paths));
  if (!ground) return;
  await house.act(system("demo"), (act) => declareInterest(act, ground.mediator));
  const course = new Course(house, ground);
  await course.agreed();
  await course.sitting();
  await course.failed();
  await course.filed();
  await course.redirected();
  await course.accepted();
}
