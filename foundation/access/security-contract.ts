// Security of one's own account (账号安全): the password, the authenticator, and the codes for the day its phone is lost.
import { z } from "zod";
import { refusals } from "./contract.ts";
import { offered, taken } from "./second-factor-contract.ts";
import { passwordWeak, strengthRefusals } from "./strength-contract.ts";

const { weakSession, wrongTotp, offerSpent } = strengthRefusals;

export const securityRefusals = {
  noPassword: {
    code: "access.no-password",
    status: 409,
    say: "这个账号没有密码，是用短信验证码登录的。",
    next: "担任工会岗位的，请先开通动态口令，那时一起设置密码。",
  },
  wrongPassword: {
    code: "access.wrong-password",
    status: 422,
    say: "现在的密码不对。",
    next: "请核对后重试；连续输错 5 次会锁定 15 分钟。忘了密码请找本级工会的安全管理员重置。",
  },
  samePassword: {
    code: "access.same-password",
    status: 422,
    say: "新密码和现在的一样。",
    next: "请换一个没有用过的密码。",
  },
  notBound: {
    code: "access.second-factor-missing",
    status: 409,
    say: "这个账号还没有开通动态口令。",
    next: "请先开通动态口令。",
  },
  wrongProof: {
    code: "access.wrong-proof",
    status: 422,
    say: "原来的动态口令或备用码不对。",
    next: "请填身份验证器上现在的 6 位数字，或一个没有用过的备用码；连续输错 5 次会锁定 15 分钟。",
  },
} as const;

const { noPassword, wrongPassword, samePassword, notBound, wrongProof } = securityRefusals;

/** What the present authenticator shows, or a recovery code. */
const proof = z.string().trim().min(1, "请填写原来的动态口令或一个备用码").max(40);
const ended = z.number().int().describe("别的设备上退出了几个登录");

export const security = {
  id: "access.security",
  title: "账号安全",
  method: "GET",
  path: "/access/security",
  answer: z.object({
    phone: z.string().describe("隐去中间四位"),
    hasPassword: z.boolean(),
    hasTotp: z.boolean(),
    recoveryCodesLeft: z.number().int(),
    strong: z.boolean().describe("这次登录用了密码和动态口令"),
  }),
} as const;

export const changePassword = {
  id: "access.change-password",
  title: "修改密码",
  method: "POST",
  path: "/access/password",
  body: z.object({
    old: z.string().min(1, "请填写现在的密码").max(200),
    password: z.string().min(1, "请填写新密码").max(200),
  }),
  answer: z.object({ ended }),
  refusals: [noPassword, wrongPassword, samePassword, passwordWeak, refusals.locked],
} as const;

export const offerAuthenticator = {
  id: "access.offer-authenticator",
  title: "领取新手机的动态口令密钥",
  method: "GET",
  path: "/access/authenticator",
  answer: z.object(offered),
  refusals: [notBound, weakSession],
} as const;

export const moveAuthenticator = {
  id: "access.move-authenticator",
  title: "更换身份验证器",
  method: "POST",
  path: "/access/authenticator",
  body: z.object({ ...taken, proof }),
  answer: z.object({ ended }),
  refusals: [notBound, weakSession, wrongProof, wrongTotp, offerSpent, refusals.locked],
} as const;

export const makeRecoveryCodes = {
  id: "access.make-recovery-codes",
  title: "生成备用码",
  method: "POST",
  path: "/access/recovery-codes",
  body: z.object({ proof }),
  answer: z.object({ codes: z.array(z.string()).describe("只显示这一次；以前的备用码同时作废") }),
  refusals: [notBound, weakSession, wrongProof, refusals.locked],
} as const;
