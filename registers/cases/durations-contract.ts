// The contract of time spent by step (各环节用时契约): median and slow tenth in working days.
import { z } from "zod";
import { functionId } from "./desk-contract.ts";
import { searchRefusals } from "./search-contract.ts";

const workdays = z.number().int().describe("工作日");

export const showDurations = {
  id: "cases.durations",
  title: "各环节用时",
  method: "GET",
  path: "/cases/durations",
  query: z.object({
    unionId: z.uuid("请选择工会").optional().describe("按县统计：县以下的工会看所在县"),
    function: functionId.optional(),
    by: z.enum(["step", "place"]).default("step").describe("place 再按县分开"),
  }),
  answer: z.object({
    place: z.object({ id: z.uuid(), name: z.string() }).describe("统计的范围"),
    countedOn: z.iso.date().nullable().describe("统计到哪天；还没有统计过时为空"),
    months: z.number().int(),
    rows: z.array(
      z.object({
        function: functionId,
        functionTitle: z.string(),
        node: z.string(),
        step: z.string(),
        place: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        tasks: z.number().int(),
        median: workdays.describe("一半在这些工作日内办完"),
        slowTenth: workdays.describe("九成在这些工作日内办完"),
        lateShare: z.number().describe("超期办结、到期后由系统转出或通过的占比，0 至 1"),
      }),
    ),
  }),
  refusals: [searchRefusals.unionNotFound],
} as const;
