// Opening the second factor (开通动态口令): a secret for the authenticator, a code on the phone, and from then on both.
import { z } from "zod";
import { refusals, signedIn } from "./contract.ts";
import { passwordWeak, strengthRefusals } from "./strength-contract.ts";

const { alreadyBound, weakSession, noSecondFactor: _, ...faults } = strengthRefusals;

export const offered = {
  secret: z.string().describe("可以手工填入身份验证器的密钥"),
  uri: z.string().describe("手机上可以直接用身份验证器打开"),
  qr: z.string().describe("给身份验证器扫描的二维码，SVG 图"),
  offer: z.string().describe("绑定时原样交回，30 分钟内有效"),
};

/** What comes back of an offer, with the figures that show it was scanned. */
export const taken = {
  offer: z.string().min(1, "缺少动态口令密钥").max(400),
  totp: z
    .string()
    .trim()
    .regex(/^\d{6}$/, "动态口令是 6 位数字"),
};

export const offerSecondFactor = {
  id: "access.offer-second-factor",
  title: "领取动态口令密钥",
  method: "GET",
  path: "/access/second-factor",
  answer: z.object({
    ...offered,
    needsPassword: z.boolean().describe("账号还没有密码，开通时要一起设置"),
    phone: z.string().describe("验证码会发到这个手机号，隐去中间四位"),
  }),
  refusals: [alreadyBound, weakSession],
} as const;

export const sendOwnCode = {
  id: "access.send-own-code",
  title: "获取开通验证码",
  method: "POST",
  path: "/access/second-factor/codes",
  answer: z.object({ secondsToNext: z.number().int(), secondsValid: z.number().int() }),
  refusals: [alreadyBound, weakSession, refusals.codeTooSoon],
} as const;

export const bindSecondFactor = {
  id: "access.bind-second-factor",
  title: "开通动态口令",
  method: "POST",
  path: "/access/second-factor",
  body: z.object({
    ...taken,
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, "验证码是 6 位数字"),
    password: z
      .string()
      .min(10, "密码至少 10 个字符")
      .max(200)
      .optional()
      .describe("账号还没有密码时才填"),
  }),
  answer: signedIn,
  refusals: [alreadyBound, weakSession, passwordWeak, ...Object.values(faults)],
} as const;
