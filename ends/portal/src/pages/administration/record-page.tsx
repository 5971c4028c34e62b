// The record's page (操作记录): who did what and when, and who looked at whose full information; only ever read.
import { useRouter, useSearch } from "@tanstack/react-router";
import { Tabs } from "antd";
import { paths, withSearch } from "../../paths.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { EntriesTab } from "./entries-tab.tsx";
import { LooksTab } from "./looks-tab.tsx";

const tabs = [
  { key: "entries", label: "操作记录", children: <EntriesTab /> },
  { key: "looks", label: "查看记录", children: <LooksTab /> },
];

export function Page() {
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const { history } = useRouter();
  const here = paths.room("administration", "audit");
  return (
    <>
      <PageHead
        title="操作记录"
        sentence="本级和下级工会的人做过什么、看过谁的完整信息。只能查阅，不能改动。"
      />
      <Tabs
        activeKey={tab === "looks" ? "looks" : "entries"}
        onChange={(key) =>
          history.push(withSearch(here, { tab: key === "looks" ? key : undefined }))
        }
        items={tabs}
        destroyOnHidden
      />
    </>
  );
}
