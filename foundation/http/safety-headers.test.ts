// Every answer, be it a refusal, bears the same headers that keep a browser from harm.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../server/testing.ts";
import { safetyHeaders } from "./safety-headers.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
});
afterAll(() => house.close());

test.each(["/healthz", "/api/members", "/api/nowhere", "/api/docs/"])(
  "%s bears them",
  async (url) => {
    const { headers } = await house.app.inject(url);
    expect(headers).toMatchObject({
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers).toMatchObject(await safetyHeaders(false));
  },
);

test("a house reached by https insists on https, another one does not", async () => {
  const upgrade = expect.stringContaining("upgrade-insecure-requests");
  expect(await safetyHeaders(true)).toMatchObject({
    "content-security-policy": upgrade,
    "strict-transport-security": expect.stringContaining("max-age="),
  });
  const plain = await safetyHeaders(false);
  expect(plain["content-security-policy"]).not.toEqual(upgrade);
  expect(plain).not.toHaveProperty("strict-transport-security");
});
