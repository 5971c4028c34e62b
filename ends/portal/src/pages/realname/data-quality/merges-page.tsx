// Merges (归并记录): which records were made one, by whom and on what, and taking it back within its days.
import { useList } from "../../../list-state.ts";
import { Day, Moment } from "../../../ui/day.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { MergePanel } from "./merge-panel.tsx";
import { type ListedMerge, readMerges } from "./merges.ts";
import { QualityTabs } from "./quality-tabs.tsx";

export function MergeState({ undone, can }: Pick<ListedMerge, "undone" | "can">) {
  if (undone) {
    return (
      <StatusTag quiet tone="off">
        已撤销
      </StatusTag>
    );
  }
  return (
    <StatusTag quiet tone={can.undo ? "doing" : "done"}>
      {can.undo ? "可以撤销" : "已过撤销期"}
    </StatusTag>
  );
}

const columns: PageColumn<ListedMerge>[] = [
  {
    key: "names",
    title: "归并的两条记录",
    width: 200,
    cell: ({ name, absorbedName }) => `${absorbedName} → ${name}`,
    help: "箭头右边是保留的记录。",
  },
  { key: "state", title: "状态", width: 120, phone: "tag", cell: (row) => <MergeState {...row} /> },
  {
    key: "score",
    title: "相似程度",
    width: 100,
    align: "right",
    help: "归并时两条记录有多像，满分 100。",
    cell: ({ score }) => score,
  },
  { key: "by", title: "谁归并", width: 180, cell: ({ by }) => by },
  { key: "at", title: "归并时间", width: 150, cell: ({ at }) => <Moment value={at} since /> },
  {
    key: "until",
    title: "可撤销到",
    width: 120,
    cell: ({ untilDay, undone }) => (undone ? "—" : <Day value={untilDay} />),
  },
];

const keyOf = ({ id }: ListedMerge) => id;

export function Page() {
  const list = useList(["merges", "list"], readMerges);
  return (
    <ListPage
      title="归并记录"
      sentence="认定为同一个人、合成一条的会员记录。归并错了，30 天内可以撤销。"
      above={<QualityTabs here="merges" />}
      id="realname.merges"
      label="归并记录"
      unit="次归并"
      columns={columns}
      keyOf={keyOf}
      list={list}
      panel={({ key, ways }) => <MergePanel id={key} {...ways} />}
      empty={{ sentence: "还没有归并过会员记录" }}
    ></ListPage>
  );
}
