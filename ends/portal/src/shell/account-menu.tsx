// Account menu (账号菜单): who is signed in, on which devices, and the ways out.

import { useRouter } from "@tanstack/react-router";
import { App, Dropdown, type MenuProps } from "antd";
import { paths } from "../paths.ts";
import type { Me } from "../session.ts";
import { useConfirm } from "../ui/confirm.tsx";
import {
  DesktopOutlined,
  EditOutlined,
  LogoutOutlined,
  PoweroffOutlined,
  SafetyOutlined,
  SwapOutlined,
  TeamOutlined,
} from "../ui/icons.tsx";
import { sentenceOf } from "../ui/problem.ts";
import styles from "./shell.module.css";
import { useSignOut } from "./use-sign-out.ts";

interface AccountMenuProps {
  readonly me: Me;
  readonly narrow: boolean;
}

export function AccountMenu({ me, narrow }: AccountMenuProps) {
  const act = useAccountActs();
  const { name } = me.account;
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{ items: itemsOf(me.role), onClick: ({ key }) => act(key) }}
    >
      <button type="button" className={styles.account}>
        <span className={styles.avatar} aria-hidden>
          {Array.from(name).at(-1)}
        </span>
        <span className="nj-listen">账号：</span>
        <span className={narrow ? "nj-listen" : undefined}>{name}</span>
      </button>
    </Dropdown>
  );
}

const handlers: readonly string[] = ["officer", "chair", "cadre", "mediator", "lawyer"];
const sharers: readonly string[] = ["chair", "cadre", "security-admin"];

/** One's own things first; what a role has no use for is not shown. */
const itemsOf = (role: string): NonNullable<MenuProps["items"]> => [
  ...(handlers.includes(role)
    ? [
        { key: "proxies", icon: <TeamOutlined />, label: "代理" },
        { key: "phrases", icon: <EditOutlined />, label: "常用意见" },
      ]
    : []),
  ...(sharers.includes(role)
    ? [{ key: "handOver", icon: <SwapOutlined />, label: "工作交接" }]
    : []),
  { key: "security", icon: <SafetyOutlined />, label: "账号安全" },
  { key: "devices", icon: <DesktopOutlined />, label: "登录设备" },
  { type: "divider" },
  { key: "everywhere", icon: <PoweroffOutlined />, label: "在所有设备上退出" },
  { key: "this", icon: <LogoutOutlined />, label: "退出登录" },
];

const ways: Readonly<Record<string, () => string>> = {
  proxies: paths.proxies,
  phrases: paths.phrases,
  handOver: paths.handOver,
  security: paths.security,
  devices: paths.devices,
};

function useAccountActs() {
  const router = useRouter();
  const confirm = useConfirm();
  const { message } = App.useApp();
  const here = useSignOut("this");
  const everywhere = useSignOut("everywhere");
  const onError = (failure: unknown) => {
    message.error(sentenceOf(failure).title);
  };
  return async (key: string) => {
    const way = ways[key];
    if (way) router.history.push(way());
    if (key === "this") here.mutate(undefined, { onError });
    if (key !== "everywhere") return;
    const sure = await confirm({
      title: "在所有设备上退出登录？",
      effects: ["包括这台设备在内，所有已登录的设备都要重新登录。", "没有提交的内容不会保留。"],
      verb: "全部退出",
      cancel: "先不退",
    });
    if (sure !== undefined) everywhere.mutate(undefined, { onError });
  };
}
