// WeChat gateway (微信登录网关): turns the code of a mini-program's wx.login into the openid behind it.

/**
 * Why WeChat names nobody: `code` was wrong, old or used; the user is `blocked` as a risk; WeChat is `busy` or silent;
 * `off`: this house and WeChat do not know each other.
 */
export type WechatFailure = "code" | "blocked" | "busy" | "off";

export class WechatDeclined extends Error {
  readonly failure: WechatFailure;

  /** `why` is for the record and the operator: WeChat's own code and words. */
  constructor(failure: WechatFailure, why: string) {
    super(why);
    this.name = "WechatDeclined";
    this.failure = failure;
  }
}

export interface WechatGateway {
  /** The openid of whoever holds the code; a code answers once. Throws WechatDeclined. */
  openidOf(code: string): Promise<string>;
}
