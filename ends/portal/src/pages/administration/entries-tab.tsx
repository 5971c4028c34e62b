// Entries (操作记录): every command that was done, newest first.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useList } from "../../list-state.ts";
import { Moment } from "../../ui/day.tsx";
import type { FilterField } from "../../ui/filter/fields.ts";
import { Nothing } from "../../ui/money.tsx";
import { Facts } from "../../ui/section.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { ListTable } from "../../ui/table/list-table.tsx";
import { type Entry, readEntries } from "./record.ts";
import { titlesQuery } from "./record-titles.ts";

type Titles = ReadonlyMap<string, string>;

const Sealed = ({ sealed }: Pick<Entry, "sealed">) =>
  sealed ? (
    <StatusTag quiet tone="done">
      已封存
    </StatusTag>
  ) : (
    <StatusTag quiet tone="wait">
      待封存
    </StatusTag>
  );

const columnsOf = (titles: Titles): PageColumn<Entry>[] => [
  {
    key: "action",
    title: "做了什么",
    width: 240,
    cell: ({ action }) => titles.get(action) ?? action,
  },
  { key: "actor", title: "谁", width: 280, cell: ({ actor }) => actor },
  {
    key: "subject",
    title: "对象编号",
    width: 300,
    phone: "none",
    cell: ({ subject }) => subject ?? <Nothing />,
  },
  { key: "at", title: "时间", width: 160, cell: ({ at }) => <Moment value={at} /> },
  {
    key: "sealed",
    title: "防篡改",
    width: 112,
    phone: "tag",
    help: "封存后改动任何一条都能被查出来；每隔几分钟封存一次。",
    cell: ({ sealed }) => <Sealed sealed={sealed} />,
  },
];

const fieldsOf = (titles: Titles): FilterField[] => [
  { kind: "search", name: "actor", title: "姓名", width: 180 },
  {
    kind: "choice",
    name: "action",
    title: "做了什么",
    width: 220,
    options: [...titles].map(([value, title]) => ({ value, title })),
  },
  { kind: "search", name: "subject", title: "对象编号", width: 220 },
  { kind: "days", name: "days", from: "from", to: "to", title: "时间" },
];

const keyOf = ({ id }: Entry) => id;
const noTitles: Titles = new Map();

export function EntriesTab() {
  const list = useList(["record", "entries"], readEntries);
  const { data: titles = noTitles } = useQuery(titlesQuery);
  const columns = useMemo(() => columnsOf(titles), [titles]);
  const fields = useMemo(() => fieldsOf(titles), [titles]);
  return (
    <ListTable
      id="administration.entries"
      label="操作记录"
      unit="条记录"
      columns={columns}
      keyOf={keyOf}
      list={list}
      fields={fields}
      panel={({ row, ways }) => (
        <SidePanel
          open={row !== undefined}
          title={row ? (titles.get(row.action) ?? row.action) : ""}
          {...ways}
        >
          {row ? (
            <Facts
              facts={[
                { title: "谁", value: row.actor, wide: true },
                { title: "时间", value: <Moment value={row.at} /> },
                { title: "防篡改", value: <Sealed sealed={row.sealed} /> },
                { title: "操作代码", value: row.action },
                { title: "对象编号", value: row.subject, wide: true },
                { title: "请求编号", value: row.requestId, wide: true },
              ]}
            />
          ) : null}
        </SidePanel>
      )}
      empty={{ sentence: "还没有操作记录", hint: "有人办理业务后会出现在这里。" }}
    />
  );
}
