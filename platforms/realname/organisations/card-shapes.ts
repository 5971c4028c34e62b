// Parts of a union's page (工会信息的各部分): facts, terms, moves, federations, what may be applied for.
import { z } from "zod";

export const fact = z.object({
  field: z.string(),
  title: z.string(),
  value: z.union([z.string(), z.number()]),
  text: z.string(),
  fromDay: z.iso.date(),
  toDay: z.iso.date().nullable(),
  sourceName: z.string(),
  sourceId: z.string().nullable(),
  at: z.iso.datetime(),
});

export const term = z.object({
  number: z.number().int(),
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  chair: z.string().nullable(),
  endedDay: z.iso.date().nullable(),
});

export const move = z.object({
  at: z.iso.datetime(),
  from: z.string(),
  to: z.string(),
  unions: z.number().int(),
});

export const federationMember = z.object({
  federation: z.object({ id: z.uuid(), name: z.string() }),
  union: z.object({ id: z.uuid(), name: z.string() }),
  sinceDay: z.iso.date(),
  untilDay: z.iso.date().nullable().describe("现在仍是成员时为空"),
  sourceName: z.string(),
  sourceId: z.string().nullable(),
});

export const door = z.object({
  id: z.string(),
  title: z.string(),
  open: z.boolean(),
  why: z.string().nullable(),
});
