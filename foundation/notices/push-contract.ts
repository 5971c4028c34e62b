// Push (手机推送): a device of mine that is told at once; what the ends ask and are answered.
import { z } from "zod";

export const pushRefusals = {
  off: {
    code: "notices.push-off",
    status: 422,
    say: "本系统没有开通手机推送。",
    next: "消息都在“我的通知”里；需要推送请联系上级工会的系统管理员。",
  },
  unknownService: {
    code: "notices.push-unknown-service",
    status: 422,
    say: "这个浏览器的推送服务不在本系统认可的名单里。",
    next: "请换用手机自带的浏览器再试；消息都在“我的通知”里。",
  },
  unreadable: {
    code: "notices.push-unreadable",
    status: 422,
    say: "浏览器给出的推送密钥不能用。",
    next: "请关掉推送开关再打开一次；还是不行请换一个浏览器。",
  },
} as const;

const base64url = (characters: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${characters}}={0,2}$`), "推送密钥不完整");

/** As `PushSubscription.toJSON()` gives it (W3C Push API); keys as in RFC 8291. */
export const subscription = z.object({
  endpoint: z.url({ protocol: /^https$/, error: "推送地址要以 https 开头" }).max(1000),
  keys: z.object({ p256dh: base64url(87), auth: base64url(22) }),
});

const pushDevice = z.object({
  id: z.uuid(),
  device: z.string(),
  at: z.iso.datetime(),
  current: z.boolean().describe("就是现在登录的这台"),
});

export const push = {
  id: "notices.push",
  title: "手机推送设置",
  method: "GET",
  path: "/notices/push",
  answer: z.object({
    publicKey: z
      .string()
      .nullable()
      .describe("订阅时用的 applicationServerKey；为空表示本系统没有开通推送"),
    devices: z.array(pushDevice),
  }),
} as const;

export const startPush = {
  id: "notices.start-push",
  title: "在这台设备上开启推送",
  method: "POST",
  path: "/notices/push",
  body: subscription,
  answer: z.object({ id: z.uuid() }),
  refusals: [pushRefusals.off, pushRefusals.unknownService, pushRefusals.unreadable],
} as const;

export const stopPush = {
  id: "notices.stop-push",
  title: "关闭一台设备的推送",
  method: "POST",
  path: "/notices/push/stop",
  body: z.object({ id: z.uuid() }),
  answer: z.object({ stopped: z.number().int() }),
} as const;
