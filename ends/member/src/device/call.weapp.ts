// Calling (打电话) from the mini-program.
import Taro from "@tarojs/taro";

export function call(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}
