// Verifying with a provider that speaks the real protocol on a local port: verdicts, sources, failures, asking again.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { enrolAt, facts, numberOf } from "../../../registers/members/testing.ts";
import { httpIdentity, simulatedIdentity } from "../../../server/gateways/identity.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import type { IdentityProvider } from "./provider.ts";
import { verifyWork } from "./verify.ts";

/** What the provider holds to be true, by number; whom it does not know is unknown. */
const register = new Map<string, string>();
let asked: { name: string; idNumber: string }[] = [];
let down = false;
let provider: Server;
let identity: IdentityProvider;
let house: TestHouse;
let officer: Client;
let nth = 0;

beforeAll(async () => {
  provider = createServer(async (request, response) => {
    const body = (await json(request)) as (typeof asked)[number];
    asked.push(body);
    const name = register.get(body.idNumber);
    const result = name === undefined ? "unknown" : name === body.name ? "matched" : "mismatched";
    response.writeHead(down ? 503 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify({ result }));
  });
  await new Promise<void>((resolve) => {
    provider.listen(0, "127.0.0.1", resolve);
  });
  const { port } = provider.address() as AddressInfo;
  identity = httpIdentity(`http://127.0.0.1:${port}/check`);
  house = await openTestHouse({ closeAfter: "caller", identity });
  officer = await house.signIn("officer", tree.firm);
});
const sweepNow = () => house.worker.sweep(verifyWork(identity).sweeps[0]!);
afterAll(async () => {
  await house.close();
  provider.close();
});
beforeEach(() => {
  asked = [];
  down = false;
  nth += 10;
});

const personOf = async (id: string) =>
  (await house.owner.query("select * from member.persons where id = $1", [id])).rows[0];

describe("roster.verify", () => {
  test("gives each new record its verdict, and the provider as source of what matched", async () => {
    register.set(numberOf(nth), "张小芳").set(numberOf(nth + 1), "章晓芳");
    const ids = await enrolAt(house, tree.firm, [facts(nth), facts(nth + 1), facts(nth + 2)]);
    await sweepNow();
    for (const [at, verdict] of ["matched", "mismatched", "unknown"].entries()) {
      expect(await personOf(ids[at]!)).toMatchObject({ verified: verdict });
    }
    expect((await personOf(ids[0]!)).verified_at.toISOString()).toBe("2026-11-21T01:00:00.000Z");
    const page = await officer.get(`/api/members/${ids[0]}`);
    const sourceOf = (field: string) =>
      page.body.facts.find((fact: { field: string }) => fact.field === field).source;
    expect([sourceOf("name"), sourceOf("documentNumber"), sourceOf("phone")]).toEqual([
      "实名核验",
      "实名核验",
      "名册导入",
    ]);
  });

  test("asks once", async () => {
    register.set(numberOf(nth), "张小芳");
    await enrolAt(house, tree.firm, [facts(nth)]);
    expect(await sweepNow()).toEqual({ asked: 1, matched: 1, mismatched: 0, unknown: 0 });
    expect(await sweepNow()).toEqual({ asked: 0, matched: 0, mismatched: 0, unknown: 0 });
  });

  test("asks again about whoever has another name since, and by hand", async () => {
    register.set(numberOf(nth), "張小芳");
    const [id] = await enrolAt(house, tree.firm, [facts(nth)]);
    await sweepNow();
    expect(await personOf(id!)).toMatchObject({ verified: "mismatched" });
    await enrolAt(house, tree.firm, [facts(nth, { name: "張小芳" })]);
    await sweepNow();
    expect(await personOf(id!)).toMatchObject({ verified: "matched" });
    register.delete(numberOf(nth));
    house.clock.advance(60_000);
    expect((await officer.post(`/api/roster/people/${id}/verify`)).status).toBe(200);
    await house.settle();
    expect(await personOf(id!)).toMatchObject({ verified: "unknown" });
  });

  test("leaves nobody with a wrong verdict when the provider is down, and asks again", async () => {
    register.set(numberOf(nth), "张小芳");
    const [id] = await enrolAt(house, tree.firm, [facts(nth)]);
    down = true;
    await expect(sweepNow()).rejects.toThrow("503");
    expect(await personOf(id!)).toMatchObject({ verified: "unverified", verified_at: null });
    down = false;
    expect(await sweepNow()).toMatchObject({ matched: 1 });
    expect(await personOf(id!)).toMatchObject({ verified: "matched" });
  });

  test("does not ask about documents only people can read", async () => {
    const [id] = await enrolAt(house, tree.firm, [
      facts(nth, { documentKind: "414", documentNumber: "E12345678" }),
    ]);
    await sweepNow();
    expect(asked).toHaveLength(0);
    const reply = await officer.post(`/api/roster/people/${id}/verify`);
    expect(reply.body.code).toBe("roster.not-verifiable");
  });

  test("is asked for only by who reaches the person", async () => {
    const [id] = await enrolAt(house, tree.furongFirm, [facts(nth)]);
    expect((await officer.post(`/api/roster/people/${id}/verify`)).status).toBe(404);
  });
});

describe("the simulated provider", () => {
  test("knows most people, misses some and contradicts some, always the same", async () => {
    const numbers = Array.from({ length: 400 }, (_, index) => numberOf(index + 1));
    const verdicts = await Promise.all(
      numbers.map((idNumber) => simulatedIdentity.check({ name: "张小芳", idNumber })),
    );
    const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
    expect(count("matched")).toBeGreaterThan(380);
    expect(count("unknown")).toBeGreaterThan(0);
    expect(count("mismatched")).toBeGreaterThan(0);
  });
});
