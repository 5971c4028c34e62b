// Tabs of the room (劳动争议多元化解): disputes, closure, interests; each for who may see it.
import { useRouter } from "@tanstack/react-router";
import { Tabs } from "antd";
import { useMe } from "../../../session.ts";
import { mediationPaths } from "./addresses.ts";

const tabs = [
  {
    key: "disputes",
    title: "调解台账",
    path: mediationPaths.disputes(),
    for: ["mediator", "cadre", "chair"],
  },
  { key: "rate", title: "办结率", path: mediationPaths.rate(), for: ["cadre", "chair"] },
  { key: "interests", title: "利害关系申报", path: mediationPaths.interests(), for: ["mediator"] },
] as const;

export function MediationTabs({ here }: { readonly here: (typeof tabs)[number]["key"] }) {
  const { history } = useRouter();
  const role: string = useMe().role;
  const open = tabs.filter((tab) => tab.for.some((one) => one === role));
  return (
    <Tabs
      activeKey={here}
      onChange={(key) => history.push(open.find((tab) => tab.key === key)?.path ?? tabs[0].path)}
      items={open.map(({ key, title }) => ({ key, label: title }))}
    />
  );
}
