// Opening the house for a command (打开系统): configuration, keys, database at the head, rooms.
import { join } from "node:path";
import { createKeyring, type Keyring } from "@niangjia/foundation/keys";
import { createLog, type Logger } from "@niangjia/foundation/log";
import { publicAddress } from "../server/address.ts";
import { type House, openHouse } from "../server/app.ts";
import { type Config, readConfig } from "../server/config.ts";
import { houseIdentity } from "../server/gateways/identity.ts";
import { houseMessages } from "../server/gateways/messages.ts";
import { housePartners } from "../server/gateways/partners.ts";
import { housePush } from "../server/gateways/push.ts";
import { houseWechat } from "../server/gateways/wechat-sign-in.ts";
import { roomsAt } from "../server/rooms.ts";
import { isFurnished, openStore, prepareDatabase, root, type Store } from "../server/store.ts";
import { version } from "../server/version.ts";

export interface Opened {
  readonly config: Config;
  readonly keys: Keyring;
  readonly log: Logger;
  readonly store: Store;
  /** Migrations applied on the way; on a first start all of them. */
  readonly applied: number;
}

/** Says a stage and how long it took. */
export async function stage<T>(title: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const result = await work();
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  process.stdout.write(`  ${title}：${seconds} 秒\n`);
  return result;
}

/** Opens keys and database, and brings the database to the head. */
export async function openGround(changes: Partial<Config> = {}): Promise<Opened> {
  const config = { ...readConfig(process.env, root), ...changes };
  const log = createLog(config.logLevel);
  const file = join(config.dataFolder, "keys.json");
  const mustExist = await isFurnished(config);
  const keys = createKeyring({ file, suite: config.suite, mustExist });
  const say = (sentence: string) => process.stdout.write(`  ${sentence}\n`);
  const store = await stage("启动数据库", () => openStore(config, keys, say));
  try {
    const applied = await stage("核对数据库结构", () => prepareDatabase(store));
    return { config, keys, log, store, applied };
  } catch (error) {
    await store.stop();
    throw error;
  }
}

export async function openWhole(opened: Opened): Promise<House> {
  const { config, keys, log, store } = opened;
  const push = housePush(config, keys);
  const opening = openHouse({
    databaseUrl: store.url,
    keys,
    vaultFolder: join(config.dataFolder, "files"),
    rooms: roomsAt(publicAddress(config)),
    messages: houseMessages(config, push),
    push,
    wechat: houseWechat(config),
    wechatTemplate: config.wechat?.template,
    identity: houseIdentity(config),
    partners: housePartners(config),
    log,
    secure: config.secure,
    demo: config.demo,
    version,
  });
  return opening.catch(async (error) => {
    await store.stop();
    throw error;
  });
}
