// Desk columns (工作台列表): each case in its place, with the clock that counts in working days.
import { Moment } from "../../ui/day.tsx";
import { Nothing } from "../../ui/money.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { statusTones } from "../cases/cases.ts";
import { Term } from "../cases/term.tsx";
import styles from "./desk.module.css";
import type { DeskRow, List } from "./desk.ts";

const title: PageColumn<DeskRow> = {
  key: "title",
  title: "办件",
  width: 290,
  cell: ({ title: words, number, urged }) => (
    <span className={styles.title}>
      <span>
        {words}
        {urged ? <em className={styles.urged}>今天催办过</em> : null}
      </span>
      <small>{number}</small>
    </span>
  ),
};

const fn: PageColumn<DeskRow> = {
  key: "function",
  title: "事项",
  width: 130,
  cell: ({ functionTitle }) => functionTitle,
};

const union: PageColumn<DeskRow> = {
  key: "union",
  title: "工会",
  width: 200,
  cell: ({ unionName }) => unionName,
};

const step: PageColumn<DeskRow> = {
  key: "step",
  title: "到了哪一步",
  width: 130,
  cell: (row) => row.step ?? <Nothing />,
};

const status: PageColumn<DeskRow> = {
  key: "status",
  title: "状态",
  width: 110,
  phone: "tag",
  cell: (row) => (
    <StatusTag tone={statusTones[row.status]} quiet>
      {row.statusTitle}
    </StatusTag>
  ),
};

/** Nothing runs any more. */
const endedIn: readonly DeskRow["status"][] = ["approved", "rejected", "withdrawn"];

const clock: PageColumn<DeskRow> = {
  key: "due",
  title: "时限",
  width: 172,
  phone: "tag",
  sortable: true,
  help: "按工作日计，节假日和调休已算在内。",
  cell: (row) => (endedIn.includes(row.status) ? <Nothing /> : <Term term={row.clock} quiet />),
};

const at = (words: string): PageColumn<DeskRow> => ({
  key: "at",
  title: words,
  width: 128,
  sortable: true,
  cell: (row) => <Moment value={row.at} since />,
});

export const columnsOf: Record<List, readonly PageColumn<DeskRow>[]> = {
  todo: [title, fn, union, step, clock, at("到我这里")],
  done: [title, fn, union, status, at("办理时间")],
  mine: [title, fn, union, status, clock, at("最近变动")],
  copied: [title, fn, union, status, at("抄送时间")],
};
