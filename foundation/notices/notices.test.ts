// Telling people: inside the system always, by WeChat where they agreed, by short message where that fails and it is urgent.
import { openAccount } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../server/testing.ts";
import { bindWechat } from "../access/wechat.ts";
import { newId } from "../ids.ts";
import { addConsent, takeConsent } from "./consent-store.ts";
import { type Message, type MessageGateway, type Told, tell, Undeliverable } from "./index.ts";

const phone = "13900139000";
const openid = "o-zhang";

async function houseWith(bound: boolean, messages?: MessageGateway) {
  const house = await openTestHouse(messages ? { messages } : {});
  const accountId = await house.act(system("test"), async (act) => {
    const { id } = await openAccount(act, { name: "张三", phone });
    if (bound) {
      await bindWechat(act, id, { ticketId: newId(), openid });
      await addConsent(act, id, false);
    }
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

  it("goes by WeChat too where they agreed, and by no short message then", async () => {
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

const template = { id: "T1", lasting: false };

async function agreeing(lasting: boolean) {
  const house = await openTestHouse({ wechatTemplate: { ...template, lasting } });
  const member = await house.signIn("member");
  await house.act(system("test"), (act) =>
    bindWechat(act, member.accountId, { ticketId: newId(), openid }),
  );
  const agree = async (id = template.id) =>
    (await member.post("/api/notices/wechat", { template: id })).body;
  const tellTwice = async () => {
    for (const title of ["一", "二"]) {
      await house.act(system("test"), (act) =>
        tell(act, { accountId: member.accountId, title, body: "请查看。", urgent: true }),
      );
    }
    await house.settle();
    return house.sent.map(({ channel }) => channel).sort();
  };
  return { house, member, agree, tellTwice };
}

describe("agreeing to messages of WeChat", () => {
  it("is for one message each time, and the next goes by short message", async () => {
    const { member, agree, tellTwice } = await agreeing(false);
    expect((await member.get("/api/notices/wechat")).body).toEqual({ template: "T1" });
    expect(await agree()).toEqual({ messagesLeft: 1 });
    expect(await tellTwice()).toEqual(["sms", "wechat"]);
    expect(await agree()).toEqual({ messagesLeft: 1 });
    expect(await agree()).toEqual({ messagesLeft: 2 });
  });

  it("holds for all messages where the template lasts", async () => {
    const { agree, tellTwice } = await agreeing(true);
    expect(await agree()).toEqual({ messagesLeft: null });
    expect(await tellTwice()).toEqual(["wechat", "wechat"]);
  });

  it("is noted for the house's own template and for nobody else", async () => {
    const { house, agree, tellTwice } = await agreeing(false);
    expect((await agree("T2")).code).toBe("notices.wechat-off");
    expect(await tellTwice()).toEqual(["sms", "sms"]);
    const plain = await openTestHouse();
    const worker = await plain.signIn("worker");
    expect((await worker.get("/api/notices/wechat")).body).toEqual({ template: null });
    expect((await worker.post("/api/notices/wechat", { template: "T1" })).status).toBe(422);
    const { rowCount } = await house.owner.query("select from business.wechat_consents");
    expect(rowCount).toBe(0);
  });

  it("ends where WeChat says that it was taken back", async () => {
    const send = async (): Promise<string> => {
      throw new Undeliverable("not-subscribed", "43101");
    };
    const { house, accountId } = await houseWith(true, { send });
    await house.act(system("test"), (act) => addConsent(act, accountId, true));
    await told(house, accountId);
    expect(await house.act(system("test"), (act) => takeConsent(act, accountId))).toBe(false);
  });
});
