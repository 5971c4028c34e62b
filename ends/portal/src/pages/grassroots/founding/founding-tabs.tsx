// Tabs of the room (工会组建): foundings under way, and who has no union yet; each with an address of its own.
import { useRouter } from "@tanstack/react-router";
import { Tabs } from "antd";
import { foundingPaths } from "./addresses.ts";

const tabs = [
  { key: "progress", title: "组建进度", path: foundingPaths.progress() },
  { key: "coverage", title: "应建未建", path: foundingPaths.coverage() },
] as const;

export function FoundingTabs({ here }: { readonly here: (typeof tabs)[number]["key"] }) {
  const { history } = useRouter();
  return (
    <Tabs
      activeKey={here}
      onChange={(key) => history.push(tabs.find((tab) => tab.key === key)?.path ?? tabs[0].path)}
      items={tabs.map(({ key, title }) => ({ key, label: title }))}
    />
  );
}
