// Selection of excellent proposals (优秀提案评选): opened with nominees, one vote a member, counted after the last day.

import { dayShape as day } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { count, id, namedUnion, oneOf, paged, pages, params, sortBy, words } from "./shapes.ts";
import { outcomes } from "./words.ts";

const stateShape = z.enum(["voting", "counting", "counted"]);

const selection = z.object({
  id: z.uuid(),
  union: namedUnion,
  title: z.string(),
  places: count.describe("评出几件"),
  endsDay: z.iso.date(),
  state: stateShape,
  stateName: z.string(),
  nominees: count,
  ballots: count.nullable().describe("收到选票，计票以后才有"),
});

export const openSelection = {
  id: "proposals.rate.open",
  title: "开展优秀提案评选",
  method: "POST",
  path: "/proposals/selections",
  body: z.object({
    union: id,
    title: words("名称", 40),
    places: z.int("名额是整数").min(1, "至少评出一件").max(50, "最多评出 50 件"),
    endsDay: day,
    proposals: z
      .array(id)
      .min(2, "请至少选两件提案参评")
      .max(100, "一次最多 100 件参评")
      .refine((ids) => new Set(ids).size === ids.length, "有一件提案选了两次"),
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [
    refusals.unionNotFound,
    refusals.dayPast,
    refusals.notNominable,
    refusals.tooManyPlaces,
  ],
} as const;

const selectionSort = { sort: sortBy(["ends", "title", "ballots"], "-ends") };

export const selectionsFile = {
  id: "proposals.rate.export",
  title: "导出优秀提案评选",
  method: "GET",
  path: "/proposals/selections-file",
  query: z.object(selectionSort),
  refusals: [refusals.tooManyToExport],
} as const;

export const selections = {
  id: "proposals.rate.selections",
  title: "优秀提案评选",
  method: "GET",
  path: "/proposals/selections",
  query: z.object({ ...selectionSort, ...pages }),
  answer: z.object({ rows: z.array(selection), ...paged }),
} as const;

export const selectionOf = {
  id: "proposals.rate.selection",
  title: "一次评选",
  method: "GET",
  path: "/proposals/selections/:id",
  params,
  answer: selection.omit({ nominees: true }).extend({
    voted: z.uuid().nullable().describe("本人投给了哪一件"),
    tiedCount: count.describe("票数并列、没有定下的件数"),
    nominees: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        wish: z.string(),
        proposer: z.string(),
        answer: z.string(),
        votes: count.nullable(),
        outcome: oneOf(outcomes, "结果").nullable(),
        outcomeName: z.string().nullable(),
      }),
    ),
  }),
  refusals: [refusals.selectionNotFound],
} as const;

export const vote = {
  id: "proposals.rate.vote",
  title: "投票",
  method: "POST",
  path: "/proposals/selections/:id/vote",
  params,
  body: z.object({ proposal: id }),
  answer: z.object({ proposal: z.uuid() }),
  refusals: [
    refusals.notMember,
    refusals.selectionNotFound,
    refusals.notNominated,
    refusals.voteOver,
    refusals.votedAlready,
  ],
} as const;
