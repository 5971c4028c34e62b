// Two factors (密码和动态口令): what a post asks of a session, and how its holder comes to have a one-time password.
import { z } from "zod";

export const strengthRefusals = {
  weakSession: {
    code: "access.weak-session",
    status: 403,
    say: "这个岗位要用密码和动态口令登录后才能使用，您这次是用别的方式登录的。",
    next: "请退出后用密码和动态口令登录。",
  },
  noSecondFactor: {
    code: "access.no-second-factor",
    status: 403,
    say: "这个岗位要用密码和动态口令登录后才能使用，您还没有开通动态口令。",
    next: "请先开通动态口令，开通后马上就能使用。",
  },
  alreadyBound: {
    code: "access.second-factor-bound",
    status: 409,
    say: "这个账号已经开通动态口令。",
    next: "请退出后用密码和动态口令登录。",
  },
  wrongTotp: {
    code: "access.wrong-totp",
    status: 422,
    say: "动态口令不对。",
    next: "请填写身份验证器上现在显示的 6 位数字；仍不对请检查手机时间是否准确。",
  },
  wrongOwnCode: {
    code: "access.wrong-own-code",
    status: 422,
    say: "验证码不对或已过期。",
    next: "请核对短信里最新的 6 位数字，或重新获取。",
  },
  offerSpent: {
    code: "access.second-factor-offer-spent",
    status: 422,
    say: "这个动态口令密钥不是发给您的，或已经作废。",
    next: "请刷新页面，重新扫描二维码。",
  },
  passwordMissing: {
    code: "access.password-missing",
    status: 422,
    say: "这个账号还没有密码。",
    next: "请一起设置一个至少 10 个字符的密码。",
  },
  passwordKnown: {
    code: "access.password-known",
    status: 422,
    say: "这个账号已经有密码，开通动态口令时不能改密码。",
    next: "请不要填写新密码，登录仍用原来的密码。",
  },
} as const;

export const passwordWeak = {
  code: "access.password-weak",
  status: 422,
  say: "这个密码太容易被猜到。",
  next: "请按提示换一个密码。",
} as const;

/** Why a post cannot be used in this session, and the way on. */
export const closedShape = z.object({ code: z.string(), say: z.string(), next: z.string() });
