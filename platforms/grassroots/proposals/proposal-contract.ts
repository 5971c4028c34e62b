// Proposals (提案): campaigns that collect them, the register, one proposal, seconding and inviting.

import { dayShape as day } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { count, id, namedUnion, oneOf, paged, pages, params, sortBy, words } from "./shapes.ts";
import { categories, results, seconding, states } from "./words.ts";

const optionalWords = z.string().trim().max(50, "最多输入 50 个字").optional();
const stateShape = oneOf(states, "状态");

const line = z.object({
  id: z.uuid().describe("办件编号，提案的全过程在办件里"),
  number: z.string().nullable().describe("提案号，立案后才有"),
  title: z.string(),
  categoryName: z.string(),
  proposer: z.string(),
  union: namedUnion,
  campaign: z.string().nullable(),
  state: stateShape,
  stateName: z.string(),
  seconded: count.describe("已附议人数"),
  department: z.string().nullable(),
  madeDay: z.iso.date(),
  dueDay: z.iso.date().nullable(),
  late: z.boolean(),
  satisfactionName: z.string().nullable(),
});

const filters = {
  q: optionalWords.describe("提案号、案名或承办部门"),
  state: stateShape.optional(),
  category: oneOf(categories, "类别").optional(),
  campaign: id.optional(),
  late: z.stringbool("请写 true 或 false").optional(),
  sort: sortBy(["made", "due", "number"], "-made"),
};

export const list = {
  id: "proposals.submit.list",
  title: "提案台账",
  method: "GET",
  path: "/proposals/proposals",
  query: z.object({ ...filters, ...pages }),
  answer: z.object({ rows: z.array(line), ...paged }),
} as const;

export const exportList = {
  id: "proposals.submit.export",
  title: "导出提案台账",
  method: "GET",
  path: "/proposals/proposals-file",
  query: z.object(filters),
  refusals: [refusals.tooManyToExport],
} as const;

const seconder = z.object({
  name: z.string(),
  state: oneOf(seconding, "答复"),
  stateName: z.string(),
  saidAt: z.iso.datetime().nullable(),
});

const answer = z.object({
  round: count,
  department: z.string(),
  result: oneOf(results, "结果"),
  resultName: z.string(),
  words: z.string(),
  approvedDay: z.iso.date(),
  satisfactionName: z.string().nullable(),
  remark: z.string().nullable(),
});

export const show = {
  id: "proposals.submit.show",
  title: "一件提案",
  method: "GET",
  path: "/proposals/proposals/:id",
  params,
  answer: line.extend({
    why: z.string(),
    wish: z.string(),
    mine: z.boolean().describe("是本人提的"),
    asked: oneOf(seconding, "答复").nullable().describe("请本人附议时，本人的答复"),
    mayInvite: z.boolean(),
    least: count.describe("至少要几位附议"),
    seconders: z.array(seconder),
    answers: z.array(answer),
    merged: z.array(z.object({ id: z.uuid(), title: z.string(), proposer: z.string() })),
    mergedInto: z.object({ id: z.uuid(), number: z.string(), title: z.string() }).nullable(),
  }),
  refusals: [refusals.notFound],
} as const;

const brief = line.pick({
  ...{ id: true, number: true, title: true, proposer: true, state: true, stateName: true },
  ...{ seconded: true, madeDay: true },
});

export const own = {
  id: "proposals.submit.own",
  title: "我的提案和请我附议的",
  method: "GET",
  path: "/proposals/own",
  answer: z.object({
    campaign: z
      .object({ title: z.string(), words: z.string(), toDay: z.iso.date() })
      .nullable()
      .describe("本工会正在进行的征集"),
    mine: z.array(brief),
    asked: z.array(brief.extend({ said: oneOf(seconding, "答复"), saidName: z.string() })),
  }),
} as const;

export const second = {
  id: "proposals.submit.second",
  title: "附议或不附议",
  method: "POST",
  path: "/proposals/proposals/:id/second",
  params,
  body: z.object({ seconds: z.boolean("请选择附议或不附议") }),
  answer: z.object({ state: oneOf(seconding, "答复"), stateName: z.string() }),
  refusals: [
    refusals.notMember,
    refusals.notFound,
    refusals.notAsked,
    refusals.alreadySaid,
    refusals.notSeconding,
  ],
} as const;

export const invite = {
  id: "proposals.submit.invite",
  title: "再邀请一位附议人",
  method: "POST",
  path: "/proposals/proposals/:id/invite",
  params,
  body: z.object({ name: words("姓名", 30), phone: words("手机号", 20) }),
  answer: z.object({ name: z.string().describe("隐去一部分的姓名") }),
  refusals: [
    refusals.notMember,
    refusals.notFound,
    refusals.notProposer,
    refusals.notSeconding,
    refusals.colleagueUnknown,
    refusals.notYourself,
    refusals.invitedAlready,
    refusals.faulty,
  ],
} as const;

export const openCampaign = {
  id: "proposals.submit.open-campaign",
  title: "开展提案征集",
  method: "POST",
  path: "/proposals/campaigns",
  body: z
    .object({
      union: id,
      title: words("名称", 40),
      words: words("征集说明", 500),
      fromDay: day,
      toDay: day,
    })
    .refine(({ fromDay, toDay }) => fromDay <= toDay, {
      path: ["toDay"],
      message: "结束日期不能早于开始日期",
    }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.unionNotFound, refusals.dayPast],
} as const;

export const campaigns = {
  id: "proposals.submit.campaigns",
  title: "提案征集活动",
  method: "GET",
  path: "/proposals/campaigns",
  query: z.object(pages),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        union: namedUnion,
        title: z.string(),
        words: z.string(),
        fromDay: z.iso.date(),
        toDay: z.iso.date(),
        state: z.enum(["early", "open", "over"]),
        stateName: z.string(),
        made: count.describe("收到提案"),
        filed: count.describe("已立案"),
      }),
    ),
    ...paged,
  }),
} as const;

export const closeCampaign = {
  id: "proposals.submit.close-campaign",
  title: "提前结束征集",
  method: "POST",
  path: "/proposals/campaigns/:id/close",
  params,
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.campaignNotFound, refusals.campaignOver],
} as const;
