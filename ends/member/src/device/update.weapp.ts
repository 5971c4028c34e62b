// A new version (新版本) of the mini-program: WeChat fetches it, the person says when to take it.
import Taro from "@tarojs/taro";
import { useSyncExternalStore } from "react";

let ready = false;
const watchers = new Set<() => void>();

export async function startUpdates(): Promise<void> {
  Taro.getUpdateManager().onUpdateReady(() => {
    ready = true;
    for (const changed of watchers) changed();
  });
}

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => {
    watchers.delete(changed);
  };
};

const isReady = (): boolean => ready;

/** Whether a newer version is ready to be taken. */
export const useUpdate = (): boolean => useSyncExternalStore(watch, isReady, isReady);

export const takeUpdate = (): void => Taro.getUpdateManager().applyUpdate();
