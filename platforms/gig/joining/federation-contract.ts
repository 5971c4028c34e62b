// Trade federations (行业工会联合会): those founded here, with the unions that founded them.
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
        association: z.string(),
        sinceDay: z.iso.date(),
        members: z.array(union),
      }),
    ),
    ...paged,
  }),
} as const;
