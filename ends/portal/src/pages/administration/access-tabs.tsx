// Tabs of access (岗位与账号): posts, and for the security administrator the resets.
import { useRouter } from "@tanstack/react-router";
import { Tabs } from "antd";
import { paths } from "../../paths.ts";

const tabs = [
  { key: "posts", label: "岗位", path: paths.room("administration", "access") },
  { key: "resets", label: "重置单", path: paths.room("administration", "access", "resets") },
] as const;

export function AccessTabs({ here }: { readonly here: (typeof tabs)[number]["key"] }) {
  const { history } = useRouter();
  return (
    <Tabs
      activeKey={here}
      onChange={(key) => history.push(tabs.find((tab) => tab.key === key)?.path ?? tabs[0].path)}
      items={tabs.map(({ key, label }) => ({ key, label }))}
    />
  );
}
