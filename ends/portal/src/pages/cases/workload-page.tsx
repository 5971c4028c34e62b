// The workload (各岗位在办量): what waits at each seat, how long, and who gets through how much.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { useListPlace } from "../../list-state.ts";
import { paths } from "../../paths.ts";
import { useMe } from "../../session.ts";
import { Moment } from "../../ui/day.tsx";
import type { FilterField } from "../../ui/filter/fields.ts";
import { TextLink } from "../../ui/link.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { Nothing } from "../../ui/money.tsx";
import { Stat, Stats } from "../../ui/stat.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { countWords } from "../../ui/words.ts";
import { useUnionName } from "../../unions/union-name.ts";
import styles from "./overview.module.css";
import { type SeatLoad, workloadQuery } from "./overview.ts";
import { roleField, unionField } from "./overview-filters.tsx";
import { OverviewTabs } from "./overview-tabs.tsx";

const usual = { sort: "-overdue" };

/** What applicants are to sign themselves lies at no post, and is nobody's to give away. */
const isApplicants = ({ role }: SeatLoad) => role === "worker" || role === "member";

function Holders(seat: SeatLoad) {
  const { holders } = seat;
  if (isApplicants(seat)) return <>等申请人本人办</>;
  if (holders.length === 0) return <StatusTag tone="late">没有人在岗</StatusTag>;
  return (
    <span className={styles.holders}>
      {holders.map(({ name, title, done }) => (
        <span key={`${name}${title}`}>
          {name}（{title}） <small>近 30 天办了 {countWords(done)} 件</small>
        </span>
      ))}
    </span>
  );
}

const columns: readonly PageColumn<SeatLoad>[] = [
  {
    key: "seat",
    title: "岗位",
    width: 260,
    cell: ({ union, roleTitle }) => (
      <span className={styles.title}>
        <span title={union.name}>{union.name}</span>
        <small>{roleTitle}</small>
      </span>
    ),
  },
  {
    key: "open",
    title: "待办",
    width: 88,
    align: "right",
    sortable: true,
    cell: ({ open }) => countWords(open),
  },
  {
    key: "overdue",
    title: "已超期",
    width: 100,
    align: "right",
    sortable: true,
    cell: ({ overdue }) => (overdue === 0 ? "0" : <b>{countWords(overdue)}</b>),
  },
  {
    key: "oldest",
    title: "等得最久",
    width: 150,
    sortable: true,
    help: "最早到岗、现在还没有办的那一件。",
    cell: ({ oldestAt }) => (oldestAt ? <Moment value={oldestAt} since /> : <Nothing />),
  },
  {
    key: "done",
    title: "近 30 天办了",
    width: 120,
    align: "right",
    sortable: true,
    cell: ({ done }) => countWords(done),
  },
  { key: "holders", title: "在岗的人", width: 300, cell: (row) => <Holders {...row} /> },
];

/** For those who may give the work of one seat to another. */
const sharing: PageColumn<SeatLoad> = {
  key: "share",
  title: "操作",
  width: 110,
  always: true,
  cell: (seat) =>
    seat.open > 0 && !isApplicants(seat) ? (
      <TextLink to={paths.shareWork(seat.union.id, seat.role)}>调整分工</TextLink>
    ) : (
      <Nothing />
    ),
};
const columnsToShare = [...columns, sharing];
const sharers: readonly string[] = ["chair", "cadre"];

const vacant: FilterField = {
  kind: "choice",
  name: "vacant",
  title: "全部岗位",
  options: [{ value: "true", title: "没有人在岗的" }],
};

export function Page() {
  const shares = sharers.includes(useMe().role);
  const place = useListPlace(usual);
  const { history } = useRouter();
  const { filters } = place.state;
  const picked = useUnionName(filters.unionId);
  const fields = useMemo(() => [unionField(picked), roleField(false), vacant], [picked]);
  const query = useQuery({ ...workloadQuery(place.state), placeholderData: keepPreviousData });
  const whole = query.data?.whole;
  return (
    <ListPage
      title="各岗位在办量"
      sentence="本级和下级工会每个岗位手上的待办。点一行，看是哪些办件。"
      more={shares ? <TextLink to={paths.handOver()}>工作交接</TextLink> : undefined}
      above={
        <>
          <OverviewTabs here="workload" />
          {whole ? (
            <div className={styles.stats}>
              <Stats>
                <Stat title="待办" value={whole.open} unit="件" />
                <Stat
                  title="已超期"
                  value={whole.overdue}
                  unit="件"
                  late={whole.overdue > 0 ? "请先办这些" : undefined}
                  to={paths.cases({ clock: "red", unionId: filters.unionId })}
                />
                <Stat title="近 30 天办了" value={whole.done} unit="件" />
              </Stats>
            </div>
          ) : null}
        </>
      }
      id="cases.workload"
      label="各岗位在办量"
      unit="个岗位"
      columns={shares ? columnsToShare : columns}
      keyOf={({ union, role }) => `${union.id} ${role}`}
      list={{ place, query }}
      fields={fields}
      onOpen={({ union, role }) => history.push(paths.cases({ seatUnionId: union.id, role }))}
      empty={{ sentence: "没有待办", hint: "本级和下级工会现在都没有等着办的事。" }}
    />
  );
}
