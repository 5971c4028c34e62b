// The case list's contract (办件查询契约): what cases are narrowed down by, a line of the list, its file.

import { statuses, statusShape } from "@niangjia/engine/process/contract";
import { dayShape } from "@niangjia/foundation/day-shape";
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { roles, unionStaff } from "@niangjia/foundation/roles";
import { z } from "zod";
import { clockShape, functionId } from "./desk-contract.ts";

export const searchLimits = {
  /** Beyond it a count says “more than”. */
  countedAtMost: 10_000,
  /** A file holds as many, and no page lies further. */
  reachableRows: 10_000,
} as const;

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `cases.${code}`,
  status,
  say,
  next,
});

export const searchRefusals = {
  unionNotFound: kind(
    "union-not-found",
    404,
    "没有找到这个工会。",
    "它可能不存在，或不在您的管理范围内；请重新选择工会。",
  ),
  tooFar: kind(
    "too-far",
    422,
    "列表只翻到第 {limit} 件。",
    "请用时间、事项或工会缩小范围，再往后翻。",
  ),
  tooManyForFile: kind(
    "too-many-for-file",
    422,
    "符合条件的超过 {limit} 件，一张表放不下。",
    "请按提交时间分几次导出，或先缩小范围。",
  ),
  unreadable: kind("number-unreadable", 422, "{say}", "请核对后重新输入身份证号或手机号。"),
} as const;

/** How a case stands by its clock. Days are working days. */
const clockStates = {
  ok: "期限内",
  amber: "今明两天到期",
  red: "已超期",
  paused: "计时暂停",
  none: "不限时",
} as const;
export type ClockState = keyof typeof clockStates;

const oneOf = <const T extends object>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]);

const listStatuses = (({ draft: _draft, ...filed }) => filed)(statuses);

const severally = <T extends z.ZodType<unknown, string>>(one: T, atMost: number) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(one).min(1).max(atMost));

/** Shared by the list, its file and saved lists. */
export const caseFilter = z.object({
  q: z
    .string()
    .trim()
    .min(2, "请至少输入 2 个字")
    .max(40, "查找的字太长")
    .optional()
    .describe("办件编号开头、标题和内容里的字（空格分开的都要有），或姓名"),
  who: z.string().max(200).optional().describe("按号码找人得到的代码，见 POST /cases/who"),
  function: severally(functionId, 20).optional().describe("事项，可多个，用逗号分开"),
  status: severally(oneOf(listStatuses), 5).optional().describe("状态，可多个，用逗号分开"),
  clock: oneOf(clockStates).optional(),
  unionId: z.uuid("请选择工会").optional(),
  below: z.stringbool().default(true).describe("连同下级工会"),
  role: z.enum(unionStaff).optional().describe("正由哪种岗位办理"),
  seatUnionId: z.uuid("请选择工会").optional().describe("正由哪个工会的岗位办理"),
  filedFrom: dayShape.optional(),
  filedTo: dayShape.optional(),
});
export type CaseFilter = z.output<typeof caseFilter>;

const caseSorts = ["-filed", "filed", "due", "-due"] as const;
const sort = z
  .enum(caseSorts)
  .default("-filed")
  .describe("-filed 新提交的在前；due 期限近的在前，只列在办的");

const stepShape = z.object({
  title: z.string(),
  role: z.enum(Object.keys(roles) as [keyof typeof roles, ...(keyof typeof roles)[]]),
  roleTitle: z.string(),
  unionName: z.string(),
});

export const listCases = {
  id: "cases.list",
  title: "办件查询",
  method: "GET",
  path: "/cases",
  query: caseFilter.extend({
    sort,
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        function: z.string(),
        functionTitle: z.string(),
        title: z.string(),
        status: statusShape,
        statusTitle: z.string(),
        union: z.object({ id: z.uuid(), name: z.string() }),
        steps: z.array(stepShape).describe("正在等谁办；办结后为空"),
        clock: clockShape.nullable(),
        filedAt: z.iso.datetime(),
        endedAt: z.iso.datetime().nullable(),
      }),
    ),
    total: z.number().int(),
    capped: z.boolean().describe("实际还要多，只数到这里"),
    page: z.number().int(),
    size: z.number().int(),
  }),
  refusals: [searchRefusals.unionNotFound, searchRefusals.tooFar],
} as const;

export const fileOfCases = {
  id: "cases.list-file",
  title: "导出办件",
  method: "GET",
  path: "/cases/export",
  query: caseFilter.extend({ sort }),
  refusals: [searchRefusals.unionNotFound, searchRefusals.tooManyForFile],
} as const;

export const findWho = {
  id: "cases.who",
  title: "按号码找人的办件",
  method: "POST",
  path: "/cases/who",
  body: z.object({
    number: z.string().trim().min(1, "请填写号码").max(40, "号码太长").describe("身份证号或手机号"),
  }),
  answer: z.object({
    who: z.string().describe("放进查询的 who；从它得不出号码"),
    mask: z.string(),
  }),
  refusals: [searchRefusals.unreadable],
} as const;

export const caseKinds = {
  id: "cases.kinds",
  title: "办件的全部事项",
  method: "GET",
  path: "/cases/kinds",
  answer: z.object({
    rows: z.array(z.object({ id: functionId, title: z.string(), roomTitle: z.string() })),
  }),
} as const;
