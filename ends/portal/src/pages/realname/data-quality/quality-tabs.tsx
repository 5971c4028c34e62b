// Tabs of the room (数据质量治理): scores, suspects, merges, snapshots; each with an address of its own.
import { useRouter } from "@tanstack/react-router";
import { Tabs } from "antd";
import { qualityPaths } from "./addresses.ts";

const tabs = [
  { key: "scores", title: "质量评分", path: qualityPaths.scores() },
  { key: "suspects", title: "疑似重复与异常", path: qualityPaths.suspects() },
  { key: "merges", title: "归并记录", path: qualityPaths.merges() },
  { key: "snapshots", title: "年报快照", path: qualityPaths.snapshots() },
] as const;

export type Tab = (typeof tabs)[number]["key"];

export function QualityTabs({ here }: { readonly here: Tab }) {
  const { history } = useRouter();
  return (
    <Tabs
      activeKey={here}
      onChange={(key) => history.push(tabs.find((tab) => tab.key === key)?.path ?? tabs[0].path)}
      items={tabs.map(({ key, title }) => ({ key, label: title }))}
    />
  );
}
