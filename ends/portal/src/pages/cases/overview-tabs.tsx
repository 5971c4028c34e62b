// Tabs of the overview (办件总览): the list, the workload, the time spent, the forecast; each with an address of its own.
import { useRouter } from "@tanstack/react-router";
import { Tabs } from "antd";
import { paths } from "../../paths.ts";
import { useMe } from "../../session.ts";
import { TextLink } from "../../ui/link.tsx";
import { useNarrow } from "../../ui/use-media.ts";
import styles from "./overview.module.css";

const tabs = [
  { key: "list", title: "办件查询", path: paths.cases() },
  { key: "workload", title: "各岗位在办量", path: paths.caseView("workload") },
  { key: "forecast", title: "可能超时", path: paths.caseView("forecast") },
  { key: "durations", title: "各环节用时", path: paths.caseView("durations") },
] as const;

interface OverviewTabsProps {
  readonly here: (typeof tabs)[number]["key"];
}

/** What a federation fits to its own place. */
const LocalLinks = () => (
  <>
    <TextLink to={paths.flows()}>本地流程</TextLink>
    <TextLink to={paths.rules()}>规定数值</TextLink>
  </>
);

export function OverviewTabs({ here }: OverviewTabsProps) {
  const { history } = useRouter();
  const { role } = useMe();
  const narrow = useNarrow();
  const mayChange = role === "chair" || role === "cadre";
  // Beside the tabs a phone has no room for both.
  const links = mayChange ? (
    <div className={narrow ? styles.localBelow : styles.local}>
      <LocalLinks />
    </div>
  ) : null;
  return (
    <>
      <Tabs
        tabBarExtraContent={narrow ? null : links}
        activeKey={here}
        onChange={(key) => history.push(tabs.find((tab) => tab.key === key)?.path ?? tabs[0].path)}
        items={tabs.map(({ key, title }) => ({ key, label: title }))}
      />
      {narrow ? links : null}
    </>
  );
}
