// Locating (定位) in the mini-program: WeChat's fuzzy location, which is enough to find a county and easier to be allowed.
import Taro from "@tarojs/taro";
import { Problem } from "../client/problem.ts";
import type { Point } from "./locate.h5.ts";

export type { Point };

const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;

/** Fails with a `Problem` where the person does not allow it or WeChat does not know. */
export async function locate(): Promise<Point> {
  const found = await Taro.getFuzzyLocation({ type: "wgs84" }).catch(() => undefined);
  if (!found) {
    throw new Problem(0, {
      title: "没有得到位置",
      next: "不要紧：在上面输入街道、乡镇或单位的名称也能找到工会。",
    });
  }
  return { longitude: rounded(found.longitude), latitude: rounded(found.latitude) };
}
