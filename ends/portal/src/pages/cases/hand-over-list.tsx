// Hand-overs on record (工作交接记录): who had what from whom, when, on whose word and why.
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import type { RowAt } from "../../client.ts";
import { listAt, useList } from "../../list-state.ts";
import { paths, withSearch } from "../../paths.ts";
import { useMe } from "../../session.ts";
import { Moment } from "../../ui/day.tsx";
import type { FilterField } from "../../ui/filter/fields.ts";
import type { ListState } from "../../ui/list.ts";
import { Section } from "../../ui/section.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { ListTable } from "../../ui/table/list-table.tsx";
import { useUnionName } from "../../unions/union-name.ts";
import styles from "./overview.module.css";
import { unionField } from "./overview-filters.tsx";
import { handOverKey } from "./sharing.ts";

type HandOver = RowAt<"/api/cases/hand-overs">;

const readHandOvers = listAt("/api/cases/hand-overs");
const fileOf = ({ filters }: ListState) => withSearch("/api/cases/hand-overs/file", filters);

const tones: Record<HandOver["how"], Tone> = {
  left: "warn",
  barred: "warn",
  ordered: "done",
  shared: "done",
  returned: "off",
};

/** At the seat, where nobody has it by name. */
const AtSeat = () => <span className={styles.quiet}>岗位上，同岗位都能办</span>;

const columns: readonly PageColumn<HandOver>[] = [
  {
    key: "function",
    title: "办件",
    width: 176,
    cell: ({ functionTitle, number }) => (
      <span className={styles.title}>
        <span>{functionTitle}</span>
        <small>{number}</small>
      </span>
    ),
  },
  {
    key: "how",
    title: "怎样交接",
    width: 116,
    phone: "tag",
    cell: ({ how, howTitle }) => (
      <StatusTag tone={tones[how]} quiet>
        {howTitle}
      </StatusTag>
    ),
  },
  { key: "from", title: "谁交出", width: 164, cell: ({ from }) => from ?? <AtSeat /> },
  { key: "to", title: "谁接办", width: 164, cell: ({ to }) => to ?? <AtSeat /> },
  { key: "at", title: "时间", width: 146, cell: ({ at }) => <Moment value={at} /> },
  { key: "by", title: "谁安排", width: 150, cell: ({ by }) => by ?? "系统" },
  { key: "reason", title: "原因", width: 150, cell: ({ reason }) => reason },
  {
    key: "seat",
    title: "交出的岗位",
    width: 220,
    hidden: true,
    cell: ({ step, unionName, roleTitle }) => (
      <span className={styles.title}>
        <span>{step}</span>
        <small title={unionName}>
          {roleTitle} · {unionName}
        </small>
      </span>
    ),
  },
];

const searchField: FilterField = { kind: "search", name: "q", title: "谁交出、接办或安排" };
const wayField: FilterField = {
  kind: "choice",
  name: "how",
  title: "怎样交接",
  width: 148,
  options: [
    { value: "ordered", title: "安排交接" },
    { value: "left", title: "离岗自动转出" },
    { value: "barred", title: "回避自动转出" },
    { value: "shared", title: "调整分工" },
    { value: "returned", title: "撤回调整" },
  ],
};
const daysField: FilterField = {
  kind: "days",
  name: "day",
  title: "交接日期",
  from: "from",
  to: "to",
  more: true,
};

export function HandOverList() {
  const { history } = useRouter();
  const { role } = useMe();
  const list = useList(handOverKey, readHandOvers);
  const picked = useUnionName(list.place.state.filters.unionId);
  const fields = useMemo(
    () => [searchField, wayField, unionField(picked, { more: true }), daysField],
    [picked],
  );
  // Who keeps the posts sees that work went on, and not whose case it is.
  const opens = role !== "security-admin";
  return (
    <Section title="交接记录" sentence="安排的、离岗或回避自动转出的、调整分工的，都记在这里。">
      <ListTable
        id="cases.hand-overs"
        label="交接记录"
        unit="次交接"
        columns={columns}
        keyOf={({ id, seq }) => `${id} ${seq}`}
        list={list}
        fields={fields}
        file={fileOf}
        {...(opens ? { onOpen: ({ id }: HandOver) => history.push(paths.case(id)) } : {})}
        empty={{ sentence: "没有交接记录", hint: "交接以后，谁把什么交给了谁，会一直留在这里。" }}
      />
    </Section>
  );
}
