// Words of the page that checks off line (离线验证用语): what each verdict says to whoever scans.
import type { CheckVerdict } from "@niangjia/platforms/realname/card/contract";

export interface Words {
  readonly tone: "good" | "care" | "bad";
  readonly say: string;
  readonly next: string;
}

export const words: Readonly<Record<CheckVerdict, Words>> = {
  valid: { tone: "good", say: "会员卡有效", next: "请核对姓名和本人。" },
  expired: { tone: "bad", say: "会员卡已过期", next: "请会员联网打开会员卡续期后再亮证。" },
  revoked: { tone: "bad", say: "会员卡已失效", next: "这张卡已挂失、退会或换发，请不要接受。" },
  replayed: {
    tone: "bad",
    say: "这个码已经用过",
    next: "请会员刷新会员卡，现场重新亮码；截图和转发的码不能用。",
  },
  stale: {
    tone: "care",
    say: "这个码太旧",
    next: "请会员现场重新亮码；如果仍这样，请核对双方手机的时间。",
  },
  "clock-off": {
    tone: "care",
    say: "双方时间对不上",
    next: "亮码的手机比本机快了 90 秒以上，请校准两部手机的时间后再试。",
  },
  forged: {
    tone: "bad",
    say: "不是真的会员卡",
    next: "签名不对，这个码是伪造的或被改动过，请不要接受。",
  },
  "unknown-key": {
    tone: "care",
    say: "认不出签发密钥",
    next: "可能是伪造的，也可能是本页太旧；请联网重新下载本页后再扫。",
  },
  unreadable: { tone: "care", say: "不是会员卡的码", next: "请扫会员卡上的动态码。" },
};

const hourMs = 3_600_000;

/** How old a list is, and what that means for whoever relies on it. */
export function ageWords(
  madeAt: Date,
  now: Date,
): { readonly late: boolean; readonly say: string } {
  const hours = Math.max(0, Math.floor((now.getTime() - madeAt.getTime()) / hourMs));
  const age =
    hours < 1 ? "不到 1 小时前" : hours < 48 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`;
  const made = madeAt.toLocaleString("zh-CN", { dateStyle: "long", timeStyle: "short" });
  const means = "在这以后挂失、退会的卡，本页还认作有效";
  const advice = hours < 24 ? "" : "，请尽快联网重新下载";
  return { late: hours >= 24, say: `名单截至 ${made}（${age}）。${means}${advice}。` };
}
