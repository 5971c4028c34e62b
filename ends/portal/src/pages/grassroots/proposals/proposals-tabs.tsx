// Tabs of the room (提案与厂务公开): proposals, campaigns, selections, disclosures, questions; each with an address of its own.
import { useRouter } from "@tanstack/react-router";
import { Tabs } from "antd";
import { proposalPaths } from "./addresses.ts";

const tabs = [
  { key: "proposals", title: "提案台账", path: proposalPaths.proposals() },
  { key: "campaigns", title: "征集活动", path: proposalPaths.campaigns() },
  { key: "selections", title: "优秀提案评选", path: proposalPaths.selections() },
  { key: "disclosures", title: "公开事项", path: proposalPaths.disclosures() },
  { key: "questions", title: "质询档案", path: proposalPaths.questions() },
] as const;

type Tab = (typeof tabs)[number]["key"];

export function ProposalsTabs({ here }: { readonly here: Tab }) {
  const { history } = useRouter();
  return (
    <Tabs
      activeKey={here}
      onChange={(key) => history.push(tabs.find((tab) => tab.key === key)?.path ?? tabs[0].path)}
      items={tabs.map(({ key, title }) => ({ key, label: title }))}
    />
  );
}
