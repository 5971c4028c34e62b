// Columns of the case list (办件列表栏目).
import { Clock } from "../../ui/clock.tsx";
import { Moment } from "../../ui/day.tsx";
import { Nothing } from "../../ui/money.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { statusTones } from "./cases.ts";
import styles from "./overview.module.css";
import type { ListedCase } from "./overview.ts";

/** A case's title over its number. */
export const CaseTitle = ({ title, number }: Pick<ListedCase, "title" | "number">) => (
  <span className={styles.title}>
    <span>{title}</span>
    <small>{number}</small>
  </span>
);

function WaitsFor({ steps }: ListedCase) {
  if (steps.length === 0) return <Nothing />;
  return (
    <>
      {steps.map(({ title, unionName, roleTitle }) => (
        <span key={`${title}${unionName}${roleTitle}`} className={styles.title}>
          <span>{title}</span>
          <small title={unionName}>
            {roleTitle} · {unionName}
          </small>
        </span>
      ))}
    </>
  );
}

export const columns: readonly PageColumn<ListedCase>[] = [
  { key: "title", title: "办件", width: 260, cell: (row) => <CaseTitle {...row} /> },
  {
    key: "status",
    title: "状态",
    width: 108,
    phone: "tag",
    cell: ({ status, statusTitle }) => (
      <StatusTag tone={statusTones[status]} quiet>
        {statusTitle}
      </StatusTag>
    ),
  },
  {
    key: "due",
    title: "时限",
    width: 172,
    phone: "tag",
    sortable: true,
    help: "按工作日计。按时限排时只列在办的。",
    cell: ({ clock, status, endedAt }) =>
      endedAt === null ? (
        <Clock
          left={clock?.workdaysLeft}
          due={clock?.due}
          provisional={clock?.provisional}
          paused={status === "returned"}
          quiet
        />
      ) : (
        <Nothing />
      ),
  },
  { key: "steps", title: "正在等", width: 210, cell: (row) => <WaitsFor {...row} /> },
  {
    key: "union",
    title: "提交到",
    width: 210,
    cell: ({ union }) => <span title={union.name}>{union.name}</span>,
  },
  {
    key: "filed",
    title: "提交时间",
    width: 140,
    sortable: true,
    cell: ({ filedAt }) => <Moment value={filedAt} />,
  },
  {
    key: "ended",
    title: "办结时间",
    width: 140,
    hidden: true,
    phone: "none",
    cell: ({ endedAt }) => (endedAt ? <Moment value={endedAt} /> : <Nothing />),
  },
  {
    key: "function",
    title: "事项",
    width: 130,
    hidden: true,
    phone: "none",
    cell: ({ functionTitle }) => functionTitle,
  },
];
