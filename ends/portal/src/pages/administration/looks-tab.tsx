// Looks (查看记录): who saw whose full information, which part and what for, newest first.
import { useList } from "../../list-state.ts";
import { Moment } from "../../ui/day.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { ListTable } from "../../ui/table/list-table.tsx";
import { type Look, readLooks } from "./record.ts";

const fieldTitles: Readonly<Record<string, string>> = {
  name: "姓名",
  documentNumber: "证件号码",
  phone: "手机号",
  household: "户籍所在地",
};

const columns: PageColumn<Look>[] = [
  { key: "viewer", title: "谁看的", width: 220, cell: ({ viewer }) => viewer },
  {
    key: "fields",
    title: "看了什么",
    width: 160,
    cell: ({ fields }) => fields.map((field) => fieldTitles[field] ?? field).join("、"),
  },
  {
    key: "purpose",
    title: "用来做什么",
    width: 260,
    cell: ({ purpose }) => <span title={purpose}>{purpose}</span>,
  },
  {
    key: "person",
    title: "被看的人（编号）或文件",
    width: 300,
    phone: "none",
    help: "审计只看编号；要知道是谁，请有权限的岗位按编号打开会员档案。",
    cell: ({ personId, about }) => personId ?? about,
  },
  { key: "at", title: "时间", width: 160, cell: ({ at }) => <Moment value={at} /> },
];

export function LooksTab() {
  const list = useList(["record", "looks"], readLooks);
  return (
    <ListTable
      id="administration.looks"
      label="查看记录"
      unit="次查看"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      empty={{ sentence: "还没有人看过完整信息", hint: "有人写明用途看了完整号码，会出现在这里。" }}
    />
  );
}
