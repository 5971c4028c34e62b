// The demo's page of messages: what would have gone out, newest first, each with its channel.
import { openAccount } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { tell } from "@niangjia/foundation/notices";
import { expect, it } from "vitest";
import { rooms } from "../rooms.ts";
import { openTestHouse } from "../testing.ts";
import { demoMessagesRoute } from "./messages.ts";

const demo = { word: "demo", title: "演示", routes: [demoMessagesRoute()] };
const phone = "13900139000";

it("shows short messages and messages of WeChat, each with its channel and where it went", async () => {
  const wechatTemplate = { id: "T1", lasting: false };
  const house = await openTestHouse({ rooms: [...rooms, demo], wechatTemplate });
  const { id: accountId } = await house.act(system("test"), (act) =>
    openAccount(act, { name: "张三", phone }),
  );
  const { ticket } = (await house.anonymous.post("/api/access/wechat/codes", { code: "zhang-1" }))
    .body;
  await house.anonymous.post("/api/access/codes", { phone });
  await house.settle();
  const code = /\d{6}/.exec(house.sent[0]?.text ?? "")?.[0];
  const signIn = { phone, code, wechatTicket: ticket };
  const { token } = (await house.anonymous.post("/api/access/sign-in-by-code", signIn)).body;
  await house.app.inject({
    method: "POST",
    url: "/api/notices/wechat",
    headers: { authorization: `Bearer ${token}`, "idempotency-key": newId() },
    payload: { template: wechatTemplate.id },
  });
  house.clock.advance(1_000);
  const told = { accountId, title: "您的申请已办结", body: "请查看。" };
  await house.act(system("test"), (act) => tell(act, told));
  await house.settle();
  const { rows, total } = (await house.anonymous.get("/api/demo/messages")).body;
  expect(total).toBe(2);
  const openid = expect.stringMatching(/^demo-/);
  expect(rows).toMatchObject([
    { channel: "wechat", to: openid, title: told.title, text: told.body, state: "sent" },
    { channel: "sms", to: phone, title: null, state: "sent" },
  ]);
});
