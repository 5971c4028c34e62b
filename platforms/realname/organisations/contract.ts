// Organisations (工会组织库): shapes and routes of the tree, search, lists, a union's page and its
// numbers.
import { dayShape as day } from "@niangjia/foundation/day-shape";
import {
  levelShape,
  refusals as registerRefusals,
  stateShape,
  unionShape,
} from "@niangjia/registers/organisations/contract";
import { z } from "zod";
import { door, fact, federationMember, move, term } from "./card-shapes.ts";

export { levels, states } from "@niangjia/registers/organisations/contract";

export const limits = {
  exportedAtMost: 50_000,
  /** Days a trend may span: ten years. */
  trendDays: 3_660,
} as const;

export const refusals = {
  notFound: registerRefusals.notFound,
  tooManyToExport: {
    code: "organisations.too-many-to-export",
    status: 422,
    say: "符合条件的工会有 {count} 个，一次最多导出 {limit} 个。",
    next: "请先选择下级工会或加上条件，再导出。",
  },
  nothingChanged: {
    code: "organisations.nothing-changed",
    status: 422,
    say: "没有填写要变更的内容，或填写的与现在的一样。",
    next: "请填写变更后的内容再提交。",
  },
  badPeriod: {
    code: "organisations.bad-period",
    status: 422,
    say: "起止日期不对。",
    next: "开始日期不能晚于结束日期，最长十年。",
  },
} as const;

const unionId = z.uuid("工会编号不对");
const text = z.string().trim().max(50, "最多输入 50 个字");

const pages = {
  page: z.coerce.number().int("页码是整数").min(1, "页码从 1 开始").max(10_000).default(1),
  size: z.coerce.number().int("每页条数是整数").min(1).max(200, "每页最多 200 条").default(50),
} as const;
const paged = { total: z.number().int(), page: z.number().int(), size: z.number().int() } as const;

export const named = z.object({
  id: z.uuid(),
  name: z.string(),
  level: levelShape,
  levelName: z.string(),
});

/** A node of the tree. Numbers are of it and all below it; `unionsBelow` leaves itself out. */
export const node = named.extend({
  path: z.string(),
  kindName: z.string(),
  state: stateShape,
  stateName: z.string(),
  members: z.number().int(),
  unionsBelow: z.number().int(),
  hasChildren: z.boolean(),
});

export const tree = {
  id: "organisations.chart.tree",
  title: "组织树的一层",
  method: "GET",
  path: "/organisations/children",
  query: z.object({
    parent: unionId.optional().describe("不填是当前岗位所在工会"),
    closed: z.stringbool("请填 true 或 false").default(false).describe("连同已撤销的"),
    ...pages,
  }),
  answer: z.object({
    line: z.array(named).describe("从最上级到所在工会之上，仅名称"),
    rows: z.array(node),
    ...paged,
  }),
  refusals: [refusals.notFound],
} as const;

export const found = named.extend({ kindName: z.string(), line: z.array(z.string()) });

export const search = {
  id: "organisations.chart.search",
  title: "在管理范围内搜索工会",
  method: "GET",
  path: "/organisations/search",
  query: z.object({
    q: text.min(1, "请输入工会名称、拼音或代码"),
    under: unionId.optional(),
    size: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({ rows: z.array(found.extend({ path: z.string() })) }),
  refusals: [refusals.notFound],
} as const;

export const directory = {
  id: "organisations.chart.directory",
  title: "按名称或编号查找任何工会",
  method: "GET",
  path: "/organisations/directory",
  query: z.object({
    q: text.min(1, "请输入工会名称或拼音").optional(),
    id: unionId.optional().describe("已选定的工会，用来显示它的名称"),
    size: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({ rows: z.array(found) }),
} as const;

export const sorts = {
  path: "组织树顺序",
  name: "名称",
  since: "成立早的在前",
  "-since": "成立晚的在前",
  "term-end": "先换届的在前",
} as const;

const filters = {
  under: unionId.optional().describe("只看这个工会及其下级"),
  level: levelShape.optional(),
  kind: z
    .string()
    .regex(/^\d{1,3}$/, "请从“工会组织类型”列表里选择")
    .optional()
    .describe("代码表 union-kind"),
  state: stateShape.optional().describe("不填是未撤销的"),
  termEndsBefore: day.optional().describe("本届在这一天之前到期"),
  q: text.optional(),
} as const;
const sort = z
  .enum(Object.keys(sorts) as [keyof typeof sorts, ...(keyof typeof sorts)[]])
  .default("path");

export const listed = named.extend({
  path: z.string(),
  kindName: z.string(),
  state: stateShape,
  stateName: z.string(),
  division: z.string(),
  parentName: z.string().nullable(),
  uscc: z.string().nullable(),
  sinceDay: z.iso.date(),
  termEnd: z.iso.date().nullable(),
  members: z.number().int(),
});

export const list = {
  id: "organisations.chart.list",
  title: "工会清单",
  method: "GET",
  path: "/organisations",
  query: z.object({ ...filters, sort, ...pages }),
  answer: z.object({ rows: z.array(listed), ...paged }),
  refusals: [refusals.notFound],
} as const;

export const exportList = {
  id: "organisations.chart.export",
  title: "导出工会清单",
  method: "GET",
  path: "/organisations/export",
  query: z.object({ ...filters, sort }),
  refusals: [refusals.notFound, refusals.tooManyToExport],
} as const;

export const memberMeasures = {
  members: "会员",
  "members.women": "女会员",
  "members.gig": "新就业形态会员",
  "members.kept": "保留会籍",
} as const;

const counted = {
  unions: z.number().int(),
  members: z.number().int(),
  women: z.number().int(),
  gig: z.number().int(),
  kept: z.number().int(),
} as const;
const counts = z.object({
  ...counted,
  byLevel: z.array(
    z.object({ level: levelShape, levelName: z.string(), unions: z.number().int() }),
  ),
});

export const card = {
  id: "organisations.chart.card",
  title: "一个工会",
  method: "GET",
  path: "/organisations/:id",
  params: z.object({ id: unionId }),
  answer: z.object({
    union: unionShape.extend({
      levelName: z.string(),
      kindName: z.string(),
      stateName: z.string(),
    }),
    line: z.array(named),
    /**
     * What follows is empty for a union above the caller's own: of those only the name is shown.
     */
    inReach: z.boolean(),
    facts: z.array(fact),
    history: z.array(fact),
    terms: z.array(term),
    moves: z.array(move),
    federations: z.array(federationMember).describe("加入的联合会；联合会自己的是成员工会"),
    numbers: counts.nullable(),
    can: z.array(door),
  }),
  refusals: [refusals.notFound],
} as const;

export const numbers = {
  id: "organisations.chart.numbers",
  title: "工会数和会员数",
  method: "GET",
  path: "/organisations/numbers",
  query: z.object({ under: unionId.optional() }),
  answer: z.object({ union: named, numbers: counts }),
  refusals: [refusals.notFound],
} as const;

export const numbersByChild = {
  id: "organisations.chart.numbers-by-child",
  title: "按下级工会分列的工会数和会员数",
  method: "GET",
  path: "/organisations/numbers/children",
  query: z.object({ under: unionId.optional() }),
  answer: z.object({
    union: named,
    rows: z.array(named.extend(counted)),
  }),
  refusals: [refusals.notFound],
} as const;

const trendMeasures = [
  "unions",
  ...(Object.keys(memberMeasures) as (keyof typeof memberMeasures)[]),
];

export const numbersTrend = {
  id: "organisations.chart.trend",
  title: "工会数或会员数的变化",
  method: "GET",
  path: "/organisations/numbers/trend",
  query: z.object({
    under: unionId.optional(),
    measure: z.enum(trendMeasures as [string, ...string[]]).default("members"),
    from: day,
    to: day,
  }),
  answer: z.object({ rows: z.array(z.object({ day: z.iso.date(), amount: z.number().int() })) }),
  refusals: [refusals.notFound, refusals.badPeriod],
} as const;
