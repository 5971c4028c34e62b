// Elections (换届与调整): when terms end, who sits on committees, and reminding by hand. The applications themselves go
// the way of all cases.
import { levelShape } from "@niangjia/registers/organisations/contract";
import { z } from "zod";
import { refusals } from "./refusals.ts";

export { refusals };

export const limits = { exportedAtMost: 20_000 } as const;

/** Of a term, by its last day in office; a shorter stretch lies within the longer ones. */
export const termStates = {
  over: "已届满",
  month: "30 天内届满",
  quarter: "90 天内届满",
  half: "180 天内届满",
  later: "180 天以后届满",
  unknown: "没有届次记录",
} as const;
export type TermState = keyof typeof termStates;

export const sorts = {
  end: "届满早的在前",
  "-end": "届满晚的在前",
  name: "名称",
  "-name": "名称倒序",
  path: "组织顺序",
} as const;
export type TermSort = keyof typeof sorts;

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]]);

const filters = {
  under: z.uuid("工会编号不对").optional().describe("只看这个工会及其下级"),
  state: keys(termStates).optional(),
  level: levelShape.optional(),
  q: z.string().trim().max(50, "最多输入 50 个字").optional().describe("名称里的字"),
  sort: keys(sorts).default("end"),
} as const;

const reminder = z.object({
  ahead: z.int().describe("届满前多少天的提醒"),
  day: z.iso.date(),
  late: z.boolean().describe("届满以后才提醒的"),
  told: z.int().describe("告知了多少人"),
});

const termLine = z.object({
  union: z.object({ id: z.uuid(), name: z.string() }),
  levelName: z.string(),
  parentName: z.string().nullable(),
  number: z.int().nullable().describe("第几届；没有记录的为空"),
  fromDay: z.iso.date().nullable(),
  endDay: z.iso.date().nullable().describe("任期最后一天，已延期的是延到的那天"),
  extended: z.boolean(),
  left: z.int().nullable().describe("还有多少天；负数是已超期"),
  state: keys(termStates),
  stateName: z.string(),
  chair: z.string().nullable(),
  reminders: z.array(reminder),
  renewal: z.object({ id: z.uuid(), number: z.string() }).nullable().describe("在办的换届申请"),
});

export const list = {
  id: "election.terms",
  title: "届满一览",
  method: "GET",
  path: "/election/terms",
  query: z.object({
    ...filters,
    page: z.coerce.number().int("页码是整数").min(1, "页码从 1 开始").max(10_000).default(1),
    size: z.coerce.number().int("每页条数是整数").min(1).max(100, "每页最多 100 条").default(20),
  }),
  answer: z.object({
    rows: z.array(termLine),
    counts: z.record(keys(termStates), z.int()).describe("各种状态的工会数，不看状态条件"),
    lastRun: z
      .object({ at: z.iso.datetime(), looked: z.int(), reminded: z.int(), told: z.int() })
      .nullable()
      .describe("自动提醒上一次什么时候运行、做了什么"),
    ...{ total: z.int(), page: z.int(), size: z.int() },
  }),
  refusals: [refusals.unionNotFound],
} as const;

export const exportList = {
  id: "election.terms-file",
  title: "导出届满一览",
  method: "GET",
  path: "/election/terms/export",
  query: z.object(filters),
  refusals: [refusals.unionNotFound, refusals.tooManyToExport],
} as const;

const params = z.object({ id: z.uuid("工会编号不对") });

export const remindNow = {
  id: "election.remind",
  title: "提醒换届",
  method: "POST",
  path: "/election/unions/:id/remind",
  params,
  answer: z.object({ told: z.int().describe("告知了多少人") }),
  refusals: [refusals.unionNotFound, refusals.noTerm, refusals.notDue, refusals.remindedAlready],
} as const;

const seat = z.object({
  officeTitle: z.string(),
  name: z.string(),
  votes: z.int().nullable(),
  fromDay: z.iso.date(),
  toDay: z.iso.date().nullable().describe("在任的为空"),
});

export const mine = {
  id: "election.mine",
  title: "我的工会的委员会",
  method: "GET",
  path: "/election/mine",
  answer: z.object({
    union: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .describe("现在所在的工会；还没有入会的为空"),
    term: z
      .object({ number: z.int(), fromDay: z.iso.date(), endDay: z.iso.date() })
      .nullable()
      .describe("本届；没有记录的为空"),
    bodies: z.array(
      z.object({
        title: z.string(),
        seats: z.array(
          z.object({ officeTitle: z.string(), name: z.string(), fromDay: z.iso.date() }),
        ),
      }),
    ),
  }),
} as const;

export const committees = {
  id: "election.committees",
  title: "委员会名册",
  method: "GET",
  path: "/election/unions/:id/committees",
  params,
  answer: z.object({
    union: z.object({ id: z.uuid(), name: z.string() }),
    terms: z.array(
      z.object({
        number: z.int(),
        fromDay: z.iso.date(),
        toDay: z.iso.date(),
        extendedTo: z.iso.date().nullable(),
        endedDay: z.iso.date().nullable(),
        chair: z.string().nullable(),
        bodies: z.array(z.object({ title: z.string(), seats: z.array(seat) })),
      }),
    ),
  }),
  refusals: [refusals.unionNotFound],
} as const;
