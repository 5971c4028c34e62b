// Access (登录与岗位): the shapes of signing in, posts and devices that the ends see.
import { z } from "zod";
import { closedShape, strengthRefusals } from "./strength-contract.ts";
import { ticketRefusals, ticketShape } from "./wechat-contract.ts";

export { closedShape };

const words = z.string().trim();

export const refusals = {
  wrongSignIn: {
    code: "access.wrong-sign-in",
    status: 401,
    say: "手机号、密码或动态口令不对。",
    next: "请核对后重试；连续输错 5 次会锁定 15 分钟。手机丢了的，动态口令处可填一个备用码。",
  },
  locked: {
    code: "access.locked",
    status: 423,
    say: "这个账号因连续输错已锁定。",
    next: "请在 {minutes} 分钟后再试，或请安全管理员解锁。",
  },
  wrongCode: {
    code: "access.wrong-code",
    status: 401,
    say: "验证码不对或已过期。",
    next: "请核对短信里最新的 6 位数字，或重新获取。",
  },
  codeTooSoon: {
    code: "access.code-too-soon",
    status: 429,
    say: "刚刚已经发过验证码。",
    next: "请等 {seconds} 秒后再获取。",
  },
  codesTooMany: {
    code: "access.codes-too-many",
    status: 429,
    say: "这个手机号 24 小时内获取了 {limit} 次验证码，都没有用来登录。",
    next: "请明天再获取；急用请到所在工会，请工作人员帮您办。",
  },
  wechatUnknown: {
    code: "access.wechat-unknown",
    status: 404,
    say: "这个微信还没有绑定账号。",
    next: "请用手机验证码登录一次，以后就能用微信直接登录。",
  },
  badPhone: {
    code: "access.bad-phone",
    status: 422,
    say: "这不是一个能收短信的手机号。",
    next: "请填写 11 位手机号。",
  },
  postNotHeld: {
    code: "access.post-not-held",
    status: 404,
    say: "您没有担任这个岗位，或任期已经结束。",
    next: "请刷新后从岗位列表里选择。",
  },
  accountNotFound: {
    code: "access.account-not-found",
    status: 404,
    say: "没有找到这个账号。",
    next: "请核对后再试。",
  },
  postOutOfReach: {
    code: "access.post-out-of-reach",
    status: 403,
    say: "只能为本级及下级工会设置岗位。",
    next: "请选择您管理范围内的工会。",
  },
  ownGrant: {
    code: "access.own-grant",
    status: 409,
    say: "不能批准授给自己的岗位。",
    next: "请由另一位安全管理员批准。",
  },
} as const;

export const postShape = z.object({
  id: z.uuid(),
  role: z.string(),
  title: z.string(),
  orgId: z.uuid(),
  orgPath: z.string(),
  closed: closedShape.nullable().describe("这次登录为什么不能使用这个岗位；能用时为空"),
});

export const signedIn = z.object({
  token: z.string().describe("会话令牌；浏览器不必保存，它在 Cookie 里"),
  posts: z.array(postShape),
});

export const signIn = {
  id: "access.sign-in",
  title: "用密码和动态口令登录",
  method: "POST",
  path: "/access/sign-in",
  body: z.object({
    phone: words.min(1, "请填写手机号").max(30),
    password: z.string().min(1, "请填写密码").max(200),
    totp: words.max(40).optional().describe("6 位动态口令，或一个备用码；账号开通了才要填"),
  }),
  answer: signedIn,
  refusals: [refusals.wrongSignIn, refusals.locked],
} as const;

export const sendCode = {
  id: "access.send-code",
  title: "获取登录验证码",
  method: "POST",
  path: "/access/codes",
  body: z.object({ phone: words.min(1, "请填写手机号").max(30) }),
  answer: z.object({ secondsToNext: z.number().int(), secondsValid: z.number().int() }),
  refusals: [refusals.badPhone, refusals.codeTooSoon, refusals.codesTooMany],
} as const;

export const signInByCode = {
  id: "access.sign-in-by-code",
  title: "用短信验证码登录",
  method: "POST",
  path: "/access/sign-in-by-code",
  body: z.object({
    phone: words.min(1, "请填写手机号").max(30),
    code: words.regex(/^\d{6}$/, "验证码是 6 位数字"),
    wechatTicket: ticketShape.optional().describe("填了就把这个微信绑定到登录的账号"),
  }),
  answer: signedIn,
  refusals: [
    refusals.wrongCode,
    refusals.badPhone,
    refusals.locked,
    ...Object.values(ticketRefusals),
  ],
} as const;

export const signInByWechat = {
  id: "access.sign-in-by-wechat",
  title: "用微信登录",
  method: "POST",
  path: "/access/sign-in-by-wechat",
  body: z.object({ ticket: ticketShape }),
  answer: signedIn,
  refusals: [refusals.wechatUnknown, refusals.locked, ...Object.values(ticketRefusals)],
} as const;

export const signOut = {
  id: "access.sign-out",
  title: "退出登录",
  method: "POST",
  path: "/access/sign-out",
  answer: z.object({ ended: z.number().int() }),
} as const;

export const signOutEverywhere = {
  id: "access.sign-out-everywhere",
  title: "在所有设备上退出",
  method: "POST",
  path: "/access/sign-out-everywhere",
  answer: z.object({ ended: z.number().int() }),
} as const;

export const devices = {
  id: "access.devices",
  title: "登录设备",
  method: "GET",
  path: "/access/devices",
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        device: z.string(),
        createdAt: z.iso.datetime(),
        seenAt: z.iso.datetime(),
        current: z.boolean(),
      }),
    ),
  }),
} as const;

export const actThrough = {
  id: "access.act-through",
  title: "切换岗位",
  method: "POST",
  path: "/access/posts/:id/act",
  params: z.object({ id: z.uuid("岗位编号不对") }),
  answer: z.object({ post: postShape }),
  refusals: [refusals.postNotHeld, strengthRefusals.weakSession, strengthRefusals.noSecondFactor],
} as const;

export const actForSelf = {
  id: "access.act-for-self",
  title: "办本人的事",
  method: "POST",
  path: "/access/self/act",
  answer: z.object({ post: z.null().describe("不再以岗位办事；岗位仍然保留，可以再切换") }),
} as const;
