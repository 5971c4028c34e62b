// Narrow (窄屏): whether the window is a phone's, below 768 px, where the menu is a drawer and tables are cards. Paper is
// no phone, however narrow.
import { useSyncExternalStore } from "react";

const narrow = window.matchMedia("screen and (max-width: 767px)");

function subscribe(changed: () => void): () => void {
  narrow.addEventListener("change", changed);
  return () => narrow.removeEventListener("change", changed);
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
