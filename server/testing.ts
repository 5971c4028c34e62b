// A house for tests: its own database cloned from a migrated template, a clock that is set, people who sign in.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openAccount, openSession, type WechatGateway } from "@niangjia/foundation/access";
import { type Actor, system } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { createKeyring } from "@niangjia/foundation/keys";
import { createLog } from "@niangjia/foundation/log";
import type {
  Message,
  MessageGateway,
  PushDoor,
  SubscriptionTemplate,
} from "@niangjia/foundation/notices";
import { isSelf, type Role, roles } from "@niangjia/foundation/roles";
import type { PartnerGateway } from "@niangjia/platforms/grassroots/mediation";
import type { IdentityProvider } from "@niangjia/platforms/realname/roster";
import { sql } from "kysely";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { type House, openHouse } from "./app.ts";
import { simulatedWechat } from "./gateways/wechat-sign-in.ts";
import { rooms as allRooms } from "./rooms.ts";
import { testScratch } from "./testing-cluster.ts";

/** Unions every test database holds: a province, two cities, three counties, a town and three firms. */
export const tree = {
  province: "/430000/",
  changsha: "/430000/430100/",
  changshaCounty: "/430000/430100/430121/",
  xingsha: "/430000/430100/430121/430121001/",
  firm: "/430000/430100/430121/430121001/1/",
  otherFirm: "/430000/430100/430121/430121001/2/",
  furong: "/430000/430100/430102/",
  furongFirm: "/430000/430100/430102/1/",
  zhuzhou: "/430000/430200/",
  lusong: "/430000/430200/430202/",
} as const;

export interface Reply<Body = never> {
  readonly status: number;
  /** Parsed JSON, or text when it is not JSON. */
  readonly body: Body;
  readonly bytes: Buffer;
  readonly headers: Record<string, unknown>;
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers of many shapes and asserts on them.
type Loose = any;

/** Someone signed in, with the requests a browser would make for them. */
export interface Client {
  readonly token: string;
  readonly accountId: string;
  readonly personId: string;
  get<B = Loose>(url: string): Promise<Reply<B>>;
  post<B = Loose>(url: string, body?: object, key?: string): Promise<Reply<B>>;
  put<B = Loose>(url: string, body?: object): Promise<Reply<B>>;
  /** Uploads a file and answers its id. */
  upload(name: string, bytes: Uint8Array): Promise<string>;
}

export interface TestHouse extends House {
  readonly url: string;
  /** A connection past all scopes, for looking into the store. */
  readonly owner: pg.Client;
  readonly clock: { set(iso: string): void; advance(ms: number): void };
  /** Messages the house sent, newest last. */
  readonly sent: Message[];
  /** Signs someone in who holds `role` at the union of this path (a worker or member needs none). */
  signIn(role: Role, path?: string): Promise<Client>;
  anonymous: Client;
  unionId(path: string): Promise<string>;
  /** Hands on all events and runs all reactions and long jobs, until nothing waits. */
  settle(): Promise<void>;
}

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
    appUrl: string;
  }
}

const withDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

async function cloneTemplate(): Promise<{
  ownerUrl: string;
  appUrl: string;
  drop: () => Promise<void>;
}> {
  const ownerUrl = inject("ownerUrl");
  const database = `t_${newId().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: withDatabase(ownerUrl, "postgres") });
  await admin.connect();
  await admin.query(`create database ${database} template niangjia_template strategy file_copy`);
  const drop = async (): Promise<void> => {
    await admin.query(`drop database ${database} with (force)`);
    await admin.end();
  };
  return {
    ownerUrl: withDatabase(ownerUrl, database),
    appUrl: withDatabase(inject("appUrl"), database),
    drop,
  };
}

function clientOf(
  house: House,
  ids: { token: string; accountId: string; personId: string },
): Client {
  const call = async (
    method: "GET" | "POST" | "PUT",
    url: string,
    body?: object,
    key = newId(),
  ): Promise<Reply<Loose>> => {
    const reply = await house.app.inject({
      method,
      url,
      headers: {
        ...(ids.token ? { authorization: `Bearer ${ids.token}` } : {}),
        ...(method === "GET" ? {} : { "idempotency-key": key }),
      },
      ...(body ? { payload: body } : {}),
    });
    const isJson = String(reply.headers["content-type"]).includes("json");
    return {
      status: reply.statusCode,
      body: isJson ? reply.json() : reply.payload,
      bytes: reply.rawPayload,
      headers: reply.headers,
    };
  };
  return {
    ...ids,
    get: (url) => call("GET", url),
    post: (url, body, key) => call("POST", url, body, key),
    put: (url, body) => call("PUT", url, body),
    upload: async (name, bytes) => {
      const form = new FormData();
      form.append("file", new Blob([Buffer.from(bytes)]), name);
      const encoded = new Response(form);
      const reply = await house.app.inject({
        method: "POST",
        url: "/api/files",
        headers: {
          authorization: `Bearer ${ids.token}`,
          "idempotency-key": newId(),
          "content-type": encoded.headers.get("content-type") ?? "",
        },
        payload: Buffer.from(await encoded.arrayBuffer()),
      });
      if (reply.statusCode !== 200) throw new Error(`upload refused: ${reply.payload}`);
      return reply.json<{ id: string }>().id;
    },
  };
}

let phones = 0;

async function signIn(
  house: House,
  role: Role,
  org?: { id: string; path: string },
): Promise<Client> {
  phones += 1;
  const phone = `139${String(phones).padStart(8, "0")}`;
  const made = await house.act(system("test"), async (act) => {
    const account = await openAccount(act, { name: `测试${roles[role]}`, phone });
    if (isSelf(role)) {
      await sql`update access.accounts set member = ${role === "member"}
        where id = ${account.id}`.execute(act.tx);
    } else {
      if (!org) throw new Error(`a ${role} holds a post at a union: name its path`);
      await sql`insert into access.posts
          (id, account_id, org_id, org_path, role, title, from_day, state)
        values (${newId()}, ${account.id}, ${org.id}, ${org.path}, ${role}, ${roles[role]},
          '2020-01-01', 'held')`.execute(act.tx);
    }
    const opening = { openedBy: "password-totp", device: "test" } as const;
    const session = await openSession(act, account.id, opening);
    // Whoever a test signs in stays so, however far it sets its clock.
    await sql`update access.sessions set expires_at = '2100-01-01'
      where account_id = ${account.id}`.execute(act.tx);
    return { token: session.token, accountId: account.id, personId: account.personId };
  });
  return clientOf(house, made);
}

/** Opens a house on a fresh database. It is closed and dropped when the test (or the file's hook) ends. */
export async function openTestHouse(
  options: {
    now?: string;
    closeAfter?: "test" | "caller";
    rooms?: typeof allRooms;
    identity?: IdentityProvider;
    partners?: PartnerGateway;
    wechat?: WechatGateway;
    push?: PushDoor;
    wechatTemplate?: SubscriptionTemplate;
    /** Takes the messages in place of `sent`. */
    messages?: MessageGateway;
    identify?: (token: string) => Promise<Actor | null>;
    /** What stands between the house and its database: answers the address the house is given in place of its own. */
    through?: (url: string) => Promise<string>;
  } = {},
): Promise<TestHouse> {
  const database = await cloneTemplate();
  let now = new Date(options.now ?? "2026-11-21T09:00:00+08:00");
  const scratch = mkdtempSync(join(testScratch(), "niangjia-house-"));
  const sent: Message[] = [];
  const house = await openHouse({
    databaseUrl: options.through ? await options.through(database.appUrl) : database.appUrl,
    keys: createKeyring({ file: join(scratch, "keys.json") }),
    vaultFolder: join(scratch, "files"),
    rooms: options.rooms ?? allRooms,
    identify: options.identify,
    identity: options.identity ?? null,
    partners: options.partners,
    wechat: options.wechat ?? simulatedWechat,
    push: options.push,
    wechatTemplate: options.wechatTemplate,
    messages: options.messages ?? {
      async send(message) {
        sent.push(message);
        return `test-${message.id}`;
      },
    },
    log: createLog(process.env.LOG_LEVEL ?? "silent"),
    clock: () => now,
    connectionsAtMost: 8,
    callsAMinute: 1_000_000,
    version: "test",
  });
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // Not by the owner's one connection: a test signs many people in at once.
  const unionId = async (path: string): Promise<string> => {
    const { rows } = await house.act(system("test"), (act) =>
      sql<{ id: string }>`select id from organisation.unions where path = ${path}`.execute(act.tx),
    );
    if (!rows[0]) throw new Error(`no union at ${path}`);
    return rows[0].id;
  };
  const close = async (): Promise<void> => {
    await house.close();
    await owner.end();
    await database.drop();
    rmSync(scratch, { recursive: true, force: true });
  };
  if (options.closeAfter !== "caller") onTestFinished(close);
  return {
    ...house,
    url: database.appUrl,
    owner,
    clock: {
      set: (iso) => {
        now = new Date(iso);
      },
      advance: (ms) => {
        now = new Date(now.getTime() + ms);
      },
    },
    sent,
    anonymous: clientOf(house, { token: "", accountId: "", personId: "" }),
    unionId,
    signIn: async (role, path) =>
      signIn(house, role, path ? { id: await unionId(path), path } : undefined),
    settle: () => house.worker.settle(),
    close,
  };
}

export type { Actor };
