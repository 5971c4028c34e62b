// WeChat's interface as its documents describe it, on a local server: what is asked, and what each answer means.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { WechatDeclined } from "@niangjia/foundation/access";
import { type Message, Undeliverable } from "@niangjia/foundation/notices";
import { describe, expect, it, onTestFinished } from "vitest";
import { wechatMessages } from "./wechat-messages.ts";
import type { WechatSettings } from "./wechat-settings.ts";
import { simulatedWechat, wechatSignIn } from "./wechat-sign-in.ts";

const appId = "wx0123456789abcdef";
const secret = "not-a-real-secret";

interface Request {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
}

/** WeChat on this machine: it remembers what it was asked and answers what the test says. */
async function openWechat(answer: (request: Request) => object | string) {
  const asked: Request[] = [];
  const server = createServer(async (request, reply) => {
    const address = new URL(request.url ?? "/", "http://local");
    const query = Object.fromEntries(address.searchParams);
    const body = await bodyOf(request);
    asked.push({ path: address.pathname, query, body });
    const said = answer(asked.at(-1)!);
    reply.end(typeof said === "string" ? said : JSON.stringify(said));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const settings: WechatSettings = {
    url: `http://127.0.0.1:${port}`,
    appId,
    secret,
    template: {
      id: "T1",
      fields: { title: "thing1", text: "thing2", at: "time3" },
      lasting: false,
      page: "pages/notices/index",
    },
  };
  return { asked, settings };
}

describe("asking WeChat whose a code is", () => {
  it("sends id, secret and code, and takes nothing but the openid from the answer", async () => {
    const { asked, settings } = await openWechat(() => ({ openid: "o-1", session_key: "k" }));
    expect(await wechatSignIn(settings).openidOf("c-1")).toBe("o-1");
    expect(asked).toEqual([
      {
        path: "/sns/jscode2session",
        query: { appid: appId, secret, js_code: "c-1", grant_type: "authorization_code" },
      },
    ]);
  });

  it.each([
    ["code", { errcode: 40029, errmsg: "invalid code" }],
    ["code", { errcode: "40163", errmsg: "code been used" }],
    ["blocked", { errcode: 40226, errmsg: "code blocked" }],
    ["busy", { errcode: -1, errmsg: "system error" }],
    ["busy", { errcode: 45011, errmsg: "api minute-quota reach limit" }],
    ["off", { errcode: 40013, errmsg: "invalid appid" }],
    ["busy", { session_key: "k" }],
    ["busy", "<html>a proxy's page</html>"],
  ] as const)("names the failure %s of %j", async (failure, said) => {
    const { settings } = await openWechat(() => said);
    const declined = await wechatSignIn(settings)
      .openidOf("c-1")
      .catch((error) => error);
    expect(declined).toBeInstanceOf(WechatDeclined);
    expect(declined.failure).toBe(failure);
    expect(declined.message).not.toContain(secret);
  });

  it("calls it busy when nobody answers, without telling the secret", async () => {
    const settings = { url: "http://127.0.0.1:1", appId, secret };
    const declined = await wechatSignIn(settings)
      .openidOf("c-1")
      .catch((error) => error);
    expect(declined).toMatchObject({ failure: "busy" });
    expect(declined.message).not.toContain(secret);
  });

  it("is simulated as the same somebody for the same code", async () => {
    const [one, again, other] = await Promise.all(
      ["a", "a", "b"].map((code) => simulatedWechat.openidOf(code)),
    );
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });
});

const message: Message = {
  id: "0192",
  channel: "wechat",
  to: "o-1",
  title: "您的申请已办结",
  text: "入会申请（办件编号 20261121-0001）已经办结，\n请在我的办件里查看结果。",
  link: "/desk/1",
  at: new Date("2026-11-21T09:00:00+08:00"),
};

/** Gives out numbered tokens, and answers each message with the next of `answers`. */
function sending(...answers: readonly object[]) {
  let tokens = 0;
  let nth = 0;
  return openWechat(({ path }) => {
    if (path !== "/cgi-bin/stable_token") return answers[nth++] ?? { errcode: 0, errmsg: "ok" };
    tokens += 1;
    return { access_token: `token-${tokens}`, expires_in: 7200 };
  });
}

const pathsOf = (asked: readonly Request[]) => asked.map(({ path }) => path.split("/").at(-1));

describe("a message of WeChat", () => {
  it("fills the template with at most 20 characters a field, and opens the page it is about", async () => {
    const { asked, settings } = await sending({ errcode: 0, errmsg: "ok", msgid: 198 });
    expect(await wechatMessages(settings).send(message)).toBe("wechat-198");
    expect(asked[0]?.body).toEqual({ grant_type: "client_credential", appid: appId, secret });
    expect(asked[1]).toEqual({
      path: "/cgi-bin/message/subscribe/send",
      query: { access_token: "token-1" },
      body: {
        touser: "o-1",
        template_id: "T1",
        page: "pages/notices/index?link=%2Fdesk%2F1",
        miniprogram_state: "formal",
        lang: "zh_CN",
        data: {
          thing1: { value: "您的申请已办结" },
          thing2: { value: "入会申请（办件编号 20261121-…" },
          time3: { value: "2026年11月21日 09:00" },
        },
      },
    });
  });

  it("fetches the token once until shortly before it ends", async () => {
    let now = 0;
    const { asked, settings } = await sending();
    const gateway = wechatMessages(settings, () => now);
    await gateway.send(message);
    now = 7_100_000;
    await gateway.send(message);
    now = 7_141_000;
    await gateway.send(message);
    expect(pathsOf(asked)).toEqual(["stable_token", "send", "send", "stable_token", "send"]);
  });

  it.each([40001, 42001])("fetches the token anew once when WeChat says %i", async (errcode) => {
    const stale = { errcode, errmsg: "access_token expired" };
    const { asked, settings } = await sending(stale);
    expect(await wechatMessages(settings).send(message)).toBe("wechat-0");
    expect(asked.map(({ query }) => query.access_token ?? null)).toEqual([
      null,
      "token-1",
      null,
      "token-2",
    ]);
    const second = await sending(stale, stale);
    const failed = await wechatMessages(second.settings)
      .send(message)
      .catch((error) => error);
    expect(failed).not.toBeInstanceOf(Undeliverable);
    expect(failed.message).toContain(String(errcode));
  });

  it.each([
    [43101, "not-subscribed"],
    [40003, "bad-address"],
    [40037, "refused"],
    [47003, "refused"],
  ])("is never tried again when WeChat says %i", async (errcode, why) => {
    const { settings } = await sending({ errcode, errmsg: "words" });
    const failed = await wechatMessages(settings)
      .send(message)
      .catch((error) => error);
    expect(failed).toBeInstanceOf(Undeliverable);
    expect(failed.message).toBe(`${why}: ${errcode} words`);
  });

  it("is tried again later when WeChat is busy", async () => {
    const { settings } = await sending({ errcode: -1, errmsg: "system error" });
    const failed = await wechatMessages(settings)
      .send(message)
      .catch((error) => error);
    expect(failed).not.toBeInstanceOf(Undeliverable);
  });
});
