// Founding (工会组建): shapes, routes and refusals of who has no union yet, and of how far foundings have come. The
// applications themselves go the way of all cases.
import { dayShape } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";

export { refusals };

export const limits = { importRows: 5_000, faultsShown: 200, exportedAtMost: 20_000 } as const;

/** Forms of a union at a firm (工会法 art 11). */
export const ways = {
  own: "单独建立基层工会委员会",
  joint: "与其他单位联合建立基层工会委员会",
  organiser: "选举组织员一人",
} as const;
export type Way = keyof typeof ways;

export const kinds = { firm: "企业单位", community: "社区（村）" } as const;
export type TargetKind = keyof typeof kinds;
export const sources = { import: "摸排表", employers: "会员的工作单位", demo: "演示数据" } as const;
export type TargetSource = keyof typeof sources;
export const plans = { none: "没有计划", planned: "已有计划", late: "计划已过期" } as const;
export const stages = {
  ...{ approved: "等待选举", elected: "等待成立", opened: "已经成立" },
  "given-up": "已经终止",
} as const;

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]]);

const pages = {
  page: z.coerce.number().int("页码是整数").min(1, "页码从 1 开始").max(10_000).default(1),
  size: z.coerce.number().int("每页条数是整数").min(1).max(100, "每页最多 100 条").default(20),
} as const;
const paged = { total: z.int(), page: z.int(), size: z.int() } as const;

const filters = {
  under: z.uuid("工会编号不对").optional().describe("只看这个工会及其下级"),
  kind: keys(kinds).optional(),
  plan: keys(plans).optional(),
  source: keys(sources).optional(),
  q: z.string().trim().max(50, "最多输入 50 个字").optional().describe("名称里的字，或信用代码"),
} as const;

/** Columns the list can be ordered by; a hyphen in front turns the order round. */
const sorted = ["staff", "name", "plan", "found"] as const;
export type TargetSort = (typeof sorted)[number];
const sort = z
  .enum([...sorted, "-staff", "-name", "-plan", "-found"])
  .default("-staff")
  .describe("staff 人数，name 名称，plan 计划日期，found 列入日期；前面加 - 为倒序");

export const target = z.object({
  id: z.uuid(),
  union: z.object({ id: z.uuid(), name: z.string() }).describe("负责组建的工会"),
  kind: keys(kinds),
  kindName: z.string(),
  name: z.string(),
  uscc: z.string().nullable(),
  address: z.string().nullable(),
  staff: z.int().nullable().describe("职工人数；没有摸排到的为空"),
  employed: z.int().describe("在别的工会入会、填写在这里工作的会员人数"),
  openedDay: z.iso.date().nullable(),
  helpDue: z.boolean().describe("开业已满规定的月数，上级工会应派员帮助"),
  source: keys(sources),
  sourceName: z.string(),
  plan: z
    .object({ who: z.string(), day: z.iso.date(), note: z.string().nullable(), late: z.boolean() })
    .nullable(),
});

export const list = {
  id: "founding.coverage.list",
  title: "应建未建单位",
  method: "GET",
  path: "/founding/targets",
  query: z.object({ ...filters, sort, ...pages }),
  answer: z.object({
    rows: z.array(target),
    ...paged,
    help: z.string().describe("派员帮助的规定和出处"),
  }),
  refusals: [refusals.unionNotFound],
} as const;

export const exportList = {
  id: "founding.coverage.export",
  title: "导出应建未建单位",
  method: "GET",
  path: "/founding/targets/export",
  query: z.object({ ...filters, sort }),
  refusals: [refusals.unionNotFound, refusals.tooManyToExport],
} as const;

export const template = {
  id: "founding.coverage.template",
  title: "下载摸排表模板",
  method: "GET",
  path: "/founding/targets/template",
} as const;

export const importTargets = {
  id: "founding.coverage.import",
  title: "导入摸排表",
  method: "POST",
  path: "/founding/targets/imports",
  body: z.object({
    file: z.uuid("请先上传文件"),
    union: z.uuid("工会编号不对").optional().describe("负责组建的工会；不填是当前岗位所在工会"),
  }),
  answer: z.object({
    added: z.int(),
    updated: z.int(),
    skipped: z.int().describe("已有工会的，没有列入"),
    faulty: z.int(),
    faults: z.array(z.object({ row: z.int(), say: z.string() })).describe("最多列出 200 行"),
  }),
  refusals: [
    refusals.unionNotFound,
    refusals.fileColumns,
    refusals.fileEmpty,
    refusals.fileTooLong,
  ],
} as const;

export const plan = {
  id: "founding.coverage.plan",
  title: "排建会计划",
  method: "POST",
  path: "/founding/targets/:id/plan",
  params: z.object({ id: z.uuid("编号不对") }),
  body: z.object({
    who: z.string("请填写负责人").trim().min(2, "请填写负责人").max(40, "负责人最多 40 个字"),
    day: dayShape,
    note: z.string().trim().max(200, "说明最多 200 个字").optional(),
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.targetNotFound, refusals.targetOff, refusals.planPast],
} as const;

const progressColumns = ["approved", "opened", "certificate", "members", "name"] as const;
export type ProgressSort = (typeof progressColumns)[number];

const progressFilters = {
  stage: keys(stages).optional(),
  sort: z
    .enum(progressColumns.flatMap((one) => [one, `-${one}`] as const))
    .default("-approved")
    .describe("前面加 - 为倒序"),
};

export const progressFile = {
  id: "founding.progress.export",
  title: "导出组建进度",
  method: "GET",
  path: "/founding/unions/export",
  query: z.object(progressFilters),
  refusals: [refusals.tooManyToExport],
} as const;

export const progress = {
  id: "founding.progress",
  title: "组建进度",
  method: "GET",
  path: "/founding/unions",
  query: z.object({ ...progressFilters, ...pages }),
  answer: z.object({
    rows: z.array(
      z.object({
        union: z.object({ id: z.uuid(), name: z.string() }),
        parentName: z.string().nullable(),
        way: keys(ways),
        wayName: z.string(),
        members: z.int(),
        stage: keys(stages),
        stageName: z.string(),
        approvedDay: z.iso.date(),
        electedDay: z.iso.date().nullable(),
        openedDay: z.iso.date().nullable(),
        givenUp: z.object({ day: z.iso.date(), why: z.string() }).nullable(),
        mayGiveUp: z.boolean().describe("本人能不能终止筹建"),
        certificate: z
          .object({ number: z.string(), toDay: z.iso.date(), renewFrom: z.iso.date() })
          .nullable(),
      }),
    ),
    ...paged,
  }),
} as const;

export const giveUp = {
  id: "founding.give-up",
  title: "终止筹建",
  method: "POST",
  path: "/founding/unions/:id/give-up",
  params: z.object({ id: z.uuid("编号不对") }),
  body: z.object({
    why: z.string("请填写原因").trim().min(2, "请填写原因").max(200, "原因最多 200 个字"),
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.foundingNotFound, refusals.livesAlready, refusals.givenUpAlready],
} as const;
