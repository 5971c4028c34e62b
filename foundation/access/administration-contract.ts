// Administration (系统管理): three posts that cannot do each other's work, and what each may do.

import { z } from "zod";
import { dayShape as day } from "../day-shape.ts";
import { refusals } from "./contract.ts";

const id = z.object({ id: z.uuid("编号不对") });

const page = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
};

export const grantable = ["officer", "chair", "cadre", "mediator", "lawyer", "partner"] as const;

const listedPost = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  accountName: z.string(),
  phone: z.string().describe("隐去中间四位"),
  role: z.string(),
  title: z.string(),
  orgId: z.uuid(),
  orgName: z.string(),
  orgPath: z.string(),
  fromDay: z.string(),
  toDay: z.string().nullable(),
  state: z.enum(["asked", "held", "ended"]),
  locked: z.boolean(),
});

export const listPosts = {
  id: "access.posts",
  title: "岗位名单",
  method: "GET",
  path: "/access/posts",
  query: z.object({
    ...page,
    state: z.enum(["asked", "held", "ended"]).optional(),
    role: z.string().max(30).optional(),
    name: z.string().trim().max(40).optional(),
  }),
  answer: z.object({
    rows: z.array(listedPost),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

export const askPost = {
  id: "access.ask-post",
  title: "申请设置岗位",
  method: "POST",
  path: "/access/posts",
  body: z.object({
    name: z.string().trim().min(2, "请填写姓名").max(40),
    phone: z.string().trim().min(1, "请填写手机号").max(30),
    orgId: z.uuid("请选择工会"),
    role: z.enum(grantable, "请选择可以设置的角色"),
    title: z.string().trim().min(2, "请填写岗位名称").max(40),
    fromDay: day,
    toDay: day.optional(),
  }),
  answer: z.object({
    id: z.uuid(),
    /** Only when the account is new; shown once, to be handed over in person. */
    password: z.string().nullable(),
  }),
  refusals: [refusals.badPhone, refusals.postOutOfReach],
} as const;

export const approvePost = {
  id: "access.approve-post",
  title: "批准岗位",
  method: "POST",
  path: "/access/posts/:id/approve",
  params: id,
  answer: z.object({ state: z.literal("held") }),
  refusals: [refusals.postNotHeld, refusals.ownGrant],
} as const;

export const endPost = {
  id: "access.end-post",
  title: "撤销岗位",
  method: "POST",
  path: "/access/posts/:id/end",
  params: id,
  answer: z.object({ state: z.literal("ended") }),
  refusals: [refusals.postNotHeld],
} as const;

export const unlock = {
  id: "access.unlock",
  title: "解锁账号",
  method: "POST",
  path: "/access/accounts/:id/unlock",
  params: id,
  answer: z.object({ unlocked: z.boolean() }),
  refusals: [refusals.accountNotFound],
} as const;

export const signOutAccount = {
  id: "access.sign-out-account",
  title: "强制账号下线",
  method: "POST",
  path: "/access/accounts/:id/sign-out",
  params: id,
  answer: z.object({ ended: z.number().int() }),
  refusals: [refusals.accountNotFound],
} as const;
