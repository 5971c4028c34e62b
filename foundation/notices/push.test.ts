// Push: a device is told what somebody signed in on it is told, by the heading alone, until it says no or is gone.
import { createECDH, randomBytes } from "node:crypto";
import { system } from "@niangjia/foundation/act";
import { describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse } from "../../server/testing.ts";
import { type MessageGateway, type PushDoor, tell, Undeliverable } from "./index.ts";

const service = "https://push.example";
const door: PushDoor = {
  publicKey: "B-the-house",
  accepts: (endpoint) => endpoint.startsWith(`${service}/`),
};
const open = (messages?: MessageGateway) =>
  openTestHouse({ push: door, ...(messages ? { messages } : {}) });

function browser(endpoint = `${service}/${randomBytes(8).toString("hex")}`) {
  const pair = createECDH("prime256v1");
  const p256dh = pair.generateKeys("base64url");
  return { endpoint, keys: { p256dh, auth: randomBytes(16).toString("base64url") } };
}

const start = (client: Client, subscription: object) =>
  client.post("/api/notices/push", subscription);

async function told(house: TestHouse, { accountId }: Client): Promise<void> {
  const words = { title: "您的申请已办结", body: "张三，请带身份证来领。", link: "/desk/1" };
  await house.act(system("test"), (act) => tell(act, { accountId, ...words }));
  await house.settle();
}

const endpointsOf = ({ sent }: TestHouse): string[] =>
  sent.map(({ to }) => JSON.parse(to).endpoint);

describe("a device that asked for push", () => {
  it("is told the heading and where it leads, and nothing of the text", async () => {
    const house = await open();
    const member = await house.signIn("member");
    const subscription = browser();
    const { body } = await start(member, subscription);
    expect((await member.get("/api/notices/push")).body).toEqual({
      publicKey: door.publicKey,
      devices: [{ id: body.id, device: expect.any(String), at: expect.any(String), current: true }],
    });
    await told(house, member);
    expect(house.sent).toHaveLength(1);
    expect(house.sent[0]).toMatchObject({
      ...{ channel: "push", title: "您的申请已办结", text: "", link: "/desk/1" },
    });
    expect(JSON.parse(house.sent[0]?.to ?? "")).toEqual(subscription);
    const { rows } = await house.owner.query("select * from business.push_devices");
    expect(JSON.stringify(rows) + rows[0].subscription_cipher.toString("latin1")).not.toContain(
      "push.example",
    );
  });

  it("is told no more once its service says that it is gone", async () => {
    const house = await open({
      async send() {
        throw new Undeliverable("gone", "410");
      },
    });
    const member = await house.signIn("member");
    await start(member, browser());
    await told(house, member);
    const { rows } = await house.owner.query("select state, failure from exchange.messages");
    expect(rows).toEqual([{ state: "failed", failure: "gone: 410" }]);
    expect((await member.get("/api/notices/push")).body.devices).toEqual([]);
  });

  it("is told no more once it was turned off, which nobody else can do", async () => {
    const house = await open();
    const [member, other] = [
      await house.signIn("member"),
      await house.signIn("officer", "/430000/"),
    ];
    const { id } = (await start(member, browser())).body;
    const stop = async (client: Client) =>
      (await client.post("/api/notices/push/stop", { id })).body.stopped;
    expect(await stop(other)).toBe(0);
    await told(house, member);
    expect(house.sent).toHaveLength(1);
    expect(await stop(member)).toBe(1);
    await told(house, member);
    expect(house.sent).toHaveLength(1);
  });

  it("is told no more once its owner signed out there", async () => {
    const house = await open();
    const member = await house.signIn("member");
    await start(member, browser());
    await member.post("/api/access/sign-out");
    await told(house, member);
    expect(house.sent).toEqual([]);
  });

  it("tells whoever signed in there last, and each of somebody's devices once", async () => {
    const house = await open();
    const [first, second] = [await house.signIn("member"), await house.signIn("member")];
    const [shared, own] = [browser(), browser()];
    for (const subscription of [shared, shared]) await start(first, subscription);
    for (const subscription of [shared, own]) await start(second, subscription);
    await told(house, first);
    expect(house.sent).toEqual([]);
    await told(house, second);
    expect(endpointsOf(house).sort()).toEqual([shared.endpoint, own.endpoint].sort());
  });

  it("gives way to newer ones beyond ten", async () => {
    const house = await open();
    const member = await house.signIn("member");
    const all = Array.from({ length: 11 }, () => browser());
    for (const one of all) {
      expect((await start(member, one)).status).toBe(200);
      house.clock.advance(10_000);
    }
    await told(house, member);
    const newest = all.slice(1).map(({ endpoint }) => endpoint);
    expect(endpointsOf(house).sort()).toEqual(newest.sort());
  });
});

describe("a device that may not be told", () => {
  it.each([
    ["notices.push-unknown-service", browser("https://push.example.evil/1")],
    ["http.unreadable", browser("http://push.example/1")],
    ["http.unreadable", { ...browser(), keys: { p256dh: "BA", auth: "aa" } }],
    [
      "notices.push-unreadable",
      { ...browser(), keys: { p256dh: "B".repeat(87), auth: "a".repeat(22) } },
    ],
  ])("is refused as %s", async (code, subscription) => {
    const house = await open();
    const refused = await start(await house.signIn("worker"), subscription);
    expect(refused.body.code).toBe(code);
    const { rowCount } = await house.owner.query("select from business.push_devices");
    expect(rowCount).toBe(0);
  });

  it("is any, where the operator set up no push", async () => {
    const house = await openTestHouse();
    const worker = await house.signIn("worker");
    expect((await worker.get("/api/notices/push")).body.publicKey).toBeNull();
    expect((await start(worker, browser())).body.code).toBe("notices.push-off");
  });
});
