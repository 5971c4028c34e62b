// Bringing running cases to the flow of today (在办件转入新流程): by version and step, with a map that is checked first.
import { stageShape } from "@niangjia/engine/process/contract";
import { z } from "zod";
import { functionId } from "./desk-contract.ts";
import { refusals } from "./refusals.ts";

const params = z.object({ id: functionId });
const count = z.number().int();
const step = z.string().min(1).max(60);
/** Of an earlier flow; variant 0 is the common one of its version. */
const flow = { version: count.min(1), variant: count.min(0) };

const maps = z
  .array(
    z.object({ ...flow, steps: z.record(step, step).describe("旧步骤到新步骤；没有列出的同名") }),
  )
  .min(1, "请选择要转入的办件。")
  .max(30);

/** So many cases are looked at before anybody decides; the order itself takes them all. */
export const lookedAtMost = 1_000;

const known = [refusals.functionUnknown, refusals.notFederation];

export const listMoves = {
  id: "cases.moves",
  title: "还在按旧流程办的事项",
  method: "GET",
  path: "/cases/flow-moves",
  answer: z.object({
    rows: z.array(
      z.object({ id: z.string(), title: z.string(), cases: count, running: z.boolean() }),
    ),
  }),
  refusals: [refusals.notFederation],
} as const;

const stay = z.object({ id: z.uuid(), number: z.string(), why: z.string() });

export const showMoves = {
  id: "cases.moves.show",
  title: "一个事项按旧流程在办的办件",
  method: "GET",
  path: "/cases/flow-moves/:id",
  params,
  answer: z.object({
    id: z.string(),
    title: z.string(),
    unionName: z.string(),
    flowTitle: z.string().describe("今天的流程"),
    stages: z.array(stageShape),
    choices: z.array(z.object({ id: z.string(), title: z.string() })).describe("新流程的步骤"),
    total: count.describe("按旧流程在办的办件"),
    looked: count.describe("各步骤的件数，数了前多少件"),
    groups: z.array(
      z.object({
        ...flow,
        title: z.string(),
        cases: count,
        steps: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            standing: count.describe("停在这一步的办件"),
            to: z.string().nullable().describe("新流程中同名的步骤"),
          }),
        ),
      }),
    ),
    moves: z.array(
      z.object({
        id: z.uuid(),
        who: z.string(),
        at: z.iso.datetime(),
        because: z.string(),
        flowTitle: z.string(),
        wanted: count,
        looked: count,
        moved: count,
        ended: z.iso.datetime().nullable(),
        stays: z.array(stay).describe("没有转入的，最多列 100 件"),
      }),
    ),
  }),
  refusals: known,
} as const;

export const checkMoves = {
  id: "cases.moves.check",
  title: "核对转入新流程的对照表",
  method: "POST",
  path: "/cases/flow-moves/:id/check",
  params,
  body: z.object({ maps }),
  answer: z.object({
    looked: count,
    moves: count.describe("能转入的"),
    stays: z.array(stay).describe("转不过去的，最多列 100 件"),
    staying: count.describe("转不过去的一共多少件"),
    faults: z
      .array(z.object({ ...flow, step: z.string(), say: z.string() }))
      .describe("对照表里没有着落的旧步骤"),
  }),
  refusals: known,
} as const;

export const orderMove = {
  id: "cases.moves.order",
  title: "把在办件转入新流程",
  method: "POST",
  path: "/cases/flow-moves/:id",
  params,
  body: z.object({
    maps,
    because: z
      .string("请写明原因。")
      .trim()
      .min(2, "请写明原因，至少 2 个字")
      .max(100, "原因最多 100 个字"),
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [...known, refusals.nothingToMove, refusals.moveRuns],
} as const;
