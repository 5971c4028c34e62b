// Locating (定位) in the App: the browser asks the person; as exactly as finding a county needs, and no more.
import { Problem } from "../client/problem.ts";

/** Degrees, to a hundredth: about a kilometre. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

const patienceMs = 10_000;
const oldAtMostMs = 300_000;

const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;

const unknown = () =>
  new Problem(0, {
    title: "没有得到位置",
    next: "不要紧：在上面输入街道、乡镇或单位的名称也能找到工会。",
  });

/** Fails with a `Problem` where the person does not allow it or the phone does not know. */
export function locate(): Promise<Point> {
  return new Promise((resolve, reject) => {
    if (!window.isSecureContext || !("geolocation" in navigator)) return reject(unknown());
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) =>
        resolve({ longitude: rounded(longitude), latitude: rounded(latitude) }),
      () => reject(unknown()),
      { timeout: patienceMs, maximumAge: oldAtMostMs },
    );
  });
}
