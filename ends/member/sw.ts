// The service worker (离线): the App's own files are kept on the phone, so that it starts without a network.
// Answers of the house are not kept here but by the pages, which forget them when somebody signs out.
export {};

/** Put in when the App is built: every file of it, and a mark that changes with any of them. */
declare const FILES: readonly string[];
declare const VERSION: string;

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Pushed extends Extendable {
  readonly data: { json(): unknown } | null;
}

interface Pressed extends Extendable {
  readonly notification: { readonly data: { readonly link?: string | null }; close(): void };
}

interface Window {
  navigate(address: string): Promise<unknown>;
  focus(): Promise<unknown>;
}

interface Worker {
  readonly registration: {
    readonly active: unknown;
    showNotification(title: string, options: object): Promise<void>;
  };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(of: { readonly type: "window" }): Promise<readonly Window[]>;
    openWindow(address: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", hear: (event: Extendable) => void): void;
  addEventListener(kind: "fetch", hear: (event: Fetching) => void): void;
  addEventListener(kind: "push", hear: (event: Pushed) => void): void;
  addEventListener(kind: "notificationclick", hear: (event: Pressed) => void): void;
  addEventListener(kind: "message", hear: (event: MessageEvent) => void): void;
}

const worker = self as unknown as Worker;
const shell = "/app/index.html";
const prefix = "niangjia-app-";
const cacheName = prefix + VERSION;

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
  // The first one has nobody to take over from; a later one waits until the person says so.
  if (!worker.registration.active) await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const wanted = request.mode === "navigate" ? shell : request;
  return (await caches.match(wanted, { cacheName })) ?? fetch(request);
}

interface Told {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string | null;
}

/** A push must always show something, also one that cannot be read. */
function readTold(data: Pushed["data"]): Told {
  try {
    return (data?.json() ?? {}) as Told;
  } catch {
    return {};
  }
}

/** The heading and no more: a locked screen shows it to whoever is near. The same notice shows once. */
async function showTold({ id, title, link = null }: Told): Promise<void> {
  await worker.registration.showNotification(title || "您有一条新消息", {
    body: "点开看详情",
    tag: id ?? "",
    data: { link },
    icon: "/app/icon-192.png",
    lang: "zh-CN",
  });
}

/** The notices' page knows where a link of the house leads. An open App is used again. */
async function openTold(link: string | null | undefined): Promise<void> {
  const address = `/app/notices${link ? `?link=${encodeURIComponent(link)}` : ""}`;
  const [open] = await worker.clients.matchAll({ type: "window" });
  if (!open) return void (await worker.clients.openWindow(address));
  await open.navigate(address);
  await open.focus();
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("push", (event) => event.waitUntil(showTold(readTold(event.data))));
worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openTold(event.notification.data.link));
});
worker.addEventListener("message", ({ data }) => {
  if (data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const ours = origin === self.location.origin && /^\/app(\/|$)/.test(pathname);
  if (ours && event.request.method === "GET") event.respondWith(answer(event.request));
});
