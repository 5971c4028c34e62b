// Trade federations (行业工会联合会): those in reach, with the unions that belong to them.
import { z } from "zod";
import { paged, pages } from "./shapes.ts";

const union = z.object({ id: z.uuid(), name: z.string() });

export const federations = {
  id: "joining.federation.list",
  title: "行业工会联合会和成员工会",
  method: "GET",
  path: "/joining/federations",
  query: z.object(pages),
  answer: z.object({
    rows: z.array(
      z.object({
        union,
        association: z.string().nullable().describe("依托的行业协会；不是在这里组建的为空"),
        sinceDay: z.iso.date(),
        members: z.array(
          union.extend({
            sinceDay: z.iso.date(),
            founder: z.boolean().describe("发起的；其余是以后加入的"),
          }),
        ),
      }),
    ),
    ...paged,
  }),
} as const;
