// Coverage (应建未建): firms and communities without a union, the plan for each, surveys in and the list out.
import { Button } from "antd";
import { useState } from "react";
import { useList } from "../../../list-state.ts";
import { Day } from "../../../ui/day.tsx";
import { UploadOutlined } from "../../../ui/icons.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { Nothing } from "../../../ui/money.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { countWords } from "../../../ui/words.ts";
import { readTargets, type Target, targetsFile } from "./founding.ts";
import { FoundingTabs } from "./founding-tabs.tsx";
import { BringSurvey } from "./survey-panel.tsx";
import { TargetPanel } from "./target-panel.tsx";

export function PlanTag({ target: { plan, helpDue } }: { readonly target: Target }) {
  if (plan)
    return (
      <StatusTag tone={plan.late ? "late" : "doing"} quiet>
        {plan.late ? "计划已过期" : "已有计划"}
      </StatusTag>
    );
  return (
    <StatusTag tone={helpDue ? "warn" : "wait"} quiet>
      {helpDue ? "该派员帮助" : "没有计划"}
    </StatusTag>
  );
}

const columns: PageColumn<Target>[] = [
  { key: "name", title: "单位", width: 280, sortable: true, cell: ({ name }) => name },
  {
    key: "state",
    title: "计划",
    width: 124,
    phone: "tag",
    cell: (target) => <PlanTag target={target} />,
  },
  { key: "kind", title: "类别", width: 116, cell: ({ kindName }) => kindName },
  {
    key: "staff",
    title: "职工人数",
    width: 104,
    align: "right",
    sortable: true,
    help: "没有摸排到人数的，按已在别处入会的人数排序。",
    cell: ({ staff }) => (staff === null ? <Nothing /> : countWords(staff)),
  },
  {
    key: "employed",
    title: "已在别处入会",
    width: 124,
    align: "right",
    help: "填写在这里工作、会籍在别的工会的会员，每晚重新统计。",
    cell: ({ employed }) => countWords(employed),
  },
  { key: "union", title: "负责组建的工会", width: 200, cell: ({ union }) => union.name },
  {
    key: "who",
    title: "负责人",
    width: 112,
    cell: ({ plan }) => plan?.who ?? <Nothing />,
  },
  {
    key: "plan",
    title: "计划日期",
    width: 116,
    sortable: true,
    cell: ({ plan }) => <Day value={plan?.day ?? null} />,
  },
  { key: "source", title: "来源", width: 132, cell: ({ sourceName }) => sourceName },
  { key: "uscc", title: "统一社会信用代码", width: 190, hidden: true, cell: ({ uscc }) => uscc },
];

const fields = [
  { kind: "search" as const, name: "q", title: "名称或信用代码", width: 200 },
  {
    kind: "choice" as const,
    name: "plan",
    title: "计划",
    width: 132,
    options: [
      { value: "none", title: "没有计划" },
      { value: "planned", title: "已有计划" },
      { value: "late", title: "计划已过期" },
    ],
  },
  {
    kind: "choice" as const,
    name: "kind",
    title: "类别",
    width: 132,
    options: [
      { value: "firm", title: "企业单位" },
      { value: "community", title: "社区（村）" },
    ],
  },
  {
    kind: "choice" as const,
    name: "source",
    title: "来源",
    width: 148,
    options: [
      { value: "import", title: "摸排表" },
      { value: "employers", title: "会员的工作单位" },
    ],
  },
];

const keyOf = ({ id }: Target) => id;

export function Page() {
  const [bringing, setBringing] = useState(false);
  const list = useList(["founding", "targets"], readTargets);
  return (
    <ListPage
      title="应建未建"
      sentence="还没有工会的单位和社区；排好计划，工会成立后自动从这里移出。"
      action={
        <Button type="primary" icon={<UploadOutlined />} onClick={() => setBringing(true)}>
          导入摸排表
        </Button>
      }
      above={<FoundingTabs here="coverage" />}
      id="founding.coverage"
      label="应建未建单位"
      unit="家单位"
      columns={columns}
      keyOf={keyOf}
      list={list}
      fields={fields}
      file={targetsFile}
      panel={({ row, ways }) => (
        <TargetPanel target={row} help={list.query.data?.help} ways={ways} />
      )}
      empty={{
        sentence: "没有应建未建的单位",
        hint: "导入摸排表，或等每晚自动从会员的工作单位里找。",
      }}
    >
      <BringSurvey open={bringing} onClose={() => setBringing(false)} />
    </ListPage>
  );
}
