// Settings (设置) of this phone: 长辈版, which outlives signing out.
import { useSyncExternalStore } from "react";
import { drop, readStored, store } from "../device/storage.ts";

const listeners = new Set<() => void>();

const listen = (changed: () => void) => {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
};

const isElder = (): boolean => readStored("setting:elder") === "on";

export function setElder(on: boolean): void {
  if (on) store("setting:elder", "on");
  else drop("setting:elder");
  for (const changed of listeners) changed();
}

/** Whether the person asked for big type and fewer things. */
export const useElder = (): boolean => useSyncExternalStore(listen, isElder, isElder);
