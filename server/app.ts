// The house put together (组装): database, keys, vault, rooms, HTTP and worker; built apart from listening.

import {
  accessChannel,
  Sessions,
  type WechatGateway,
  wechatReaction,
} from "@niangjia/foundation/access";
import { type Act, type Actor, system } from "@niangjia/foundation/act";
import { calendarChannel, takeUpCalendar } from "@niangjia/foundation/calendar";
import { addLinkedFiles, Vault } from "@niangjia/foundation/files";
import { createHttp } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import type { Keyring } from "@niangjia/foundation/keys";
import type { Logger } from "@niangjia/foundation/log";
import {
  type MessageGateway,
  type PushDoor,
  type SubscriptionTemplate,
  sendingReactions,
} from "@niangjia/foundation/notices";
import { Database } from "@niangjia/foundation/postgres";
import type { Room } from "@niangjia/foundation/room";
import { Worker } from "@niangjia/foundation/worker";
import { deliveringReactions, type PartnerGateway } from "@niangjia/platforms/grassroots/mediation";
import { type IdentityProvider, verifyWork } from "@niangjia/platforms/realname/roster";
import type { FastifyInstance } from "fastify";
import { houseRoutes } from "./routes.ts";

export interface HouseOptions {
  /** Address of the login role. */
  readonly databaseUrl: string;
  readonly keys: Keyring;
  readonly vaultFolder: string;
  readonly rooms: readonly Room[];
  readonly messages: MessageGateway;
  /** What devices may subscribe to; without it nobody turns push on. */
  readonly push?: PushDoor;
  /** What messages of WeChat are made by; without it nobody is asked to agree to any. */
  readonly wechatTemplate?: SubscriptionTemplate;
  /** Who can tell whose a code of the mini-program is; without one nobody signs in by WeChat. */
  readonly wechat?: WechatGateway;
  /** Who can tell whether a name and a number belong together; without one records stay unverified. */
  readonly identity?: IdentityProvider | null;
  /** The way to courts and arbitration bodies; without one files are taken there by hand. */
  readonly partners?: PartnerGateway | null;
  readonly log: Logger;
  readonly clock?: () => Date;
  readonly secure?: boolean;
  /** Who bears a session token, where it is not the house's own sessions that say: a test's planted fault. */
  readonly identify?: (token: string) => Promise<Actor | null>;
  readonly connectionsAtMost?: number;
  readonly callsAMinute?: number;
  readonly version: string;
  /** A house of invented people: it says so, and lists the accounts to try. */
  readonly demo?: boolean;
}

export interface House {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly worker: Worker;
  readonly keys: Keyring;
  readonly vault: Vault;
  /** Runs work as any actor in one transaction: for sweeps, the command line, the demo and tests. */
  act<T>(actor: Actor, work: (act: Act) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Listens on a channel and listens again when the connection breaks. */
async function listen(
  database: Database,
  channel: string,
  wake: () => void,
): Promise<() => Promise<void>> {
  let closed = false;
  let client = await connect();
  async function connect() {
    const fresh = await database.connect();
    fresh.on("notification", wake);
    fresh.on("error", () => undefined);
    fresh.on("end", () => {
      if (!closed) setTimeout(again, 1_000).unref();
    });
    await fresh.query(`listen ${channel}`);
    return fresh;
  }
  async function again(): Promise<void> {
    try {
      client = await connect();
      wake();
    } catch {
      if (!closed) setTimeout(again, 1_000).unref();
    }
  }
  return async () => {
    closed = true;
    await client.end();
  };
}

/** Counts by the calendar that is loaded, now and whenever another was. */
async function followCalendar(
  database: Database,
  takeUp: () => Promise<void>,
  log: Logger,
): Promise<() => Promise<void>> {
  const again = () => takeUp().catch((error) => log.error({ error }, "放假安排没有读到"));
  const stop = await listen(database, calendarChannel, again);
  await takeUp();
  return stop;
}

/** Builds the house on a prepared database. Nothing listens or works until told to. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { keys, log, rooms, clock = () => new Date() } = options;
  const database = new Database(options.databaseUrl, options.connectionsAtMost);
  const vault = new Vault(options.vaultFolder);
  const sessions = new Sessions(database, clock);
  const act = <T>(actor: Actor, work: (act: Act) => Promise<T>): Promise<T> =>
    database.transaction(actor, (tx) =>
      work({ actor, now: clock(), tx, keys, vault, requestId: newId() }),
    );
  const routes = rooms.flatMap((room) => room.routes ?? []);
  const app = await createHttp({
    routes: houseRoutes(rooms, options),
    database,
    keys,
    vault,
    clock,
    log,
    identify: options.identify ?? sessions.identify,
    version: options.version,
    ready: () => database.ready(),
    secure: options.secure,
    callsAMinute: options.callsAMinute,
  });
  const { bearerOf } = sessions;
  const { callsAMinute } = options;
  addLinkedFiles(app, { routes, database, keys, vault, clock, bearerOf, callsAMinute });
  const verifying = verifyWork(options.identity ?? null);
  const worker = new Worker({
    url: options.databaseUrl,
    runAs: (name, work) => act(system(name), work),
    work: {
      reactions: [
        ...sendingReactions(options.messages),
        wechatReaction(options.wechat),
        ...rooms.flatMap((room) => room.reactions ?? []),
        ...deliveringReactions(options.partners ?? null),
      ],
      longJobs: [...rooms.flatMap((room) => room.longJobs ?? []), ...verifying.longJobs],
      sweeps: [...rooms.flatMap((room) => room.sweeps ?? []), ...verifying.sweeps],
    },
    log,
    clock,
    listen: (channel, wake) => listen(database, channel, wake),
  });
  database.hearHere(accessChannel, () => sessions.forget());
  const stopListening = await listen(database, accessChannel, () => sessions.forget());
  const stopFollowing = await followCalendar(
    database,
    () => act(system("calendar"), takeUpCalendar),
    log,
  );
  const close = async (): Promise<void> => {
    await app.close();
    await stopListening();
    await stopFollowing();
    await database.close();
  };
  return { app, database, worker, keys, vault, act, close };
}
