// Token of WeChat (接口调用凭据): fetched when first needed, kept until shortly before it ends.
import { readAnswer, wordsOf } from "./wechat-answer.ts";
import type { WechatSettings } from "./wechat-settings.ts";

const patienceMs = 10_000;
/** The old token still holds for five minutes once a new one is given out. */
const earlyMs = 60_000;

export interface TokenKeeper {
  token(): Promise<string>;
  /** The next call fetches anew: WeChat no longer takes the token it gave. */
  forget(): void;
}

/**
 * The stable kind of token stays valid while others fetch it too, so that several servers need not share theirs.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
 */
export function tokenKeeper(settings: WechatSettings, now: () => number): TokenKeeper {
  const { url, appId: appid, secret } = settings;
  let kept: Promise<{ token: string; until: number }> | undefined;
  async function fetchToken() {
    const answer = await fetch(new URL("/cgi-bin/stable_token", url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ grant_type: "client_credential", appid, secret }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const said = await readAnswer(answer);
    const { access_token: token, expires_in: seconds } = said;
    if (typeof token !== "string") throw new Error(`WeChat gave no token: ${wordsOf(said)}`);
    return { token, until: now() + Number(seconds) * 1000 - earlyMs };
  }
  return {
    async token() {
      const held = await kept?.catch(() => undefined);
      if (held && held.until > now()) return held.token;
      kept = fetchToken();
      return (await kept).token;
    },
    forget() {
      kept = undefined;
    },
  };
}
