// A page (页面): its frame, what must be known on every page, and the number to call in 长辈版.
import { type ReactNode, useEffect, useState } from "react";
import { useElder } from "../client/settings.ts";
import { call } from "../device/call.ts";
import { isOnline, watchNetwork } from "../device/network.ts";
import { takeUpdate, useUpdate } from "../device/update.ts";
import type { TabWord } from "../pages.ts";
import { Frame } from "./frame.tsx";
import { Part } from "./part.tsx";
import { Press } from "./press.tsx";

/** The unions' own line, the same all over the country. */
const helpLine = "12351";

interface PageProps {
  readonly title: string;
  readonly tab?: TabWord;
  /** Nothing lies behind it to go back to. */
  readonly first?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, tab, first = tab !== undefined, children }: PageProps) {
  const elder = useElder();
  return (
    <Part className={`page ${elder ? "elder" : ""} ${tab ? "with-tabs" : ""}`}>
      <Frame title={title} tab={tab} first={first} notices={<Notices />}>
        {children}
        {elder ? (
          <Press className="help-line" onPress={() => call(helpLine)}>
            不会办？拨打 {helpLine}
          </Press>
        ) : null}
      </Frame>
    </Part>
  );
}

function Notices() {
  const [online, setOnline] = useState(isOnline);
  const fresh = useUpdate();
  useEffect(() => watchNetwork(setOnline), []);
  return (
    <>
      {online ? null : (
        <Part as="p" className="notice" role="status">
          现在没有网络，看到的是上次的内容；填写的内容会留着。
        </Part>
      )}
      {fresh ? (
        <Press className="notice notice-press" onPress={takeUpdate}>
          有新版本，点这里更新
        </Press>
      ) : null}
    </>
  );
}
