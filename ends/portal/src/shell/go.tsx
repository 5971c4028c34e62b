// Go (前往): the router's link under the kit's `TextLink`; `to` is a whole path of `paths`, search included.
import { useRouter } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import type { LinkProps } from "../ui/link.tsx";

/** Lets the browser have what is its own: new tabs, new windows, downloads. */
const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export function Go({ to, ...rest }: LinkProps) {
  const router = useRouter();
  return (
    <a
      href={to}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        router.history.push(to);
      }}
      {...rest}
    />
  );
}
