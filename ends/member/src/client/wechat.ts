// A ticket for WeChat's code (微信登录凭据): the house asks WeChat meanwhile whose it is, and then opens a session.
import { wechatCode } from "../device/wechat.ts";
import { post } from "./api.ts";
import { Problem } from "./problem.ts";

const everyMs = 1_000;
const triesAtMost = 8;

const noCode = new Problem(503, {
  title: "微信没有给出登录码",
  next: "请稍后再点“微信登录”，或用手机验证码登录。",
});

export async function askTicket(): Promise<string> {
  const code = await wechatCode();
  if (code === undefined) throw noCode;
  return (await post("/api/access/wechat/codes", { body: { code } })).ticket;
}

const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, everyMs);
  });

/** The session's token; undefined where this WeChat is bound to nobody. Fails with a `Problem`. */
export async function openByTicket(ticket: string): Promise<string | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await post("/api/access/sign-in-by-wechat", { body: { ticket } })).token;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.code === "access.wechat-unknown") return undefined;
      if (failure.code !== "access.wechat-waiting" || tries === triesAtMost) throw failure;
    }
    await pause();
  }
}
