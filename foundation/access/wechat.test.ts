// Signing in by WeChat: a code opens a session once a phone code has said whose WeChat it is.
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../server/testing.ts";
import { newId } from "../ids.ts";
import { WechatDeclined, type WechatFailure } from "./wechat-gateway.ts";

const zhang = "13900139000";
const li = "13900139001";

/** What the mini-program does on opening: a code of wx.login becomes a ticket, WeChat is asked meanwhile. */
async function ticketFor(house: TestHouse, code: string): Promise<string> {
  const reply = await house.anonymous.post("/api/access/wechat/codes", { code });
  await house.settle();
  return reply.body.ticket;
}

const enter = (house: TestHouse, ticket: string) =>
  house.anonymous.post("/api/access/sign-in-by-wechat", { ticket });

async function phoneCode(house: TestHouse, phone: string): Promise<string> {
  await house.anonymous.post("/api/access/codes", { phone });
  await house.settle();
  return /\d{6}/.exec(house.sent.findLast(({ to }) => to === phone)?.text ?? "")?.[0] ?? "";
}

async function bind(house: TestHouse, phone: string, code: string) {
  const wechatTicket = await ticketFor(house, code);
  const body = { phone, code: await phoneCode(house, phone), wechatTicket };
  return house.anonymous.post("/api/access/sign-in-by-code", body);
}

/** Asks as the bearer of a session. */
async function as(house: TestHouse, token: string, method: "GET" | "POST", url: string) {
  const headers = { authorization: `Bearer ${token}`, "idempotency-key": newId() };
  const reply = await house.app.inject({ method, url, headers });
  return reply.json();
}

describe("signing in by WeChat", () => {
  it("asks for a phone code the first time and opens a session ever after", async () => {
    const house = await openTestHouse();
    const ticket = await ticketFor(house, "zhang-1");
    const unknown = await enter(house, ticket);
    expect([unknown.status, unknown.body.code]).toEqual([404, "access.wechat-unknown"]);
    const body = { phone: zhang, code: await phoneCode(house, zhang), wechatTicket: ticket };
    const first = await house.anonymous.post("/api/access/sign-in-by-code", body);
    expect(first.status).toBe(200);
    const again = await enter(house, await ticketFor(house, "zhang-1"));
    expect(again.status).toBe(200);
    expect(String(again.headers["set-cookie"])).toContain("HttpOnly");
    const me = await as(house, again.body.token, "GET", "/api/me");
    expect(me.account).toMatchObject({ name: "新用户", wechat: true });
    expect(me.account.id).toBe((await as(house, first.body.token, "GET", "/api/me")).account.id);
  });

  it("says that WeChat is still being asked, and when to come again", async () => {
    const house = await openTestHouse();
    const { body } = await house.anonymous.post("/api/access/wechat/codes", { code: "zhang-1" });
    const waiting = await enter(house, body.ticket);
    expect(waiting.body.code).toBe("access.wechat-waiting");
    expect(waiting.headers["retry-after"]).toBe("1");
  });

  it("takes a ticket once, and none that is ten minutes old or made up", async () => {
    const house = await openTestHouse();
    await bind(house, zhang, "zhang-1");
    const ticket = await ticketFor(house, "zhang-1");
    const both = await Promise.all([enter(house, ticket), enter(house, ticket)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    const old = await ticketFor(house, "zhang-1");
    house.clock.advance(600_000);
    expect((await enter(house, old)).body.code).toBe("access.wechat-ticket-spent");
    expect((await enter(house, "x".repeat(43))).body.code).toBe("access.wechat-ticket-spent");
    await ticketFor(house, "zhang-1");
    const { rows } = await house.owner.query(
      "select count(*)::int as n from access.wechat_tickets",
    );
    expect(rows[0].n).toBe(1);
  });

  it("keeps a ticket through a wrong phone code", async () => {
    const house = await openTestHouse();
    const wechatTicket = await ticketFor(house, "zhang-1");
    const code = await phoneCode(house, zhang);
    const wrong = code === "000000" ? "111111" : "000000";
    const send = (typed: string) =>
      house.anonymous.post("/api/access/sign-in-by-code", {
        phone: zhang,
        code: typed,
        wechatTicket,
      });
    expect((await send(wrong)).status).toBe(401);
    expect((await send(code)).status).toBe(200);
    expect((await enter(house, await ticketFor(house, "zhang-1"))).status).toBe(200);
  });

  it("does not open a locked or a closed account", async () => {
    const house = await openTestHouse();
    await bind(house, zhang, "zhang-1");
    await house.owner.query(
      "update access.accounts set locked_until = '2026-11-21T09:10:00+08:00'",
    );
    expect((await enter(house, await ticketFor(house, "zhang-1"))).status).toBe(423);
    await house.owner.query("update access.accounts set locked_until = null, state = 'closed'");
    const closed = await enter(house, await ticketFor(house, "zhang-1"));
    expect(closed.body.code).toBe("access.wechat-unknown");
  });

  it.each([
    ["code", 401, "access.wechat-code-refused"],
    ["blocked", 403, "access.wechat-blocked"],
    ["busy", 503, "access.wechat-busy"],
    ["off", 503, "access.wechat-off"],
  ] as const)(
    "refuses with a way on when WeChat fails by %s, and asks it once",
    async (...expected) => {
      const [failure, status, code] = expected;
      const asked: string[] = [];
      const openidOf = async (asking: string): Promise<string> => {
        asked.push(asking);
        throw new WechatDeclined(failure satisfies WechatFailure, "40029 invalid code");
      };
      const house = await openTestHouse({ wechat: { openidOf } });
      const refused = await enter(house, await ticketFor(house, "zhang-1"));
      expect([refused.status, refused.body.code]).toEqual([status, code]);
      expect(asked).toEqual(["zhang-1"]);
      const { rows } = await house.owner.query(
        "select details from audit.entries where action = 'access.wechat-declined'",
      );
      expect(rows).toEqual([{ details: { failure, why: "40029 invalid code" } }]);
    },
  );
});

describe("a WeChat and an account", () => {
  it("hold together by the newest binding: the account before is left, and told on its phone", async () => {
    const house = await openTestHouse();
    const first = await bind(house, zhang, "shared");
    const second = await bind(house, li, "shared");
    const idOf = async (token: string) => (await as(house, token, "GET", "/api/me")).account;
    const entered = await enter(house, await ticketFor(house, "shared"));
    expect((await idOf(entered.body.token)).id).toBe((await idOf(second.body.token)).id);
    expect((await idOf(first.body.token)).wechat).toBe(false);
    const notices = await as(house, first.body.token, "GET", "/api/notices");
    expect(notices.rows).toMatchObject([{ title: "微信绑定已解除" }]);
    expect(house.sent.filter(({ to }) => to === zhang).at(-1)?.text).toContain("微信绑定已解除");
    const { rows } = await house.owner.query("select count(*)::int as n from access.wechats");
    expect(rows[0].n).toBe(1);
  });

  it("are one to one: a new WeChat takes the place of the account's old one", async () => {
    const house = await openTestHouse();
    await bind(house, zhang, "old");
    house.clock.advance(60_000);
    await bind(house, zhang, "new");
    expect((await enter(house, await ticketFor(house, "old"))).status).toBe(404);
    expect((await enter(house, await ticketFor(house, "new"))).status).toBe(200);
  });

  it("part when the holder unbinds, and only their own", async () => {
    const house = await openTestHouse();
    const { token } = (await bind(house, zhang, "zhang-1")).body;
    await bind(house, li, "li-1");
    const unbind = () => as(house, token, "POST", "/api/access/wechat/unbind");
    expect(await unbind()).toEqual({ unbound: true });
    expect((await as(house, token, "GET", "/api/me")).account.wechat).toBe(false);
    expect((await enter(house, await ticketFor(house, "zhang-1"))).status).toBe(404);
    expect((await enter(house, await ticketFor(house, "li-1"))).status).toBe(200);
  });

  it("are on record with the account, and no openid or code stands readable in the store", async () => {
    const house = await openTestHouse();
    const { token } = (await bind(house, zhang, "zhang-1")).body;
    const { id } = (await as(house, token, "GET", "/api/me")).account;
    const { rows } = await house.owner.query(
      "select action from audit.entries where subject = $1 order by action",
      [`account:${id}`],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "access.bind-wechat",
      "access.sign-in-by-code",
    ]);
    const waiting = await ticketFor(house, "li-1");
    expect((await enter(house, waiting)).status).toBe(404);
    const stored = await house.owner.query(`select
      (select string_agg(t::text, ' ') from access.wechats t) as bound,
      (select string_agg(t::text, ' ') from access.wechat_tickets t) as tickets,
      (select string_agg(t::text, ' ') from outbox.events t) as events`);
    const text = JSON.stringify(stored.rows);
    for (const secret of ["zhang-1", "li-1", "demo-", waiting]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString("hex"));
    }
  });
});
