// Every route × every post: who may not call is turned away before anything is read, who may is not.
import type { Route } from "@niangjia/foundation/http";
import { isSelf, type Role, roles } from "@niangjia/foundation/roles";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rooms } from "./rooms.ts";
import { houseRoutes } from "./routes.ts";
import { type Client, openTestHouse, type Reply, type TestHouse, tree } from "./testing.ts";

const everyRole = Object.keys(roles) as Role[];
const routes = houseRoutes(rooms);
const nobody = "00000000-0000-7000-8000-000000000000";

let house: TestHouse;
const clients = new Map<Role, Client>();

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  for (const role of everyRole) clients.set(role, await signIn(role));
});
afterAll(() => house.close());

const signIn = (role: Role): Promise<Client> =>
  house.signIn(role, isSelf(role) ? undefined : tree.changshaCounty);

function call(client: Client, route: Route): Promise<Reply<{ code?: string }>> {
  const { method, path } = route.contract;
  const url = `/api${path.replaceAll(/:\w+/g, nobody)}`;
  if (method === "GET") return client.get(url);
  return method === "PUT" ? client.put(url, {}) : client.post(url, {});
}

const turnedAway = ["http.not-permitted", "http.no-post", "http.signed-out"];

describe.each(routes.map((route) => [route.contract.id, route] as const))("%s", (_id, route) => {
  // The other rows of the matrix go on with the sessions they have.
  const changesSession = /^access\.(sign-out|act-for-self)/.test(route.contract.id);
  const { may } = route;

  it("turns away whoever is not signed in, unless it is open to anyone", async () => {
    const reply = await call(house.anonymous, route);
    const open = may === "anyone" || may === "door";
    expect(turnedAway.includes(reply.body.code ?? "")).toBe(!open);
    if (!open) expect(reply.status).toBe(401);
  });

  it("opens for the roles it names and for no other", async () => {
    for (const role of everyRole) {
      const client = changesSession ? await signIn(role) : clients.get(role)!;
      const reply = await call(client, route);
      const allowed = typeof may === "string" || may.includes(role);
      expect(turnedAway.includes(reply.body.code ?? ""), role).toBe(!allowed);
      expect(reply.status, role).toBeLessThan(500);
    }
  });

  it("says who may call it in words the house knows", () => {
    if (typeof may === "string") return;
    expect(may.length).toBeGreaterThan(0);
    for (const role of may) expect(everyRole).toContain(role);
  });
});

describe("the routes together", () => {
  it("have an id, a path and a method of their own", () => {
    const ids = routes.map((route) => route.contract.id);
    const places = routes.map(({ contract }) => `${contract.method} ${contract.path}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(places).size).toBe(places.length);
  });
});
