// Settings of WeChat: whole or not at all, and a slip is named before the house starts.
import { describe, expect, it } from "vitest";
import { readConfig } from "../config.ts";

const appId = "wx0123456789abcdef";
const whole = { NIANGJIA_WECHAT_APPID: appId, NIANGJIA_WECHAT_SECRET: "s" };
const read = (environment: NodeJS.ProcessEnv) => readConfig(environment, "/").wechat;

describe("the settings of WeChat", () => {
  it("are none where nothing is set", () => {
    expect(read({})).toBeUndefined();
  });

  it("reach WeChat itself, without a template unless one is named", () => {
    expect(read(whole)).toEqual({ url: "https://api.weixin.qq.com", appId, secret: "s" });
  });

  it("take the template's fields in the order of heading, text, time", () => {
    const template = {
      NIANGJIA_WECHAT_TEMPLATE: "T1",
      NIANGJIA_WECHAT_FIELDS: "thing4,thing8,date2",
      NIANGJIA_WECHAT_PAGE: "pages/notices/index",
    };
    expect(read({ ...whole, ...template })?.template).toEqual({
      id: "T1",
      fields: { title: "thing4", text: "thing8", at: "date2" },
      page: "pages/notices/index",
      lasting: false,
    });
  });

  it.each([
    ["要一起设置", { NIANGJIA_WECHAT_APPID: appId }],
    ["要一起设置", { NIANGJIA_WECHAT_SECRET: "s" }],
    ["NIANGJIA_WECHAT_APPID", { ...whole, NIANGJIA_WECHAT_APPID: "gh_1" }],
    ["NIANGJIA_WECHAT_FIELDS", { ...whole, NIANGJIA_WECHAT_FIELDS: "thing1" }],
    ["NIANGJIA_WECHAT_URL", { ...whole, NIANGJIA_WECHAT_URL: "api" }],
  ])("name the slip: %s", (words, environment) => {
    expect(() => read(environment)).toThrow(words);
  });
});
