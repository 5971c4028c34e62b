// The workload's contract (在办量契约): what waits at which seat, who sits there and what they decided.
import { roles, unionStaff } from "@niangjia/foundation/roles";
import { z } from "zod";
import { searchRefusals } from "./search-contract.ts";

const workloadSorts = [
  ...(["-open", "open", "-overdue", "overdue"] as const),
  ...(["oldest", "-oldest", "-done", "done"] as const),
] as const;

const count = z.number().int();

const seatShape = z.object({
  union: z.object({ id: z.uuid(), name: z.string() }),
  role: z.enum(Object.keys(roles) as [keyof typeof roles, ...(keyof typeof roles)[]]),
  roleTitle: z.string(),
  open: count.describe("待办"),
  overdue: count.describe("其中已超期"),
  oldestAt: z.iso.datetime().nullable().describe("等得最久的那件到岗的时间"),
  done: count.describe("近 30 天办了的"),
  holders: z
    .array(z.object({ name: z.string(), title: z.string(), done: count }))
    .describe("在岗的人和各自近 30 天办了的；没有人在岗时为空"),
});

export const showWorkload = {
  id: "cases.workload",
  title: "各岗位在办量",
  method: "GET",
  path: "/cases/workload",
  query: z.object({
    unionId: z.uuid("请选择工会").optional(),
    role: z.enum(unionStaff).optional(),
    vacant: z.stringbool().default(false).describe("只看没有人在岗的"),
    sort: z.enum(workloadSorts).default("-overdue"),
    page: z.coerce.number().int().min(1).max(1_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    whole: z.object({ open: count, overdue: count, done: count }).describe("范围内合计"),
    rows: z.array(seatShape),
    total: count,
    page: count,
    size: count,
  }),
  refusals: [searchRefusals.unionNotFound],
} as const;
