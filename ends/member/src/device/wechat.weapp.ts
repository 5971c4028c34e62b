// WeChat (微信) in the mini-program: a code that says once to the house whose WeChat this is.
import Taro from "@tarojs/taro";

export const inWechat = true;

/** Undefined where WeChat gives none. */
export const wechatCode = (): Promise<string | undefined> =>
  Taro.login().then(
    ({ code }) => code || undefined,
    () => undefined,
  );

/**
 * Whether the person agrees to a message by this template. To be called by a tap before anything is waited for: WeChat
 * asks at no other time. False also where it does not ask.
 */
export const askConsent = (template: string): Promise<boolean> =>
  Taro.requestSubscribeMessage({ tmplIds: [template], entityIds: [] }).then(
    (said) => (said as Readonly<Record<string, unknown>>)[template] === "accept",
    () => false,
  );
