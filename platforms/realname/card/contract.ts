// The electronic member card (电子会员卡): shapes and routes of issuing, showing and checking; certificates are beside.
import { refusals as memberRefusals } from "@niangjia/registers/members/contract";
import { z } from "zod";
import { refusals } from "./refusals.ts";

export * from "./certificate-contract.ts";
export { refusals };

/** Bytes as base64url without padding. */
const bytes = z.string().regex(/^[\w-]*$/);
const coordinate = z.string().regex(/^[\w-]{43}$/, "密钥应是 43 个字符的 base64url");

export const states = { awaiting: "待领取", living: "有效", expired: "已过期" } as const;

const cardShape = z.object({
  id: z.uuid(),
  state: z.enum(Object.keys(states) as [keyof typeof states, ...(keyof typeof states)[]]),
  name: z.string(),
  number: z.string().describe("会员号"),
  unionName: z.string(),
  kept: z.boolean().describe("保留会籍"),
  expiresAt: z.iso.datetime().nullable(),
  device: bytes.nullable().describe("能亮这张卡的手机的公钥，压缩点 33 字节"),
  token: bytes.nullable().describe("会员卡凭证 COSE_Sign1，与本机签名一起组成亮证码"),
  lastCheckedAt: z.iso.datetime().nullable().describe("最近一次被扫码验证"),
});

const ownCard = z.object({
  card: cardShape.nullable(),
  says: z.string().describe("现在能做什么，一句话"),
  now: z.iso.datetime().describe("服务器时间，用来校准手机时钟"),
});

export const show = {
  id: "card.show",
  title: "动态码亮证",
  method: "GET",
  path: "/card",
  answer: ownCard,
  refusals: [refusals.notMember],
} as const;

export const issue = {
  id: "card.issue",
  title: "领取电子会员卡",
  method: "POST",
  path: "/card",
  body: z.object({
    device: z
      .object({ x: coordinate, y: coordinate })
      .describe("本机新生成的 P-256 公钥（JWK 的 x、y）；私钥不离开手机"),
  }),
  answer: ownCard,
  refusals: [refusals.notMember, refusals.keyUnusable, refusals.otherDevice, refusals.reissueFirst],
} as const;

export const endings = {
  lost: "已挂失",
  left: "会籍结束，已失效",
  merged: "记录归并，已失效",
} as const;

/** A member's card as the union's staff see it: nothing that could show it. */
export const ofPerson = {
  id: "card.person",
  title: "会员的电子会员卡",
  method: "GET",
  path: "/card/people/:id",
  params: z.object({ id: z.uuid("人员编号不对") }),
  answer: z.object({
    card: z
      .object({
        says: z.string().describe("卡的状态"),
        living: z.boolean(),
        issuedAt: z.iso.datetime(),
        expiresAt: z.iso.datetime().nullable(),
        lastCheckedAt: z.iso.datetime().nullable().describe("最近一次验证有效"),
      })
      .nullable(),
  }),
  refusals: [memberRefusals.notFound],
} as const;

/** What a check can find, and what whoever scanned is told. */
export const verdicts = {
  valid: ["会员卡有效", "请核对姓名和本人。"],
  expired: ["会员卡已过期", "请会员联网打开会员卡续期后再亮证。"],
  revoked: ["会员卡已失效", "这张卡已挂失、退会或换发，请不要接受。"],
  replayed: ["这个码已经用过", "请会员刷新会员卡，现场重新亮码；截图和转发的码不能用。"],
  stale: ["这个码太旧", "请会员现场重新亮码；如果仍这样，请会员校准手机时间。"],
  "clock-off": [
    "手机时间不准",
    "亮码的手机时间快了 90 秒以上，请会员联网打开会员卡或校准手机时间。",
  ],
  forged: ["不是真的会员卡", "签名不对，这个码是伪造的或被改动过，请不要接受。"],
  "unknown-key": ["认不出签发密钥", "可能是伪造的，也可能是离线名单太旧；请联网更新名单后再扫。"],
  unreadable: ["不是会员卡的码", "请扫会员卡上的动态码。"],
} as const;
export type CheckVerdict = keyof typeof verdicts;

export const check = {
  id: "card.check",
  title: "扫码验证",
  method: "POST",
  path: "/card/checks",
  body: z.object({ code: z.string().min(1, "请扫码").max(4_000, "扫到的内容太长") }),
  answer: z.object({
    verdict: z.enum(Object.keys(verdicts) as [CheckVerdict, ...CheckVerdict[]]),
    say: z.string(),
    next: z.string(),
    name: z.string().nullable().describe("隐去一部分的姓名；只在有效时"),
  }),
} as const;

const keyShape = z.object({
  keyId: bytes.describe("kid，8 字节"),
  point: bytes.describe("P-256 公钥，压缩点 33 字节"),
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
});
export type PublishedKey = z.output<typeof keyShape>;

const keysAnswer = z.object({
  keys: z.array(keyShape),
  keySet: bytes.describe("同样的密钥，COSE_KeySet（RFC 9052 第 7 节）"),
});

export const keys = {
  id: "card.keys",
  title: "发卡公钥",
  method: "GET",
  path: "/card/keys",
  answer: keysAnswer,
} as const;

export const rotate = {
  id: "card.keys.rotate",
  title: "立即更换发卡密钥",
  method: "POST",
  path: "/card/keys",
  body: z.object({
    note: z.string().trim().min(2, "请写明为什么更换，至少 2 个字").max(200, "最多 200 个字"),
    withdraw: z
      .boolean()
      .default(false)
      .describe("旧密钥可能外泄时：立即作废旧密钥，会员联网打开一次会员卡即恢复"),
  }),
  answer: keysAnswer,
} as const;

const offlineShape = z.object({
  madeAt: z.iso.datetime(),
  keys: z.array(keyShape),
  revoked: bytes.describe("失效的卡：每张卡编号的末 5 个字节，从小到大连在一起"),
});
export type OfflineData = z.output<typeof offlineShape>;

export const offline = {
  id: "card.offline",
  title: "离线验证名单",
  method: "GET",
  path: "/card/offline",
  answer: offlineShape,
} as const;
