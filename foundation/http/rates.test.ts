// Limits of calls (频率限制): whatever can be guessed at is answered so often a minute and no more, to each caller apart.
import { describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { newId } from "../ids.ts";

interface Guessed {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly payload?: object;
  /** Calls a minute. */
  readonly limit: number;
  /** Who guesses; nobody signed in where it is left out. */
  readonly as?: (house: TestHouse) => Promise<Client>;
}

const asPartner = (house: TestHouse) => house.signIn("partner", tree.changshaCounty);
const asCadre = (house: TestHouse) => house.signIn("cadre", tree.changshaCounty);

const guessed: readonly (readonly [string, Guessed])[] = [
  [
    "codes to a phone",
    { method: "POST", url: "/api/access/codes", payload: { phone: "1" }, limit: 600 },
  ],
  [
    "codes from a phone",
    {
      ...{ method: "POST", url: "/api/access/sign-in-by-code", limit: 1_200 },
      payload: { phone: "1", code: "000000" },
    },
  ],
  [
    "passwords, and recovery codes in place of the authenticator",
    {
      ...{ method: "POST", url: "/api/access/sign-in", limit: 60 },
      payload: { phone: "1", password: "x", totp: "2A6KEFMGWX4JZ509" },
    },
  ],
  [
    "reset slips",
    {
      ...{ method: "POST", url: "/api/access/resets/redeem", limit: 60 },
      payload: { phone: "1", slip: "x", code: "000000", password: "New-lamp on 9 hills" },
    },
  ],
  [
    "proofs for new recovery codes",
    {
      ...{ method: "POST", url: "/api/access/recovery-codes", limit: 10, as: asCadre },
      payload: { proof: "000000" },
    },
  ],
  [
    "certificates",
    { method: "GET", url: "/api/card/certificates/check?code=2A6K-EFMG-WX4J", limit: 20 },
  ],
  [
    "cards",
    {
      ...{ method: "POST", url: "/api/card/checks", limit: 300, as: asPartner },
      payload: { code: "x" },
    },
  ],
];

/** One call; `address` is where somebody who is not signed in calls from. */
async function callOf(house: TestHouse, { method, url, payload, as }: Guessed) {
  const tokens = as && [await as(house), await as(house)].map(({ token }) => token);
  return async (caller: 0 | 1) => {
    const reply = await house.app.inject({
      ...{ method, url, ...(payload ? { payload } : {}) },
      remoteAddress: `10.0.0.${caller + 1}`,
      headers: {
        "idempotency-key": newId(),
        ...(tokens ? { authorization: `Bearer ${tokens[caller]}` } : {}),
      },
    });
    return {
      status: reply.statusCode,
      wait: Number(reply.headers["retry-after"]),
      body: reply.json(),
    };
  };
}

const together = 50;

describe("guessing at", () => {
  it.each(guessed)(
    "%s is held up after so many calls a minute, of one caller alone",
    async (_title, route) => {
      const house = await openTestHouse();
      const call = await callOf(house, route);
      const codes: string[] = [];
      for (let done = 0; done < route.limit; done += together) {
        const now = Math.min(together, route.limit - done);
        const replies = await Promise.all(Array.from({ length: now }, () => call(0)));
        codes.push(...replies.map(({ body }) => body.code));
      }
      expect(codes).toHaveLength(route.limit);
      expect(codes).not.toContain("http.too-many");
      const held = { status: 429, wait: expect.any(Number), body: { code: "http.too-many" } };
      expect(await call(0)).toMatchObject(held);
      expect((await call(1)).body.code).not.toBe("http.too-many");
    },
  );
});
