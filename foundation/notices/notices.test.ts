// Telling people: inside the system always, by WeChat where it is bound, by short message where that fails and it is urgent.
import { openAccount } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../server/testing.ts";
import { bindWechat } from "../access/wechat.ts";
import { newId } from "../ids.ts";
import { type Message, type MessageGateway, type Told, tell, Undeliverable } from "./index.ts";

const phone = "13900139000";
const openid = "o-zhang";

async function houseWith(bound: boolean, messages?: MessageGateway) {
  const house = await openTestHouse(messages ? { messages } : {});
  const accountId = await house.act(system("test"), async (act) => {
    const { id } = await openAccount(act, { name: "张三", phone });
    if (bound) await bindWechat(act, id, { ticketId: newId(), openid });
    return id;
  });
  return { house, accountId };
}

async function told(house: TestHouse, accountId: string, more: Partial<Told> = {}) {
  const notice = { accountId, title: "您的申请已办结", body: "请查看。", link: "/desk/1", ...more };
  await house.act(system("test"), (act) => tell(act, notice));
  await house.settle();
  const notices = await house.owner.query("select title from business.notices");
  expect(notices.rows).toEqual([{ title: "您的申请已办结" }]);
}

const sentBy = (messages: readonly Message[]) =>
  messages.map(({ channel, to, title, text, link }) => ({ channel, to, title, text, link }));

const byWechat = {
  channel: "wechat",
  to: openid,
  title: "您的申请已办结",
  text: "请查看。",
  link: "/desk/1",
};
const bySms = {
  channel: "sms",
  to: phone,
  title: null,
  text: "您的申请已办结：请查看。",
  link: null,
};

describe("telling an account", () => {
  it("stays inside the system where no WeChat is bound", async () => {
    const { house, accountId } = await houseWith(false);
    await told(house, accountId);
    expect(house.sent).toEqual([]);
  });

  it("goes by WeChat too where one is bound, and by no short message then", async () => {
    const { house, accountId } = await houseWith(true);
    await told(house, accountId, { urgent: true });
    expect(sentBy(house.sent)).toEqual([byWechat]);
  });

  it("goes by short message at once where it is urgent and no WeChat is bound", async () => {
    const { house, accountId } = await houseWith(false);
    await told(house, accountId, { urgent: true });
    expect(sentBy(house.sent)).toEqual([bySms]);
  });

  it.each([
    [false, [byWechat]],
    [true, [byWechat, bySms]],
  ])(
    "notes who has not subscribed; being urgent (%s) it goes by short message",
    async (urgent, expected) => {
      const tried: Message[] = [];
      const send = async (message: Message): Promise<string> => {
        tried.push(message);
        if (message.channel === "sms") return "taken";
        throw new Undeliverable("not-subscribed", "43101 user refuse to accept the msg");
      };
      const { house, accountId } = await houseWith(true, { send });
      await told(house, accountId, { urgent });
      expect(sentBy(tried)).toEqual(expected);
      const { rows } = await house.owner.query(
        "select state, failure from exchange.messages where channel = 'wechat'",
      );
      const failure = "not-subscribed: 43101 user refuse to accept the msg";
      expect(rows).toEqual([{ state: "failed", failure }]);
    },
  );

  it("leaves a message waiting when the carrier is only busy", async () => {
    let busy = true;
    const send = async (): Promise<string> => {
      if (busy) throw new Error("busy");
      return "taken";
    };
    const { house, accountId } = await houseWith(true, { send });
    await expect(told(house, accountId)).rejects.toThrow("busy");
    const stateOf = async () =>
      (await house.owner.query("select state from exchange.messages")).rows[0].state;
    expect(await stateOf()).toBe("queued");
    busy = false;
    const { rows } = await house.owner.query(
      "select id from outbox.events where name = 'notices.message-queued'",
    );
    const job = { queue: "reactions", work: "notices.send", eventId: rows[0].id } as const;
    await house.worker.react(job);
    expect(await stateOf()).toBe("sent");
  });
});
