// Organisations (组织架构): the unions within reach, as a tree and as a list.
import { useRouter, useSearch } from "@tanstack/react-router";
import { Button, Tabs } from "antd";
import { paths } from "../../../paths.ts";
import { BarChartOutlined } from "../../../ui/icons.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { tabAt } from "./addresses.ts";
import { ListTab } from "./list-tab.tsx";
import { TreeTab } from "./tree-tab.tsx";

const tabs = [
  { key: "tree", label: "组织树", children: <TreeTab /> },
  { key: "list", label: "工会清单", children: <ListTab /> },
];

export function Page() {
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const { history } = useRouter();
  return (
    <>
      <PageHead
        title="组织架构"
        sentence="本级和下级工会：在哪里、归谁管、有多少会员、何时换届。"
        more={
          <Button icon={<BarChartOutlined />} onClick={() => history.push(paths.cockpit())}>
            驾驶舱
          </Button>
        }
      />
      <Tabs
        activeKey={tab === "list" ? "list" : "tree"}
        onChange={(key) => history.push(tabAt(key))}
        items={tabs}
        destroyOnHidden
      />
    </>
  );
}
