// WeChat (微信) in the mini-program: a code that says once to the house whose WeChat this is.
import Taro from "@tarojs/taro";

export const inWechat = true;

/** Undefined where WeChat gives none. */
export const wechatCode = (): Promise<string | undefined> =>
  Taro.login().then(
    ({ code }) => code || undefined,
    () => undefined,
  );
