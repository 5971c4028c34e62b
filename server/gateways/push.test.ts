// Push: what a service receives is signed by the house and sealed for the device; what it answers decides what follows.
import { createECDH, createPublicKey, randomBytes, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { Message } from "@niangjia/foundation/notices";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "../config.ts";
import { pushGateway } from "./push.ts";
import { isPublic, type Post, postOutside, publicLookup } from "./push-post.ts";
import { isAtHost, knownHosts } from "./push-settings.ts";
import { opened } from "./testing.ts";

const endpoint = "https://push.example/device-1";
const subject = "https://gh.example.gov.cn";
const keys = { derive: () => Buffer.alloc(32, 7) };

const device = createECDH("prime256v1");
const p256dh = device.generateKeys("base64url");
const auth = randomBytes(16);
const message: Message = {
  id: "019a0000-0000-7000-8000-000000000001",
  channel: "push",
  to: JSON.stringify({ endpoint, keys: { p256dh, auth: auth.toString("base64url") } }),
  text: "",
  title: "您的申请已办结",
  link: "/desk/1",
  at: new Date("2026-11-21T01:00:00Z"),
};

interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** A push service on this machine that answers `status`, and the way to it in place of the internet. */
async function service(status: number): Promise<{ post: Post; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (asked, answer) => {
    const body = Buffer.concat(await asked.toArray());
    received.push({ headers: asked.headers, body });
    answer.writeHead(status).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const post: Post = async ({ headers, body }) => {
    const sent = request({ port, method: "POST", headers }).end(body);
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    answer.resume();
    return answer.statusCode ?? 0;
  };
  return { post, received };
}

const gatewayOver = (post?: Post) => pushGateway({ hosts: ["push.example"], subject, keys, post });

/** Key and claims of a VAPID header, once its signature is found good. */
function signedIn(header = "") {
  const [, token = "", key = ""] = /^vapid t=([^,]+), ?k=(.+)$/.exec(header) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((n) => n.toString("base64url"));
  const jwk = { kty: "EC", crv: "P-256", x: x!, y: y! };
  const good = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return { good, key, claims: JSON.parse(Buffer.from(claims, "base64url").toString()) };
}

describe("a push", () => {
  it("is signed by the house's own key for that service, and opens on the device only", async () => {
    const { post, received } = await service(201);
    const gateway = gatewayOver(post);
    expect(await gateway.send(message)).toBe("push-201");
    const [{ headers, body }] = received as [Received];
    expect(headers).toMatchObject({ ttl: "86400", "content-encoding": "aes128gcm" });
    const { good, key, claims } = signedIn(headers.authorization);
    expect([good, key]).toEqual([true, gateway.publicKey]);
    expect(claims).toMatchObject({ aud: "https://push.example", sub: subject });
    expect(body.toString("latin1")).not.toContain("desk");
    const { id, title, link } = message;
    expect(JSON.parse(opened(body, { device, auth }))).toEqual({ id, title, link });
  });

  it.each([
    [404, "gone"],
    [410, "gone"],
    [403, "refused"],
    [413, "refused"],
    [302, "refused"],
  ])("is over where the service answers %s: %s", async (status, why) => {
    const { post } = await service(status);
    await expect(gatewayOver(post).send(message)).rejects.toMatchObject({
      ...{ name: "Undeliverable", why },
    });
  });

  it.each([429, 500, 503])("is tried again where the service answers %s", async (status) => {
    const { post } = await service(status);
    await expect(gatewayOver(post).send(message)).rejects.toMatchObject({ name: "Error" });
  });

  it("goes to no service the operator does not trust any more", async () => {
    const gateway = pushGateway({ hosts: ["other.example"], subject, keys });
    await expect(gateway.send(message)).rejects.toMatchObject({ why: "bad-address" });
  });
});

describe("the way out", () => {
  it.each(["127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1", "172.31.0.1", "100.64.0.1"])(
    "does not lead inside: %s",
    (address) => {
      expect(isPublic(address)).toBe(false);
      expect(isPublic(`::ffff:${address}`)).toBe(false);
    },
  );

  it.each(["::1", "::", "fe80::1", "fd00::1", "ff02::1", "2001:db8::1", "64:ff9b::7f00:1"])(
    "does not lead inside: %s",
    (address) => expect(isPublic(address)).toBe(false),
  );

  it.each(["142.250.1.1", "17.57.1.1", "2607:f8b0::1"])("leads outside: %s", (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it("ends where a name leads to this machine", async () => {
    const found = new Promise((answer) => publicLookup("localhost", { all: true }, answer));
    expect(await found).toMatchObject({ message: "the push service has no public address" });
    const details = { endpoint: "https://localhost/1", method: "POST", headers: {}, body: null };
    await expect(postOutside()(details as Parameters<Post>[0])).rejects.toThrow(
      "no public address",
    );
  });

  it.each([
    ["https://fcm.googleapis.com/fcm/send/1", true],
    ["https://web.push.apple.com/1", true],
    ["https://push.apple.com/1", false],
    ["https://fcm.googleapis.com.evil.example/1", false],
    ["https://evilpush.apple.com/1", false],
    ["https://fcm.googleapis.com:8443/1", false],
    ["https://a:b@fcm.googleapis.com/1", false],
    ["http://fcm.googleapis.com/1", false],
    ["https://127.0.0.1/1", false],
  ])("is open to the services that were named: %s is %s", (address, open) => {
    expect(isAtHost(address, knownHosts)).toBe(open);
  });
});

describe("the settings of push", () => {
  const read = (environment: NodeJS.ProcessEnv) => readConfig(environment, "/").pushHosts;
  const https = { NIANGJIA_ADDRESS: subject };

  it("are none where nothing is set, and a list of hosts where it is", () => {
    expect(read({})).toBeUndefined();
    const set = { ...https, NIANGJIA_PUSH_HOSTS: "*.push.apple.com, FCM.googleapis.com" };
    expect(read(set)).toEqual(["*.push.apple.com", "fcm.googleapis.com"]);
  });

  it.each([
    ["NIANGJIA_ADDRESS 要设为", { NIANGJIA_PUSH_HOSTS: "push.example" }],
    ["NIANGJIA_PUSH_HOSTS: 请写成", { ...https, NIANGJIA_PUSH_HOSTS: "*" }],
    ["NIANGJIA_PUSH_HOSTS: 请写成", { ...https, NIANGJIA_PUSH_HOSTS: "10.0.0.1" }],
    ["NIANGJIA_PUSH_HOSTS: 请写成", { ...https, NIANGJIA_PUSH_HOSTS: "" }],
  ])("name the slip: %s", (words, environment) => {
    expect(() => read(environment)).toThrow(words);
  });
});
