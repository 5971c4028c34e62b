// Tabs of the room (法律援助): matters, questions, lawyers, money won back; each for who may see it.
import { useRouter } from "@tanstack/react-router";
import { Tabs } from "antd";
import { useMe } from "../../../session.ts";
import { legalAidPaths } from "./addresses.ts";

const staff = ["officer", "chair", "cadre"];

const tabs = [
  {
    key: "matters",
    title: "援助案件",
    path: legalAidPaths.matters(),
    for: [...staff, "lawyer"],
  },
  {
    key: "consultations",
    title: "法律咨询",
    path: legalAidPaths.consultations(),
    for: [...staff, "lawyer"],
  },
  { key: "lawyers", title: "律师和值班", path: legalAidPaths.lawyers(), for: [...staff, "lawyer"] },
  { key: "recovered", title: "追回款项", path: legalAidPaths.recovered(), for: staff },
] as const;

export function LegalAidTabs({ here }: { readonly here: (typeof tabs)[number]["key"] }) {
  const { history } = useRouter();
  const role: string = useMe().role;
  const open = tabs.filter((tab) => tab.for.includes(role));
  return (
    <Tabs
      activeKey={here}
      onChange={(key) => history.push(open.find((tab) => tab.key === key)?.path ?? tabs[0].path)}
      items={open.map(({ key, title }) => ({ key, label: title }))}
    />
  );
}
