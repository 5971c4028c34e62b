// Suspects (疑似重复与异常): shapes and routes of the list and of what people say to it.
import { z } from "zod";

export const suspectStates = {
  open: "待处理",
  merged: "已归并",
  "not-same": "不是同一人",
  accepted: "核实无误",
  gone: "已改好",
} as const;
export type SuspectState = keyof typeof suspectStates;
const stateShape = z.enum(Object.keys(suspectStates) as [SuspectState, ...SuspectState[]]);

export const suspectRefusals = {
  notFound: {
    code: "data-quality.suspect-not-found",
    status: 404,
    say: "没有找到这条疑似记录。",
    next: "它可能不在您的管理范围内，请从清单里重新选择。",
  },
  notOpen: {
    code: "data-quality.suspect-not-open",
    status: 409,
    say: "这条疑似记录{state}，现在不能这样做。",
    next: "请刷新后看最新状态。",
  },
} as const;

const partyShape = z.object({
  personId: z.uuid(),
  name: z.string().describe("已脱敏"),
  sex: z.string(),
  birthDay: z.iso.date().nullable(),
  idMask: z.string(),
  phoneMask: z.string().nullable(),
  unionName: z.string().nullable(),
  verified: z.string(),
});

export const suspectShape = z.object({
  id: z.uuid(),
  kind: z.string().describe("duplicate 疑似同一人，phone 手机号已换人，其余为检查代码"),
  kindTitle: z.string(),
  score: z.number().int().describe("疑似同一人的程度，0 至 100；其他种类为 0"),
  state: stateShape,
  stateTitle: z.string(),
  person: partyShape,
  other: partyShape.nullable().describe("另一条记录；不在管理范围内的为空"),
  evidence: z.array(z.object({ rule: z.string(), say: z.string() })),
  foundAt: z.iso.datetime(),
  decided: z
    .object({ at: z.iso.datetime(), by: z.string(), note: z.string().nullable() })
    .nullable(),
  can: z.object({ merge: z.boolean(), dismiss: z.boolean(), reopen: z.boolean() }),
});

export const suspects = {
  id: "data-quality.suspects",
  title: "疑似重复与异常清单",
  method: "GET",
  path: "/data-quality/suspects",
  query: z.object({
    unionId: z.uuid("工会编号不对").optional().describe("本级或下级工会；不填为岗位所在工会"),
    kind: z.string().max(40).optional().describe("duplicate、phone 或检查代码"),
    state: stateShape.default("open"),
    page: z.coerce.number().int().min(1).max(5_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(suspectShape),
    total: z.number().int(),
    kinds: z
      .array(z.object({ kind: z.string(), title: z.string(), count: z.number().int() }))
      .describe("这种状态下各类有多少条"),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

const params = z.object({ id: z.uuid("编号不对") });
const note = z.string().trim().max(200, "说明最多 200 个字");

export const suspect = {
  id: "data-quality.suspects.show",
  title: "疑似记录详情",
  method: "GET",
  path: "/data-quality/suspects/:id",
  params,
  answer: suspectShape,
  refusals: [suspectRefusals.notFound],
} as const;

export const dismiss = {
  id: "data-quality.suspects.dismiss",
  title: "不是同一人，或核实无误",
  method: "POST",
  path: "/data-quality/suspects/:id/dismiss",
  params,
  body: z.object({ note: note.min(2, "请写明怎么核实的，至少 2 个字") }),
  answer: z.object({ state: stateShape }),
  refusals: [suspectRefusals.notFound, suspectRefusals.notOpen],
} as const;

export const reopen = {
  id: "data-quality.suspects.reopen",
  title: "重新列为疑似",
  method: "POST",
  path: "/data-quality/suspects/:id/reopen",
  params,
  body: z.object({ note: note.optional() }),
  answer: z.object({ state: stateShape }),
  refusals: [suspectRefusals.notFound, suspectRefusals.notOpen],
} as const;
