// A new version (新版本) of the App: fetched behind the page, taken when the person says so.
import { useSyncExternalStore } from "react";

let waiting: ServiceWorker | null = null;
const watchers = new Set<() => void>();

function offer(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const changed of watchers) changed();
}

const hourMs = 3_600_000;

/** Installs what lets the App start without a network. */
export async function startUpdates(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker
    .register("/app/sw.js", { scope: "/app/" })
    .catch(() => undefined);
  if (!registration) return;
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  };
  look();
  registration.onupdatefound = () => {
    const { installing } = registration;
    if (installing) installing.onstatechange = look;
  };
  window.setInterval(() => void registration.update().catch(() => undefined), hourMs);
}

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => {
    watchers.delete(changed);
  };
};

const isOffered = (): boolean => waiting !== null;

/** Whether a newer version is ready to be taken. */
export const useUpdate = (): boolean => useSyncExternalStore(watch, isOffered, isOffered);

export function takeUpdate(): void {
  navigator.serviceWorker.oncontrollerchange = () => window.location.reload();
  waiting?.postMessage("take over");
}
