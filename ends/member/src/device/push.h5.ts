// Push (消息提醒) in the App: whether this phone can show notices of the house, asked for only on a tap.
import { Problem } from "../client/problem.ts";

/** `home-screen`: an iPhone offers it only to an App that stands on its home screen. */
export type PushMeans = "can" | "home-screen" | "cannot" | "elsewhere";

export interface PushAddress {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

const isApple = (): boolean => /iPhone|iPad|iPod/.test(navigator.userAgent);

export function pushMeans(): PushMeans {
  if ("PushManager" in window && "Notification" in window && "serviceWorker" in navigator) {
    return "can";
  }
  return isApple() ? "home-screen" : "cannot";
}

/** Whether the person once told this phone to show nothing. */
export const isPushBlocked = (): boolean => Notification.permission === "denied";

const blocked = () =>
  new Problem(0, {
    title: "手机不让本应用发提醒",
    next: "请在手机或浏览器的“设置 → 通知”里允许本应用，再打开这个开关。",
  });

const unreachable = () =>
  new Problem(0, {
    title: "这个浏览器连不上它的推送服务",
    next: "可以换用手机自带的浏览器再试；所有消息都在“通知”里。",
  });

async function manager(): Promise<PushManager> {
  if (!(await navigator.serviceWorker.getRegistration())) throw unreachable();
  return (await navigator.serviceWorker.ready).pushManager;
}

/** A subscription for another key, from before the house changed its own, gives way. */
async function subscribed(push: PushManager, publicKey: string): Promise<PushSubscription> {
  const wanted = { userVisibleOnly: true, applicationServerKey: publicKey };
  try {
    return await push.subscribe(wanted);
  } catch (failure) {
    if ((failure as DOMException).name !== "InvalidStateError") throw failure;
    await (await push.getSubscription())?.unsubscribe();
    return push.subscribe(wanted);
  }
}

/** Asks the person, then the browser's push service. Fails with a `Problem`. */
export async function startPush(publicKey: string): Promise<PushAddress> {
  if ((await Notification.requestPermission()) !== "granted") throw blocked();
  const { endpoint = "", keys = {} } = await manager()
    .then((push) => subscribed(push, publicKey))
    .then(
      (subscription) => subscription.toJSON(),
      () => Promise.reject(unreachable()),
    );
  return { endpoint, keys: { p256dh: keys.p256dh ?? "", auth: keys.auth ?? "" } };
}

/** Also where the push service cannot be told: the house tells this phone no more. */
export async function stopPush(): Promise<void> {
  const subscription = await (await manager()).getSubscription();
  await subscription?.unsubscribe().catch(() => undefined);
}
