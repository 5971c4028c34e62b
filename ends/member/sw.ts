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

interface Worker {
  readonly registration: { readonly active: unknown };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", hear: (event: Extendable) => void): void;
  addEventListener(kind: "fetch", hear: (event: Fetching) => void): void;
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

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", ({ data }) => {
  if (data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const ours = origin === self.location.origin && /^\/app(\/|$)/.test(pathname);
  if (ours && event.request.method === "GET") event.respondWith(answer(event.request));
});
