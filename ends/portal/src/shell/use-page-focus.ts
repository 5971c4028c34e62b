// Page focus (焦点): on arriving at a page the keyboard and the screen reader start at its title.
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

export function usePageFocus() {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is a new page
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const title = main.current?.querySelector<HTMLElement>("h1");
    (title ?? main.current)?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
