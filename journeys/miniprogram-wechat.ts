// WeChat around the mini-program (微信): as much of `wx` as the bundle calls, over a storage and a network of the test.
import { setTimeout } from "node:timers";

/** `mute`: what is sent arrives, its answer is lost. */
export type Network = "there" | "gone" | "mute";

export interface World {
  /** The house that the bundle's own address leads to. */
  readonly origin: string;
  /** Outlives the mini-program, as on a phone. */
  readonly storage: Map<string, string>;
  /** A fresh code for whoever holds the phone. */
  code(): string;
  network: Network;
  /** Whether the person agrees to subscription messages when WeChat asks. */
  agrees?: boolean;
  /** Templates WeChat asked about. */
  readonly templates?: string[];
  /** What the person holds the camera at. */
  scans?: string;
  /** Where the phone is, where its person lets WeChat know. */
  stands?: { readonly longitude: number; readonly latitude: number };
  /** What was asked and answered, oldest first: `GET /api/me 200`. */
  readonly asked: string[];
}

interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly data?: unknown;
}

export interface Callbacks<Result> {
  readonly success?: (result: Result) => void;
  readonly fail?: (failure: { readonly errMsg: string }) => void;
  readonly complete?: () => void;
}

/** Settles a call as WeChat does: never before it has returned. */
export function settle<Result>(
  work: Promise<Result>,
  { success, fail, complete }: Callbacks<Result>,
) {
  work
    .then(
      (result) => success?.(result),
      (failure: Error) => fail?.({ errMsg: failure.message }),
    )
    .finally(() => complete?.());
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

async function request(world: World, { url, method = "GET", header = {}, data }: Asked) {
  const { protocol, pathname, search } = new URL(url);
  if (protocol !== "https:") throw new Error(`request:fail url not in domain list: ${url}`);
  if (world.network === "gone") throw new Error("request:fail");
  const reply = await fetch(world.origin + pathname + search, {
    method,
    headers: { "content-type": "application/json", ...header },
    ...(data === undefined ? {} : { body: JSON.stringify(data) }),
  });
  const body = await reply.text();
  world.asked.push(`${method} ${pathname} ${reply.status}`);
  if (world.network !== "there") throw new Error("request:fail timeout");
  return {
    statusCode: reply.status,
    data: parsed(body),
    header: Object.fromEntries(reply.headers),
  };
}

interface Subscribing extends Callbacks<object> {
  readonly tmplIds: readonly string[];
}

/** WeChat asks only while a tap is handled, and the answer names each template. */
async function subscribe(world: World, { tmplIds }: Subscribing, tapping: boolean) {
  if (!tapping) {
    throw new Error("requestSubscribeMessage:fail can only be invoked by user TAP gesture.");
  }
  world.templates?.push(...tmplIds);
  const said = world.agrees ? "accept" : "reject";
  return Object.fromEntries(tmplIds.map((id) => [id, said]));
}

/** WeChat knows about where it is, where the person allows it. */
async function fuzzyLocation({ stands }: World) {
  if (stands === undefined) throw new Error("getFuzzyLocation:fail auth deny");
  return stands;
}

async function scan({ scans }: World) {
  if (scans === undefined) throw new Error("scanCode:fail cancel");
  return { result: scans, scanType: "QR_CODE" };
}

type NetworkWatcher = (status: { readonly isConnected: boolean }) => void;

/** WeChat's API for one run of the mini-program, a way to say that the network came or went, and one to tap. */
export function wechatOn(world: World) {
  const watchers = new Set<NetworkWatcher>();
  const { storage } = world;
  let tapping = false;
  const wx = {
    request: (asked: Asked & Callbacks<object>) => settle(request(world, asked), asked),
    login: (asked: Callbacks<object>) =>
      settle(Promise.resolve({ code: world.code(), errMsg: "login:ok" }), asked),
    requestSubscribeMessage: (asked: Subscribing) =>
      settle(subscribe(world, asked, tapping), asked),
    scanCode: (asked: Callbacks<object>) => settle(scan(world), asked),
    getFuzzyLocation: (asked: Callbacks<object>) => settle(fuzzyLocation(world), asked),
    getStorageSync: (name: string) => storage.get(name) ?? "",
    setStorageSync: (name: string, text: string) => void storage.set(name, text),
    removeStorageSync: (name: string) => void storage.delete(name),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }),
    onNetworkStatusChange: (watcher: NetworkWatcher) => void watchers.add(watcher),
    offNetworkStatusChange: (watcher: NetworkWatcher) => void watchers.delete(watcher),
    onPageNotFound: () => undefined,
    getUpdateManager: () => ({ onUpdateReady: () => undefined, applyUpdate: () => undefined }),
    pageScrollTo: (asked: Callbacks<object>) => settle(Promise.resolve({}), asked),
    getSystemInfoSync: () => ({ platform: "android", SDKVersion: "3.8.0", pixelRatio: 2 }),
    nextTick: (work: () => void) => void setTimeout(work, 0),
    canIUse: () => true,
  };
  const setNetwork = (network: Network): void => {
    world.network = network;
    for (const watcher of [...watchers]) watcher({ isConnected: network !== "gone" });
  };
  const tap = (work: () => void): void => {
    tapping = true;
    work();
    tapping = false;
  };
  return { wx, setNetwork, tap };
}
