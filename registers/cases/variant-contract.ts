// Local flows (本地流程): a federation's own changes of a flow, previewed, proposed, agreed to by another.

import { stageShape } from "@niangjia/engine/process/contract";
import { dayShape } from "@niangjia/foundation/day-shape";
import { type Role, roles } from "@niangjia/foundation/roles";
import { z } from "zod";
import { functionId } from "./desk-contract.ts";
import { refusals } from "./refusals.ts";

const role = z.enum(Object.keys(roles) as [Role, ...Role[]]);
const step = z.string().max(60);
const term = z.number("请填写期限。").int("期限须是整数。").min(1, "期限最少 1 天。").max(366);

const changesShape = z.strictObject({
  drops: z.array(step).max(30).exactOptional(),
  who: z.record(step, role).exactOptional(),
  within: z.record(step, term).exactOptional(),
  adds: z
    .array(
      z.strictObject({
        after: step,
        role,
        at: z.enum(["union", "union.town", "union.federation"]),
        within: term,
      }),
    )
    .max(10)
    .exactOptional(),
});

const adjustable = [refusals.functionUnknown, refusals.flowNotAdjustable, refusals.notFederation];

export const listFlows = {
  id: "cases.flows",
  title: "可以本地调整的流程",
  method: "GET",
  path: "/cases/flows",
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        waits: z.boolean().describe("有一份改动在等人核准"),
        changed: z.boolean().describe("今天办的是本地流程"),
      }),
    ),
  }),
  refusals: [refusals.notFederation],
} as const;

const variantShape = z.object({
  number: z.number().int(),
  fromDay: z.string(),
  state: z.enum(["proposed", "agreed", "refused"]),
  stateTitle: z.string(),
  current: z.boolean().describe("今天提交的办件按这一份办"),
  past: z.boolean().describe("统一流程已经更新，这一份不再适用"),
  changes: z.array(z.string()).describe("改了什么，每处一句"),
  proposed: z.object({ who: z.string(), at: z.iso.datetime() }),
  decided: z.object({ who: z.string(), at: z.iso.datetime() }).nullable(),
  mayDecide: z.boolean(),
});

export const showFlow = {
  id: "cases.flow",
  title: "一个事项的流程和本地改动",
  method: "GET",
  path: "/cases/flows/:id",
  params: z.object({ id: functionId }),
  answer: z.object({
    id: z.string(),
    title: z.string(),
    unionName: z.string(),
    stages: z.array(stageShape).describe("统一流程"),
    today: z.array(stageShape).describe("今天提交的办件的流程"),
    steps: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        who: z.string(),
        drop: z.boolean(),
        roles: z.array(z.object({ id: role, title: z.string() })),
        within: z
          .object({
            now: z.number().int(),
            shortest: z.number().int(),
            longest: z.number().int(),
            unit: z.string(),
          })
          .nullable(),
        addAfter: z.array(z.object({ id: role, title: z.string() })),
      }),
    ),
    variants: z.array(variantShape),
  }),
  refusals: adjustable,
} as const;

export const previewFlow = {
  id: "cases.flow.preview",
  title: "预览本地流程",
  method: "POST",
  path: "/cases/flows/:id/preview",
  params: z.object({ id: functionId }),
  body: z.object({ changes: changesShape }),
  answer: z.object({
    stages: z.array(stageShape).nullable(),
    faults: z.array(z.string()),
    changes: z.array(z.string()),
  }),
  refusals: adjustable,
} as const;

export const proposeFlow = {
  id: "cases.flow.propose",
  title: "提出本地流程",
  method: "POST",
  path: "/cases/flows/:id/variants",
  params: z.object({ id: functionId }),
  body: z.object({
    changes: changesShape.describe("不改任何一处，即恢复统一流程"),
    fromDay: dayShape,
  }),
  answer: z.object({ number: z.number().int() }),
  refusals: [...adjustable, refusals.variantFaulty, refusals.variantDay, refusals.variantWaits],
} as const;

export const decideFlow = {
  id: "cases.flow.decide",
  title: "核准本地流程",
  method: "POST",
  path: "/cases/flows/variants/:number/decision",
  params: z.object({ number: z.coerce.number().int().positive() }),
  body: z.object({ agree: z.boolean() }),
  answer: z.object({ state: z.enum(["agreed", "refused"]) }),
  refusals: [refusals.noSuchVariant, refusals.variantOwn, refusals.variantDay],
} as const;

export const exportFlow = {
  id: "cases.flow.bpmn",
  title: "导出 BPMN",
  method: "GET",
  path: "/cases/flows/:id/bpmn",
  params: z.object({ id: functionId }),
  refusals: [refusals.functionUnknown],
} as const;

export const readFlow = {
  id: "cases.flow.read",
  title: "读入 BPMN 草稿",
  method: "POST",
  path: "/cases/flows/:id/bpmn",
  params: z.object({ id: functionId }),
  body: z.object({ xml: z.string().max(1_000_000, "文件太大，不像是流程图。") }),
  answer: z.object({
    stages: z.array(stageShape).nullable().describe("画出来的流程；读不懂的没有"),
    faults: z.array(z.string()).describe("流程本身的毛病，每处写明走到哪一步"),
    differences: z.array(z.string()).describe("与统一流程不同、又不允许改的地方"),
    changes: changesShape.nullable().describe("可以提出的改动；有毛病或不允许的没有"),
    words: z.array(z.string()).describe("改了什么，每处一句"),
  }),
  refusals: adjustable,
} as const;
