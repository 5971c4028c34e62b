// Tabs of the room (新业态入会): invitations, services, federations, rate; each with an address of its own.
import { useRouter } from "@tanstack/react-router";
import { Tabs } from "antd";
import { joiningPaths } from "./addresses.ts";

const tabs = [
  { key: "invitations", title: "活动和海报", path: joiningPaths.invitations() },
  { key: "services", title: "先服务后入会", path: joiningPaths.services() },
  { key: "federations", title: "行业联合会", path: joiningPaths.federations() },
  { key: "rate", title: "入会率", path: joiningPaths.rate() },
] as const;

export type Tab = (typeof tabs)[number]["key"];

export function JoiningTabs({ here }: { readonly here: Tab }) {
  const { history } = useRouter();
  return (
    <Tabs
      activeKey={here}
      onChange={(key) => history.push(tabs.find((tab) => tab.key === key)?.path ?? tabs[0].path)}
      items={tabs.map(({ key, title }) => ({ key, label: title }))}
    />
  );
}
