// Faulty rows (错误行): which rows came back, what the sheet says there, and how to mend it; narrowed to one kind.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useListPlace } from "../../../list-state.ts";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { countWords } from "../../../ui/words.ts";
import { type FaultyRow, type Import, importKey, readFaultyRows } from "./imports.ts";
import styles from "./roster.module.css";

const columns: PageColumn<FaultyRow>[] = [
  { key: "row", title: "行号", width: 90, cell: ({ row }) => `第 ${row} 行` },
  { key: "name", title: "姓名", width: 120, cell: ({ name }) => name || "—" },
  {
    key: "written",
    title: "表里写的",
    width: 260,
    cell: ({ faults }) => (
      <Lines lines={faults.map(({ title, written }) => `${title}：${written || "空着"}`)} />
    ),
  },
  {
    key: "say",
    title: "错在哪里，怎么改",
    width: 560,
    cell: ({ faults }) => <Lines lines={faults.map(({ say }) => say)} />,
  },
];

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <span className={styles.lines}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  );
}

export function FaultyRows({ roster }: { readonly roster: Import }) {
  const place = useListPlace();
  const { page, size, filters } = place.state;
  const code = filters.code;
  const query = useQuery({
    queryKey: [...importKey(roster.id), "faulty-rows", roster.faulty, code, page, size],
    queryFn: () => readFaultyRows(roster.id, { page, size, ...(code ? { code } : {}) }),
    placeholderData: keepPreviousData,
  });
  const options = roster.faults.map((fault) => ({
    value: fault.code,
    title: `${fault.title} ${countWords(fault.rows)} 行`,
  }));
  return (
    <ListTable
      id="realname.roster.faulty"
      label="错误行"
      unit="行"
      columns={columns}
      keyOf={({ row }) => String(row)}
      list={{ place, query }}
      fields={[{ kind: "choice", name: "code", title: "全部错误", width: 260, options }]}
      empty={{ sentence: "没有错误行" }}
    />
  );
}
