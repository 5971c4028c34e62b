// Side menu (菜单): platforms and the rooms of each that the post may enter; folds to icons.

import { useLocation, useRouter } from "@tanstack/react-router";
import { Button, Menu, type MenuProps } from "antd";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { type Me, useMe } from "../session.ts";
import {
  BankOutlined,
  CarOutlined,
  GiftOutlined,
  HomeOutlined,
  IdcardOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  NotificationOutlined,
  TableOutlined,
  TeamOutlined,
} from "../ui/icons.tsx";
import { TextLink } from "../ui/link.tsx";
import { useRemembered } from "../ui/use-remembered.ts";
import styles from "./shell.module.css";

const icons: Record<string, ReactNode> = {
  realname: <IdcardOutlined />,
  grassroots: <TeamOutlined />,
  headquarters: <BankOutlined />,
  benefits: <GiftOutlined />,
  gig: <CarOutlined />,
};

/** Who looks after other people's cases. */
const overseers = ["officer", "chair", "cadre"];

interface SideMenuProps {
  readonly menu: Me["menu"];
  readonly folded: boolean;
  readonly onFold?: (folded: boolean) => void;
}

export function SideMenu({ menu, folded, onFold }: SideMenuProps) {
  const { pathname } = useLocation();
  const router = useRouter();
  const oversees = overseers.includes(useMe().role);
  const platforms = menu.map(({ platform }) => platform);
  const [open, setOpen] = useRemembered<string[]>("niangjia.menu.open", platforms);
  const here = roomAt(menu, pathname);
  return (
    <nav className={styles.side} data-folded={folded || undefined} aria-label="功能菜单">
      <Menu
        className={styles.menu ?? ""}
        mode="inline"
        inlineCollapsed={folded}
        inlineIndent={24}
        items={itemsOf(menu, oversees)}
        selectedKeys={[here]}
        {...(folded ? {} : { openKeys: open, onOpenChange: setOpen })}
        onClick={({ key, domEvent }) => {
          if ((domEvent.target as Element).closest("a") === null) router.history.push(key);
        }}
      />
      {onFold ? (
        <Button
          type="text"
          className={styles.fold ?? ""}
          icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={folded ? "展开菜单" : "收起菜单"}
          onClick={() => onFold(!folded)}
        >
          {folded ? null : "收起菜单"}
        </Button>
      ) : null}
    </nav>
  );
}

function itemsOf(menu: Me["menu"], oversees: boolean): NonNullable<MenuProps["items"]> {
  const desk = {
    key: paths.home(),
    icon: <HomeOutlined />,
    label: <TextLink to={paths.home()}>工作台</TextLink>,
  };
  const cases = {
    key: paths.cases(),
    icon: <TableOutlined />,
    label: <TextLink to={paths.cases()}>办件</TextLink>,
  };
  const publicity = {
    key: paths.publicity(),
    icon: <NotificationOutlined />,
    label: <TextLink to={paths.publicity()}>公示</TextLink>,
  };
  const platforms = menu.map(({ platform, title, rooms }) => ({
    key: platform,
    icon: icons[platform] ?? <IdcardOutlined />,
    label: title,
    children: rooms.map((room) => ({
      key: room.path,
      label: <TextLink to={room.path}>{room.title}</TextLink>,
    })),
  }));
  return [desk, ...(oversees ? [cases, publicity] : []), ...platforms];
}

/** The path of the room a page belongs to; the longest that the page's own path begins with. */
function roomAt(menu: Me["menu"], pathname: string): string {
  const rooms = menu.flatMap((platform) => platform.rooms.map((room) => room.path));
  const under = [paths.cases(), paths.publicity(), ...rooms].filter(
    (path) => pathname === path || pathname.startsWith(`${path}/`),
  );
  return under.sort((a, b) => b.length - a.length)[0] ?? pathname;
}
