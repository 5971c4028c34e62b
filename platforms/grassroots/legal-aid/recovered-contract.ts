// Money won back (追回款项): by county and by month, equal to the sum of the closed matters.

import { dayShape } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { fen, id } from "./shapes.ts";

const query = z.object({
  under: id.optional().describe("哪个总工会；不填是当前岗位所在"),
  from: dayShape.optional().describe("结案日期起；不写为今年第一天"),
  to: dayShape.optional().describe("结案日期止；不写为今天"),
});

const figures = {
  matters: z.int().describe("结案件数"),
  recoveredFen: fen.describe("追回款项合计"),
  stars: z.number().nullable().describe("职工评价平均分"),
} as const;

export const recovered = {
  id: "legal-aid.close.recovered",
  title: "追回款项统计",
  method: "GET",
  path: "/legal-aid/recovered",
  query,
  answer: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    source: z.string().describe("数从哪里来、怎样算"),
    whole: z.object(figures),
    counties: z.array(
      z.object({ union: z.object({ id: z.uuid(), name: z.string() }), ...figures }),
    ),
    months: z.array(z.object({ month: z.string().describe("2026-11"), ...figures })),
    results: z.array(z.object({ resultName: z.string(), ...figures })),
  }),
  refusals: [refusals.unionNotFound],
} as const;

export const recoveredFile = {
  id: "legal-aid.close.recovered-file",
  title: "导出追回款项统计",
  method: "GET",
  path: "/legal-aid/recovered-file",
  query,
  refusals: [refusals.unionNotFound],
} as const;
