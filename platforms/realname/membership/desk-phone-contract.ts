// A new phone number at the union's desk (窗口换手机号): for a member who lost the old one and cannot sign in any more.
import { z } from "zod";

const kind = (code: string, status: number, say: string, next: string) => ({
  code: `membership.${code}`,
  status,
  say,
  next,
});

export const deskPhoneRefusals = {
  notHere: kind(
    "member-not-here",
    404,
    "没有在您管理的工会里找到这名会员。",
    "请核对后再试；会籍在别处的，请本人到那里的工会办理。",
  ),
  ownDesk: kind(
    "own-desk",
    409,
    "不能在窗口为自己换手机号。",
    "请本人在手机上申请“会员信息变更”。",
  ),
  holdsPost: kind(
    "holds-post",
    409,
    "这名会员担任工会岗位，登录手机号不能在窗口换。",
    "请本人登录后申请“会员信息变更”；登录不了的，请找本级工会的安全管理员。",
  ),
  wrongCode: kind(
    "desk-wrong-code",
    422,
    "验证码不对或已过期。",
    "请会员读出新手机上最新的 6 位数字，或重新发送。",
  ),
  taken: kind(
    "phone-taken",
    409,
    "这个手机号已是另一个人的登录号。",
    "请会员换一个自己的手机号；确实是本人的，请联系上级工会核对。",
  ),
  badPhone: kind(
    "desk-bad-phone",
    422,
    "这不是一个能收短信的手机号。",
    "请填写会员现在用的 11 位手机号。",
  ),
} as const;

const { notHere, ownDesk, holdsPost, wrongCode, taken, badPhone } = deskPhoneRefusals;
const params = z.object({ id: z.uuid("编号不对") });
const phone = z.string().trim().min(1, "请填写新的手机号").max(30);

export const sendDeskCode = {
  id: "membership.change.desk-code",
  title: "给会员的新手机发验证码",
  method: "POST",
  path: "/membership/people/:id/phone/codes",
  params,
  body: z.object({ phone }),
  answer: z.object({ secondsToNext: z.number().int(), secondsValid: z.number().int() }),
  refusals: [notHere, ownDesk, holdsPost, badPhone],
} as const;

export const changeDeskPhone = {
  id: "membership.change.desk-phone",
  title: "在窗口为会员换手机号",
  method: "POST",
  path: "/membership/people/:id/phone",
  params,
  body: z.object({
    phone,
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, "验证码是 6 位数字"),
    reason: z.string().trim().min(4, "请写明原因和怎样核对了身份证，至少 4 个字").max(200),
  }),
  answer: z.object({ phone: z.string().describe("新的手机号，隐去中间四位") }),
  refusals: [notHere, ownDesk, holdsPost, wrongCode, taken, badPhone],
} as const;
