// What lies at a seat (岗位上的待办): the open tasks of a post, by whom they are held, and who may be given them.
import { roles } from "@niangjia/foundation/roles";
import { z } from "zod";
import { clockShape, functionId } from "./desk-contract.ts";
import { partyShape } from "./parties-contract.ts";
import { refusals } from "./refusals.ts";
import { searchRefusals } from "./search-contract.ts";

const count = z.number().int();

const roleShape = z.enum(Object.keys(roles) as [keyof typeof roles, ...(keyof typeof roles)[]]);

const heldTaskShape = z.object({
  id: z.uuid(),
  number: z.string(),
  function: functionId,
  functionTitle: z.string(),
  title: z.string(),
  task: count.describe("待办在本办件中的序号"),
  step: z.string(),
  at: z.iso.datetime().describe("到这个岗位的时间"),
  clock: clockShape.nullable(),
  holder: z.string().nullable().describe("谁认领的，或指名交给谁；为空时同岗位都能办"),
});

export const listHeld = {
  id: "cases.held",
  title: "岗位上的待办",
  method: "GET",
  path: "/cases/workload/tasks",
  query: z.object({
    unionId: z.uuid("请选择工会"),
    role: roleShape,
    holder: z
      .union([z.uuid(), z.literal("none")], "请选择办理人")
      .optional()
      .describe("只看这个账号名下的；none 为还没有人认领的"),
    function: functionId.optional(),
    late: z.stringbool().default(false).describe("只看已超期的"),
    page: z.coerce.number().int().min(1).max(1_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.object({
    rows: z.array(heldTaskShape),
    total: count,
    page: count,
    size: count,
    holders: z
      .array(z.object({ accountId: z.uuid(), name: z.string(), count }))
      .describe("待办在谁名下，各几件"),
    functions: z.array(z.object({ id: functionId, title: z.string(), count })),
  }),
  refusals: [searchRefusals.unionNotFound],
} as const;

export const listTakers = {
  id: "cases.takers",
  title: "本级和下级的经办同志",
  method: "GET",
  path: "/cases/workload/takers",
  query: z.object({
    unionId: z.uuid("请选择工会").optional().describe("这个工会沿线的同志；不写则为本工会"),
    role: roleShape.optional().describe("只要能接办这个角色的待办的"),
    q: z.string().trim().max(20, "查找的字太长").default("").describe("姓名、岗位、拼音或首字母"),
  }),
  answer: z.object({
    rows: z.array(
      partyShape.omit({ barred: true }).extend({ open: count.describe("名下的待办件数") }),
    ),
  }),
  refusals: [searchRefusals.unionNotFound],
} as const;

/** What a colleague holds, before it is handed over. Nobody's name is told: who keeps the posts need not know. */
export const previewHandOver = {
  id: "cases.hand-over-preview",
  title: "交接前看一看",
  method: "GET",
  path: "/cases/hand-over",
  query: z.object({ from: z.uuid("请选择要交接的岗位") }),
  answer: z.object({
    from: z.string().describe("姓名和岗位"),
    unionName: z.string(),
    held: count.describe("名下的待办，会交接"),
    late: count.describe("其中已超期的"),
    atSeat: count.describe("岗位上还没有人认领的，同岗位都能办，不用交接"),
    toMend: count.describe("由其提交、退回后等其补正的申请，也会交接"),
    colleagues: count.describe("同岗位的其他人"),
    rows: z
      .array(heldTaskShape.omit({ title: true, holder: true }))
      .describe("名下的待办，期限近的在前"),
  }),
  refusals: [refusals.noSuchHolder],
} as const;
