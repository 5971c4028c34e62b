// niangjia reset (机房重置): a slip for an administrator whom nobody can let in again from the portal; confirmed by typing.
import { hostname, userInfo } from "node:os";
import { createInterface } from "node:readline/promises";
import { findLockedOut, type LockedOut, resetByOperator } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { Refusal } from "@niangjia/foundation/refusal";
import type { House } from "../server/app.ts";
import type { Command, Values } from "./command.ts";
import { openGround, openWhole } from "./open.ts";

const usage = "用法：npx niangjia reset --phone 登录手机号 --reason 为什么要在机房重置";

function readWanted({ phone = "", reason = "" }: Values): { phone: string; reason: string } {
  const wanted = { phone: String(phone).trim(), reason: String(reason).trim() };
  if (!wanted.phone) throw new Error(`请用 --phone 写明本人登录用的手机号。\n${usage}`);
  if (wanted.reason.length < 4 || wanted.reason.length > 200) {
    throw new Error(`请用 --reason 写明原因，4 到 200 个字。\n${usage}`);
  }
  return wanted;
}

function say({ name, titles, others }: LockedOut): void {
  const portal =
    others > 0
      ? `  同级还有 ${others} 位安全管理员；他们登得上去的话，请改在网页的“岗位与账号”里办理。\n`
      : "";
  process.stdout.write(
    `\n  要重置的是：${name}（${titles.join("、")}）\n${portal}` +
      "  · 他现在的密码马上失效，所有设备下线。\n" +
      "  · 会出一张重置单；他凭重置单和自己手机上的短信验证码，重新设置密码和动态口令。\n" +
      "  · 本次操作记入操作记录，同级的其他管理员会收到通知。\n" +
      "  请先当面核对本人的居民身份证。\n\n",
  );
}

/** Whoever types the name has read whose it is; anything else, also the end of the input, changes nothing. */
async function confirm({ name }: LockedOut): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
  try {
    const typed = await Promise.race([lines.question("  确认请输入他的姓名："), closed]);
    return typed.trim() === name;
  } finally {
    lines.close();
  }
}

/** As the audit log names whoever sits at the machine. */
const operator = () => system(`机房操作员（${userInfo().username}@${hostname()}）`);

async function handOut(house: House, { phone, reason }: ReturnType<typeof readWanted>) {
  const whom = await house.act(operator(), (act) => findLockedOut(act, phone));
  say(whom);
  if (!(await confirm(whom))) throw new Error("姓名不一致，没有做任何改动。");
  const slip = await house.act(operator(), (act) => resetByOperator(act, whom, reason));
  const until = new Date(slip.expiresAt).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai" });
  process.stdout.write(
    `\n  重置码 ${slip.code}\n  只显示这一次，${until} 前有效。请抄下，当面交给${slip.name}：\n` +
      `  打开登录页，点“忘了密码或丢了动态口令？凭重置单登录”，填重置码和发到 ${slip.phone} 的短信验证码。\n`,
  );
}

export const reset: Command = {
  summary: "管理员都登不上时，在服务器上为一位管理员出重置单",
  options: { phone: { type: "string" }, reason: { type: "string" } },
  async run(values) {
    const wanted = readWanted(values);
    const opened = await openGround();
    const house = await openWhole(opened);
    try {
      await handOut(house, wanted);
      return 0;
    } catch (error) {
      if (error instanceof Refusal) throw new Error(`${error.message}${error.next}`);
      throw error;
    } finally {
      await house.close();
      await opened.store.stop();
    }
  },
};
