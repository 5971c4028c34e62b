// Parties (可交办的同志): to whom a task can be handed, who can be asked, who can be told.
import { z } from "zod";
import { refusals } from "./refusals.ts";

/** What somebody is wanted for. */
export const purposes = {
  transfer: "转办",
  delegate: "委派",
  "add-sign": "加签",
  ask: "沟通",
  copy: "抄送",
} as const;

export const partyShape = z.object({
  post: z.uuid(),
  name: z.string().describe("姓名和岗位"),
  role: z.string().describe("角色名称"),
  unionName: z.string(),
  barred: z.string().nullable().describe("为什么不能选；能选时为空"),
});

export const listParties = {
  id: "cases.parties",
  title: "可以交办的同志",
  method: "GET",
  path: "/cases/:id/parties",
  params: z.object({ id: z.uuid("办件编号不对") }),
  query: z.object({
    task: z.coerce.number().int().min(1).describe("待办在本办件中的序号"),
    purpose: z.enum(Object.keys(purposes) as [keyof typeof purposes]).default("transfer"),
    q: z.string().trim().max(20, "查找的字太长").default("").describe("姓名、岗位、拼音或首字母"),
  }),
  answer: z.object({ rows: z.array(partyShape) }),
  refusals: [refusals.notFound],
} as const;
