// Scrolling (滚动) in the mini-program.
import Taro from "@tarojs/taro";

export const scrollToTop = (): void => {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
};

/** To the element of this id, where it has come by now. */
export const scrollToPart = (id: string): void => {
  Taro.nextTick(
    () => void Taro.pageScrollTo({ selector: `#${id}`, duration: 0 }).catch(() => undefined),
  );
};
