// Top bar (顶栏): the mark, search, the post one acts through, notices, the account.

import { Badge, Button } from "antd";
import { paths } from "../paths.ts";
import type { Me } from "../session.ts";
import { BellOutlined, MenuOutlined, SearchOutlined } from "../ui/icons.tsx";
import { TextLink } from "../ui/link.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { Mark } from "./mark.tsx";
import { PostSwitcher } from "./post-switcher.tsx";
import styles from "./shell.module.css";

interface TopBarProps {
  readonly me: Me;
  readonly narrow: boolean;
  readonly onMenu: () => void;
  readonly onSearch: () => void;
}

export function TopBar({ me, narrow, onMenu, onSearch }: TopBarProps) {
  return (
    <header className={styles.bar}>
      {narrow ? (
        <Button type="text" aria-label="打开菜单" icon={<MenuOutlined />} onClick={onMenu} />
      ) : null}
      <TextLink to={paths.home()} className={styles.brand}>
        <Mark />
        <span className={styles.name}>娘家</span>
        {narrow ? null : <span className={styles.motto}>数字工会</span>}
        <span className="nj-listen">，回到工作台</span>
      </TextLink>
      {narrow ? null : <SearchBox onSearch={onSearch} />}
      <div className={styles.right}>
        {narrow ? (
          <Button type="text" aria-label="搜索" icon={<SearchOutlined />} onClick={onSearch} />
        ) : (
          <PostSwitcher me={me} />
        )}
        <TextLink
          to={paths.notices()}
          className={styles.bell}
          aria-label={me.unread > 0 ? `通知，${me.unread} 条未读` : "通知"}
        >
          <Badge count={me.unread} size="small" overflowCount={99} offset={[6, -2]}>
            <BellOutlined className={styles.bellIcon} />
          </Badge>
        </TextLink>
        <AccountMenu me={me} narrow={narrow} />
      </div>
    </header>
  );
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

function SearchBox({ onSearch }: Pick<TopBarProps, "onSearch">) {
  return (
    <button
      type="button"
      className={styles.search}
      onClick={onSearch}
      aria-keyshortcuts="Control+K"
    >
      <SearchOutlined />
      <span>搜功能、人、工会、办件</span>
      <kbd className={styles.keys}>{isMac ? "⌘ K" : "Ctrl K"}</kbd>
    </button>
  );
}
