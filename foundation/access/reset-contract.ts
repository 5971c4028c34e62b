// Resets (重置密码和动态口令): the way back for somebody who lost one; a slip in the hand and a code on the phone, both.
import { z } from "zod";
import { refusals, signedIn } from "./contract.ts";
import { passwordWeak } from "./strength-contract.ts";

export const resetRefusals = {
  outOfReach: {
    code: "access.reset-out-of-reach",
    status: 403,
    say: "这个人在您管理范围以外也有岗位，您不能重置。",
    next: "请由管到他全部岗位的上级安全管理员办理。",
  },
  own: {
    code: "access.own-reset",
    status: 409,
    say: "不能重置或批准自己的密码和动态口令。",
    next: "请由另一位安全管理员办理；记得密码的可以在“账号安全”里自己修改。",
  },
  otherEyes: {
    code: "access.reset-needs-other",
    status: 409,
    say: "这次重置是您提出的，不能由您批准。",
    next: "管理员的重置要两个人办，请由另一位安全管理员核对本人身份后批准。",
  },
  nothing: {
    code: "access.nothing-to-reset",
    status: 409,
    say: "这个账号没有密码，也没有动态口令，是用短信验证码登录的。",
    next: "不用重置，请本人用短信验证码登录。",
  },
  notFound: {
    code: "access.reset-not-found",
    status: 404,
    say: "没有找到这张重置单，或它已经办完。",
    next: "请刷新后再看；还需要的请重新办理。",
  },
  wrong: {
    code: "access.wrong-reset",
    status: 401,
    say: "手机号、重置码或短信验证码不对，或重置单已过期、已用过。",
    next: "请核对重置单和最新的短信；重置码连续填错 5 次就作废，要请安全管理员重新办。",
  },
  mistyped: {
    code: "access.reset-mistyped",
    status: 422,
    say: "重置码没有抄对。",
    next: "请对照重置单再填一次，一共 16 位。",
  },
} as const;

/** Said on the command line, to whoever runs the server. */
export const operatorRefusals = {
  nobody: {
    code: "access.operator-reset-nobody",
    status: 404,
    say: "没有用这个手机号的账号。",
    next: "请核对本人登录用的手机号。",
  },
  noAdministrator: {
    code: "access.operator-reset-not-needed",
    status: 409,
    say: "这个账号不是系统管理员、安全管理员或审计管理员。",
    next: "请由本级工会的安全管理员在“岗位与账号”里为他办理。",
  },
} as const;

const { outOfReach, own, otherEyes, nothing, notFound, wrong, mistyped } = resetRefusals;

/** By what the security administrator knows who stands before them. */
export const shownTitles = {
  "id-card": "当面核对居民身份证",
  "work-pass": "当面核对工作证，并由其主管确认",
  known: "当面认识本人",
} as const;

export const resetStates = ["asked", "open", "expired", "used", "ended"] as const;

const id = z.object({ id: z.uuid("编号不对") });

/** Shown once, to be printed and handed over in person. */
const slip = z.object({
  code: z.string(),
  name: z.string(),
  phone: z.string().describe("隐去中间四位；验证码会发到这个手机号"),
  expiresAt: z.iso.datetime(),
});

export const askReset = {
  id: "access.ask-reset",
  title: "重置密码和动态口令",
  method: "POST",
  path: "/access/accounts/:id/resets",
  params: id,
  body: z.object({
    reason: z.string().trim().min(4, "请写明原因，至少 4 个字").max(200),
    shown: z.enum(
      Object.keys(shownTitles) as (keyof typeof shownTitles)[],
      "请选择怎样核对了本人身份",
    ),
  }),
  answer: z.object({
    id: z.uuid(),
    slip: slip.nullable().describe("管理员的账号要另一位安全管理员批准，批准前为空"),
  }),
  refusals: [refusals.accountNotFound, outOfReach, own, nothing],
} as const;

export const approveReset = {
  id: "access.approve-reset",
  title: "批准管理员的重置",
  method: "POST",
  path: "/access/resets/:id/approve",
  params: id,
  answer: z.object({ slip }),
  refusals: [notFound, outOfReach, own, otherEyes],
} as const;

export const endReset = {
  id: "access.end-reset",
  title: "作废重置单",
  method: "POST",
  path: "/access/resets/:id/end",
  params: id,
  answer: z.object({ state: z.literal("ended") }),
  refusals: [notFound],
} as const;

export const listResets = {
  id: "access.resets",
  title: "重置单",
  method: "GET",
  path: "/access/resets",
  query: z.object({
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
    state: z.enum(resetStates).optional(),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        accountId: z.uuid(),
        accountName: z.string(),
        phone: z.string().describe("隐去中间四位"),
        state: z.enum(resetStates),
        reason: z.string(),
        shown: z.string(),
        askedBy: z.string(),
        askedAt: z.iso.datetime(),
        openedBy: z.string().nullable(),
        expiresAt: z.iso.datetime().nullable(),
        mine: z.boolean().describe("是您提出的，或是您自己的账号，要由别人批准"),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

export const redeemReset = {
  id: "access.redeem-reset",
  title: "凭重置单登录",
  method: "POST",
  path: "/access/resets/redeem",
  body: z.object({
    phone: z.string().trim().min(1, "请填写手机号").max(30),
    slip: z.string().trim().min(1, "请填写重置单上的重置码").max(40),
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, "验证码是 6 位数字"),
    password: z.string().min(1, "请设置新密码").max(200),
  }),
  answer: signedIn,
  refusals: [wrong, mistyped, passwordWeak],
} as const;
