// Sharing (分享) in the mini-program: WeChat sends the page itself.
import { Button } from "@tarojs/components";
import { useShareAppMessage } from "@tarojs/taro";
import { pages } from "../pages.ts";
import type { ShareProps } from "./share.h5.tsx";

/** `/fill?j=…` as WeChat opens it: by the page's file. */
function fileOf(path: string): string {
  const [word = "", query = ""] = path.slice(1).split("?");
  return `/${pages[word as keyof typeof pages]}?${query}`;
}

export function Share({ title, path, children }: ShareProps) {
  useShareAppMessage(() => ({ title, path: fileOf(path) }));
  return (
    <Button className="press button button-quiet" hoverClass="pressed" openType="share">
      {children}
    </Button>
  );
}
