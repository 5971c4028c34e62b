// Push (消息提醒) is WeChat's own affair in the mini-program: asked for when an application is handed in.
import type { PushAddress, PushMeans } from "./push.h5.ts";

export const pushMeans = (): PushMeans => "elsewhere";

export const isPushBlocked = (): boolean => false;

export const startPush = async (_publicKey: string): Promise<PushAddress> => {
  throw new Error("the mini-program subscribes to no push service");
};

export const stopPush = async (): Promise<void> => undefined;
