// Storage (本机存储) in the mini-program: WeChat's own.
import Taro from "@tarojs/taro";

const prefix = "niangjia:";

export const readStored = (name: string): string | undefined =>
  Taro.getStorageSync<string>(prefix + name) || undefined;

/** False when it could not be kept. */
export function store(name: string, text: string): boolean {
  try {
    Taro.setStorageSync(prefix + name, text);
    return true;
  } catch {
    return false;
  }
}

export const drop = (name: string): void => Taro.removeStorageSync(prefix + name);

export const storedNames = (): readonly string[] =>
  Taro.getStorageInfoSync()
    .keys.filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
