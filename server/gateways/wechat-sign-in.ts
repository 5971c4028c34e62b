// Sign-in of WeChat (微信登录网关): asks whose a code is; in a demo a code is somebody, without any network.
import { createHash } from "node:crypto";
import {
  WechatDeclined,
  type WechatFailure,
  type WechatGateway,
} from "@niangjia/foundation/access";
import type { Config } from "../config.ts";
import { readAnswer, type WechatAnswer, wordsOf } from "./wechat-answer.ts";
import type { WechatSettings } from "./wechat-settings.ts";

const patienceMs = 5_000;

/** What its codes mean for somebody at the door; any other is about the settings of this house. */
const failures: Readonly<Record<number, WechatFailure>> = {
  [-1]: "busy",
  40029: "code",
  40163: "code",
  40226: "blocked",
  45009: "busy",
  45011: "busy",
};

/**
 * 小程序登录 code2Session. The session key in the answer is left where it is: the house needs none.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
 */
export function wechatSignIn({ url, appId, secret }: WechatSettings): WechatGateway {
  async function ask(code: string): Promise<WechatAnswer> {
    const address = new URL("/sns/jscode2session", url);
    address.search = new URLSearchParams({
      appid: appId,
      secret,
      js_code: code,
      grant_type: "authorization_code",
    }).toString();
    return readAnswer(await fetch(address, { signal: AbortSignal.timeout(patienceMs) }));
  }
  return {
    async openidOf(code) {
      // The address holds the secret, so that only the name of a fault is told.
      const said = await ask(code).catch(({ name }: Error) => {
        throw new WechatDeclined("busy", name);
      });
      if (said.errcode !== 0) {
        throw new WechatDeclined(failures[said.errcode] ?? "off", wordsOf(said));
      }
      if (typeof said.openid !== "string")
        throw new WechatDeclined("busy", "an answer without openid");
      return said.openid;
    },
  };
}

/** The same code is the same somebody, at any time and on any machine. */
export const simulatedWechat: WechatGateway = {
  async openidOf(code) {
    return `demo-${createHash("sha256").update(code).digest("base64url").slice(0, 22)}`;
  },
};

/** The operator's mini-program; in a demo the simulated one; else none. */
export function houseWechat({ wechat, demo }: Config): WechatGateway | undefined {
  if (wechat) return wechatSignIn(wechat);
  return demo ? simulatedWechat : undefined;
}
