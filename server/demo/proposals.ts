// Proposals in the demo (演示提案与厂务公开): proposals at each step, a vote under way, items disclosed, a question answered.
import { type Act, type Actor, system } from "@niangjia/foundation/act";
import { addCalendarDays, dayOf } from "@niangjia/foundation/day";
import { room } from "@niangjia/platforms/grassroots/proposals";
import { sql } from "kysely";
import { open } from "../../platforms/grassroots/proposals/campaigns.ts";
import { publish } from "../../platforms/grassroots/proposals/disclose.ts";
import { follow } from "../../platforms/grassroots/proposals/follow.ts";
import { openSelection } from "../../platforms/grassroots/proposals/rate.ts";
import { passIfSeconded } from "../../platforms/grassroots/proposals/second.ts";
import { say } from "../../platforms/grassroots/proposals/store.ts";
import type { House } from "../app.ts";
import { DemoDesk, demoActor } from "./desk.ts";

type Loading = Pick<House, "act">;

interface Colleague {
  readonly name: string;
  readonly phone: string;
}

export interface ProposalsDemo {
  /** Two members of the union where the demo's member is one. */
  readonly colleagues: readonly Colleague[];
}

interface Ground {
  readonly union: string;
  readonly member: Actor;
  readonly officer: Actor;
  readonly chair: Actor;
}

interface Found {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly union: string;
  readonly path: string;
}

/** Nothing when it was loaded before. */
async function groundOf(act: Act): Promise<Ground | undefined> {
  const { rows: made } = await sql`select from business.proposals_proposals limit 1`.execute(
    act.tx,
  );
  if (made.length > 0) return undefined;
  const { rows } = await sql<Found>`select a.id as "accountId", a.person_id as "personId", a.name,
      m.union_id as union, m.org_path as path
    from access.accounts a join member.memberships m on m.person_id = a.person_id
    where a.member and m.state = 'active' limit 1`.execute(act.tx);
  const [found] = rows;
  if (!found) return undefined;
  const { accountId, personId, name, union, path } = found;
  const self = { kind: "person", role: "member", post: null, sessionId: null } as const;
  return {
    union,
    member: { ...self, accountId, personId, name, ownName: name },
    officer: await demoActor(act, { role: "officer", path }),
    chair: await demoActor(act, { role: "chair", path }),
  };
}

const texts = [
  {
    ...{ category: "life", title: "夜班食堂供应热饭" },
    why: "夜班只有方便面，时间长了不少人胃不舒服。",
    wish: "晚上十点到凌晨两点供应两荤一素，价格和白班一样。",
  },
  {
    ...{ category: "safety", title: "洗衣房加装排风和隔热" },
    why: "夏天洗衣房超过 38 度，烫平机旁边站不住人。",
    wish: "烫平机上方加排风罩，墙面加隔热层，高温天轮岗。",
  },
  {
    ...{ category: "training", title: "每季度办一次外语接待培训" },
    why: "外宾多了，前厅能用英语接待的只有两个人。",
    wish: "请学校老师来教，考过等级的给技能补贴。",
  },
  {
    ...{ category: "life", title: "更衣室增加储物柜" },
    why: "两个人合用一个柜子，工服和便服混在一起。",
    wish: "增加六十个带锁的柜子。",
  },
  {
    ...{ category: "hours", title: "排班表提前一周公布" },
    why: "常常前一天才知道上什么班，家里的事安排不了。",
    wish: "每周五公布下一周的排班，临时调班要本人同意。",
  },
  {
    ...{ category: "safety", title: "后门通道加装照明" },
    why: "夜班下班走后门，过道没有灯，有同事摔过跤。",
    wish: "过道装感应灯，台阶贴反光条。",
  },
] as const;

const bare = { query: undefined, params: undefined, device: "演示", upload: undefined } as const;

interface Answered {
  readonly department: string;
  readonly words: string;
}

/** A member's proposals, taken to one step or another by the people whose steps they are. */
class Course {
  readonly #house: Loading;
  readonly #desk: DemoDesk;
  readonly #ground: Ground;
  readonly #colleagues: readonly Colleague[];

  constructor(house: Loading, ground: Ground, { colleagues }: ProposalsDemo) {
    this.#house = house;
    this.#desk = new DemoDesk(house, room);
    this.#ground = ground;
    this.#colleagues = colleagues;
  }

  readonly #follow = (id: string): Promise<void> =>
    this.#house.act(system("demo"), (act) => follow(act, id));

  async made(nth: number): Promise<string> {
    const { union, member } = this.#ground;
    const facts = { union, ...texts[nth]!, seconders: this.#colleagues };
    const id = await this.#desk.file(member, "proposals.submit", async () => facts);
    await this.#follow(id);
    return id;
  }

  async seconded(nth: number): Promise<string> {
    const id = await this.made(nth);
    await this.#house.act(system("demo"), async (act) => {
      const { rows } = await sql<{ id: string }>`select person_id as id
        from business.proposals_seconders where case_id = ${id}`.execute(act.tx);
      for (const one of rows) await say(act, id, { person_id: one.id, state: "seconded" });
      await passIfSeconded(act, id);
      await follow(act, id);
    });
    return id;
  }

  async filed(nth: number, department: string): Promise<string> {
    const { officer } = this.#ground;
    const id = await this.seconded(nth);
    const facts = { decision: "file", department, handler: officer.post!.id };
    await this.#desk.decide(officer, id, { task: 2, facts });
    await this.#follow(id);
    return id;
  }

  async answered(nth: number, { department, words }: Answered): Promise<string> {
    const { officer, chair } = this.#ground;
    const id = await this.filed(nth, department);
    const facts = { result: "done", answer: words };
    await this.#desk.decide(officer, id, { task: 3, facts });
    await this.#desk.decide(chair, id, { task: 4 });
    await this.#follow(id);
    return id;
  }

  async closed(nth: number, answer: Answered, satisfaction: "good" | "fair"): Promise<string> {
    const id = await this.answered(nth, answer);
    await this.#desk.decide(this.#ground.member, id, { task: 5, facts: { satisfaction } });
    await this.#follow(id);
    return id;
  }

  async asked(): Promise<void> {
    const { union, member, chair } = this.#ground;
    const id = await this.#desk.file(member, "proposals.ask", async () => ({
      ...{ union, title: "高温津贴为什么八月才发", to: "chair", open: true },
      question: "六月、七月的高温津贴到八月才一起发，以后能不能按月发？",
    }));
    const answer = "财务系统切换晚了两个月，今年起随当月工资发放，已写入工资集体协议。";
    await this.#desk.agree(chair, id, { answer });
  }
}

const disclosed = [
  {
    kind: "agreement",
    title: "2026 年集体合同和工资专项集体合同",
    words: "经职工代表大会审议通过，最低工资增长 5%，夜班津贴每班 30 元，全文在工会办公室查阅。",
  },
  {
    kind: "insurance",
    title: "2026 年第三季度社会保险缴纳情况",
    words: "应参保 312 人，实参保 312 人，五项保险全部按月足额缴纳。",
  },
  {
    kind: "discipline",
    title: "2026 年度先进班组推荐名单",
    words: "客房二班、餐饮一班、工程班。有不同意见请向工会反映。",
  },
] as const;

async function openMatters(act: Act, union: string): Promise<void> {
  const today = dayOf(act.now);
  const campaign = {
    ...{ union, title: "职工代表大会提案征集" },
    words: "请围绕安全生产、薪酬福利和生活后勤写提案；附议的同事够了，就送工会立案。",
    ...{ fromDay: addCalendarDays(today, -5), toDay: addCalendarDays(today, 25) },
  };
  await open(act, { ...bare, body: campaign });
  for (const item of disclosed) {
    await publish(act, { ...bare, body: { union, ...item, files: [] } });
  }
}

/** Loads it once: what is there already is left alone. */
export async function loadProposals(house: Loading, wishes: ProposalsDemo): Promise<void> {
  const ground = await house.act(system("demo"), groundOf);
  if (!ground || wishes.colleagues.length < 2) return;
  const { officer, union } = ground;
  await house.act(officer, (act) => openMatters(act, union));
  const course = new Course(house, ground, wishes);
  const kitchen = {
    department: "行政部",
    words: "十月起夜班食堂开到凌晨两点，供应两荤一素一汤，价格同白班。",
  };
  const laundry = {
    department: "工程部",
    words: "排风罩已装好，实测降到 31 度，高温天每小时轮换一次。",
  };
  const lockers = { department: "行政部", words: "六十个储物柜已到货，本月底装好。" };
  const nominees = [
    await course.closed(0, kitchen, "good"),
    await course.closed(1, laundry, "fair"),
  ];
  await course.filed(2, "人力资源部");
  await course.answered(3, lockers);
  await course.seconded(4);
  await course.made(5);
  await course.asked();
  await house.act(officer, (act) =>
    openSelection(act, {
      ...bare,
      body: {
        ...{ union, title: "年度优秀提案评选", places: 1, proposals: nominees },
        endsDay: addCalendarDays(dayOf(act.now), 10),
      },
    }),
  );
}
