// What the device says of itself (屏幕与动效): how wide it is, and whether its owner wants things to stand still.
import { useSyncExternalStore } from "react";

/** A hook that tells whether this media query holds, also when that changes. */
function mediaHook(query: string): () => boolean {
  const media = window.matchMedia(query);
  const subscribe = (changed: () => void) => {
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  };
  return () => useSyncExternalStore(subscribe, () => media.matches);
}

/** A phone's width, below 768 px, where the menu is a drawer and tables are cards. Paper is no phone, however narrow. */
export const useNarrow = mediaHook("screen and (max-width: 767px)");

/** Less motion was asked for: nothing slides, fades or grows into its place. */
export const useStillness = mediaHook("(prefers-reduced-motion: reduce)");
