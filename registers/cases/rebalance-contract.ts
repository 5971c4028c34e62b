// Rebalancing (调整分工): tasks of a busy seat are given to somebody else by the chair or cadre above, and given back.
import { z } from "zod";
import { refusals } from "./refusals.ts";

const rebalanceAtMost = 100;

const items = z
  .array(z.object({ id: z.uuid("办件编号不对"), task: z.int().positive() }))
  .min(1, "请至少选择一件")
  .max(rebalanceAtMost, `一次最多调整 ${rebalanceAtMost} 件`);

const verdicts = z
  .array(
    z.discriminatedUnion("ok", [
      z.object({
        id: z.uuid(),
        ok: z.literal(true),
        task: z.number().int().describe("现在的待办序号；撤回调整时用"),
      }),
      z.object({
        id: z.uuid(),
        ok: z.literal(false),
        code: z.string(),
        say: z.string(),
        next: z.string(),
      }),
    ]),
  )
  .describe("每一件的结果，次序与所选的一样");

export const giveTasks = {
  id: "cases.give-tasks",
  title: "调整分工",
  method: "POST",
  path: "/cases/workload/give",
  body: z.object({
    items,
    to: z.uuid("请选择交给谁").describe("接办同志的岗位编号，在本级和下级工会"),
    reason: z
      .string("请写明原因。")
      .trim()
      .min(2, "请写明原因，如“近期件多，分开办”。")
      .max(200, "原因最多 200 个字"),
  }),
  answer: z.object({ given: z.number().int(), rows: verdicts }),
  refusals: [refusals.noSuchTaker],
} as const;

export const giveBackTasks = {
  id: "cases.give-back-tasks",
  title: "撤回分工调整",
  method: "POST",
  path: "/cases/workload/give-back",
  body: z.object({ items }),
  answer: z.object({ given: z.number().int(), rows: verdicts }),
} as const;
