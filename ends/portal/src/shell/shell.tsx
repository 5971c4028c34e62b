// Shell (外壳): top bar, menu by post, and the page; what interrupts (offline, session over) stands around it.
import { Outlet, useLocation } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useEffect, useState } from "react";
import type { Me } from "../session.ts";
import { useNarrow } from "../ui/use-media.ts";
import { useRemembered } from "../ui/use-remembered.ts";
import { Expired } from "./expired.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { Palette } from "./palette.tsx";
import { PostSwitcher } from "./post-switcher.tsx";
import { Printed } from "./printed.tsx";
import styles from "./shell.module.css";
import { SideMenu } from "./side-menu.tsx";
import { TopBar } from "./top-bar.tsx";
import { usePageFocus } from "./use-page-focus.ts";

export function Shell({ me }: { readonly me: Me }) {
  const narrow = useNarrow();
  const [folded, setFolded] = useRemembered("niangjia.menu.folded", false);
  const [drawer, setDrawer] = useState(false);
  const [searching, setSearching] = useState(false);
  const { pathname } = useLocation();
  const main = usePageFocus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at a page is what closes the drawer
  useEffect(() => setDrawer(false), [pathname]);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        跳到主要内容
      </a>
      <TopBar
        me={me}
        onMenu={() => setDrawer(true)}
        onSearch={() => setSearching(true)}
        narrow={narrow}
      />
      <OfflineBar />
      <div className={styles.middle}>
        {narrow ? (
          <Drawer
            open={drawer}
            onClose={() => setDrawer(false)}
            placement="left"
            size={300}
            title="菜单"
            styles={{ body: { padding: 8 } }}
          >
            <div className={styles.drawerPost}>
              <PostSwitcher me={me} wide />
            </div>
            <SideMenu menu={me.menu} folded={false} />
          </Drawer>
        ) : (
          <SideMenu menu={me.menu} folded={folded} onFold={setFolded} />
        )}
        <main id="main" ref={main} className={styles.page} tabIndex={-1}>
          <Outlet />
          <Printed me={me} />
        </main>
      </div>
      <Palette menu={me.menu} open={searching} onOpen={setSearching} />
      <Expired accountId={me.account.id} />
    </div>
  );
}
