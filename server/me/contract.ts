// Me (我是谁): what an end needs first: who is signed in, through which post, and which doors are theirs.
import { closedShape } from "@niangjia/foundation/access/contract";
import { z } from "zod";

const post = z.object({
  id: z.uuid(),
  role: z.string(),
  roleName: z.string(),
  title: z.string(),
  org: z.object({ id: z.uuid(), name: z.string(), path: z.string(), level: z.string() }),
  closed: closedShape.nullable().describe("这次登录为什么不能使用这个岗位；能用时为空"),
});

export const me = {
  id: "access.me",
  title: "当前账号、岗位与可办事项",
  method: "GET",
  path: "/me",
  answer: z.object({
    account: z.object({
      id: z.uuid(),
      name: z.string(),
      wechat: z.boolean().describe("已绑定微信，可以解除"),
    }),
    role: z.string(),
    post: post.nullable(),
    posts: z.array(post),
    menu: z.array(
      z.object({
        platform: z.string(),
        title: z.string(),
        rooms: z.array(
          z.object({
            room: z.string(),
            title: z.string(),
            path: z.string(),
            functions: z.array(z.object({ id: z.string(), title: z.string() })),
          }),
        ),
      }),
    ),
    unread: z.number().int(),
    demo: z.boolean(),
  }),
} as const;

export const demoAccounts = {
  id: "access.demo-accounts",
  title: "演示账号",
  method: "GET",
  path: "/demo/accounts",
  answer: z.object({
    rows: z.array(
      z.object({
        kind: z.string(),
        name: z.string(),
        union: z.string(),
        phone: z.string(),
        password: z.string().nullable(),
        totp: z.string().nullable().describe("当前的动态口令"),
      }),
    ),
  }),
} as const;

export const demoRoster = {
  id: "access.demo-roster",
  title: "演示名册",
  method: "GET",
  path: "/demo/roster",
} as const;
