// Requests made at random from the OpenAPI document: whatever is sent, the answer is a documented one and never a bug.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "./testing.ts";

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const requests = Number(process.env.FUZZ_REQUESTS ?? 5_000);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** Signing out ends the stories of all that follow. */
const leftOut = new Set([
  "access.sign-out",
  "access.sign-out-everywhere",
  "access.sign-out-account",
]);

let house: TestHouse;
let document: Document;
let clients: Client[];

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  document = (await house.anonymous.get("/api/docs/json")).body;
  clients = [
    house.anonymous,
    await house.signIn("worker"),
    await house.signIn("officer", tree.firm),
    await house.signIn("cadre", tree.changshaCounty),
    await house.signIn("system-admin", tree.province),
    await house.signIn("security-admin", tree.province),
    await house.signIn("audit-admin", tree.province),
  ];
});
afterAll(() => house.close());

const awkward = fc.constantFrom<unknown>(
  "",
  " ",
  "'; drop table access.accounts; --",
  "%00",
  "\u0000",
  "𠮷\u200b",
  "a".repeat(300),
  -1,
  0,
  1e308,
  2 ** 60,
  null,
  true,
  [],
  {},
  "2026-02-30",
  "00000000-0000-7000-8000-000000000000",
  "../../../etc/passwd",
);

const known = ["430000", tree.firm, tree.province, "身份证", "1"];

function textOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.format === "uuid") return fc.uuid();
  if (schema.format === "date") return fc.constantFrom("2026-11-21", "1999-12-31", "2030-01-01");
  if (schema.format === "date-time") return fc.constant("2026-11-21T01:00:00Z");
  return fc.oneof(fc.string({ maxLength: 40, unit: "binary" }), fc.constantFrom(...known));
}

function anythingFor(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingOf(schema, depth);
  return fc.oneof({ arbitrary: fitting, weight: 9 }, { arbitrary: awkward, weight: 1 });
}

function fittingOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (depth > 5) return fc.constant(null);
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return fittingOf(document.components?.schemas?.[name] ?? {}, depth + 1);
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fittingOf(choice, depth + 1)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === "integer" || schema.type === "number")
    return fc.integer({ min: -5, max: 200 });
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "array")
    return fc.array(anythingFor(schema.items ?? {}, depth + 1), { maxLength: 3 });
  if (schema.type === "string") return textOf(schema);
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, inner]) => [name, anythingFor(inner, depth + 1)] as const,
  );
  return fc.record(Object.fromEntries(properties), { requiredKeys: [...(schema.required ?? [])] });
}

interface Call {
  readonly operation: Operation;
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly by: number;
}

function urlOf(
  path: string,
  values: Readonly<Record<string, unknown>>,
  operation: Operation,
): string {
  const search = new URLSearchParams();
  let url = path;
  for (const { name, in: place } of operation.parameters ?? []) {
    const value = values[name];
    if (value === undefined) continue;
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    if (place === "path") url = url.replace(`{${name}}`, encodeURIComponent(text) || "-");
    else if (place === "query") search.append(name, text);
  }
  return search.size > 0 ? `${url}?${search}` : url;
}

function callsOf(path: string, method: string, operation: Operation): fc.Arbitrary<Call> {
  const parameters = (operation.parameters ?? []).map(
    ({ name, schema }) => [name, anythingFor(schema)] as const,
  );
  const body = operation.requestBody?.content["application/json"]?.schema;
  return fc
    .record({
      values: fc.record(Object.fromEntries(parameters), { requiredKeys: [] }),
      body: body ? anythingFor(body) : fc.constant(undefined),
      by: fc.nat(clients.length - 1),
    })
    .map(({ values, body: sent, by }) => ({
      operation,
      method: method.toUpperCase(),
      url: urlOf(path, values, operation),
      body: sent,
      by,
    }));
}

function anyCall(): fc.Arbitrary<Call> {
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.operationId && !leftOut.has(operation.operationId))
      .map(([method, operation]) => callsOf(path, method, operation)),
  );
  return fc.oneof(...calls);
}

let nthKey = 0;

async function send(call: Call): Promise<{ status: number; text: string; type: string }> {
  nthKey += 1;
  const client = clients[call.by] ?? house.anonymous;
  const payload = call.body === undefined ? undefined : JSON.stringify(call.body);
  const reply = await house.app.inject({
    method: call.method as "GET",
    url: call.url,
    headers: {
      ...(client.token ? { authorization: `Bearer ${client.token}` } : {}),
      ...(payload === undefined ? {} : { "content-type": "application/json" }),
      "idempotency-key": `fuzz-${nthKey.toString().padStart(8, "0")}`,
    },
    ...(payload === undefined ? {} : { payload }),
  });
  const type = String(reply.headers["content-type"] ?? "");
  return { status: reply.statusCode, text: reply.payload.slice(0, 20_000), type };
}

describe("the API under requests made at random", () => {
  it(`answers ${requests} of them with documented statuses, without a bug or a trace of one (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(anyCall(), async (call) => {
        const reply = await send(call);
        const where = `${call.method} ${call.url.slice(0, 200)}`;
        expect(reply.status, `${where}: ${reply.text}`).toBeLessThan(500);
        expect(Object.keys(call.operation.responses), where).toContain(String(reply.status));
        expect(reply.text, where).not.toMatch(/\bat .+\.(ts|js|mjs):\d+/);
        if (reply.status >= 400) expect(JSON.parse(reply.text), where).toHaveProperty("next");
      }),
      { seed, numRuns: requests, endOnFailure: true },
    );
  }, 300_000);
});
