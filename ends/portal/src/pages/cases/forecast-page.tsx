// The forecast (可能超时): open tasks likely to break their clock, and how well that was foreseen before.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { useListPlace } from "../../list-state.ts";
import { paths } from "../../paths.ts";
import { Clock } from "../../ui/clock.tsx";
import type { FilterField } from "../../ui/filter/fields.ts";
import { ListPage } from "../../ui/list-page.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { countWords } from "../../ui/words.ts";
import { useUnionName } from "../../unions/union-name.ts";
import { CaseTitle } from "./case-columns.tsx";
import { ForecastCheck } from "./forecast-check.tsx";
import styles from "./overview.module.css";
import { type Forecast, forecastQuery, kindsQuery } from "./overview.ts";
import { functionField, unionField } from "./overview-filters.tsx";
import { OverviewTabs } from "./overview-tabs.tsx";
import { percentWords } from "./percent.ts";

const Odds = ({ odds }: Forecast) => (
  <span className={styles.odds}>
    <b>{percentWords(odds)}</b>
    <span className={styles.bar} aria-hidden>
      <i style={{ width: percentWords(odds) }} />
    </span>
  </span>
);

const columns: readonly PageColumn<Forecast>[] = [
  { key: "title", title: "办件", width: 260, cell: (row) => <CaseTitle {...row} /> },
  {
    key: "odds",
    title: "超时的可能",
    width: 140,
    phone: "tag",
    help: "同一事项、同一环节的往例中，用了同样多的工作日还没办完的，后来有多少超了时。",
    cell: (row) => <Odds {...row} />,
  },
  {
    key: "clock",
    title: "时限",
    width: 130,
    cell: ({ clock }) => (
      <Clock left={clock.workdaysLeft} due={clock.due} provisional={clock.provisional} quiet />
    ),
  },
  {
    key: "seat",
    title: "等谁办",
    width: 230,
    cell: ({ step, unionName, roleTitle }) => (
      <span className={styles.title}>
        <span>{step}</span>
        <small title={unionName}>
          {roleTitle} · {unionName}
        </small>
      </span>
    ),
  },
  {
    key: "spent",
    title: "已用 / 期限",
    width: 130,
    cell: ({ spent, term }) => `${spent} / ${term} 个工作日`,
  },
  {
    key: "basis",
    title: "依据",
    width: 180,
    cell: ({ basis }) => `${basis.county ? "本县" : "各县"}往例 ${countWords(basis.tasks)} 件`,
  },
];

const leastField: FilterField = {
  kind: "choice",
  name: "least",
  title: "可能性",
  options: [
    { value: "80", title: "80% 以上" },
    { value: "20", title: "20% 以上" },
    { value: "0", title: "全部有预测的" },
  ],
};

/** Nothing is promised of tasks that could not be forecast. */
function emptyFor(data: { readonly looked: number; readonly unknown: number } | undefined) {
  if (data && data.looked > 0 && data.unknown === data.looked) {
    return {
      sentence: "往例还不够，没有预测",
      hint: "同一环节办完 10 件以后才有预测；快到期的请看办件查询。",
    };
  }
  const hint = data?.unknown ? "照往例看，有预测的都来得及。" : "照往例看，手上的都来得及。";
  return { sentence: "没有可能超时的办件", hint };
}

export function Page() {
  const place = useListPlace();
  const { history } = useRouter();
  const { filters } = place.state;
  const picked = useUnionName(filters.unionId);
  const { data: kinds } = useQuery(kindsQuery);
  const fields = useMemo(
    () => [leastField, functionField(kinds), unionField(picked)],
    [picked, kinds],
  );
  const query = useQuery({ ...forecastQuery(place.state), placeholderData: keepPreviousData });
  const { data } = query;
  return (
    <ListPage
      title="可能超时的办件"
      sentence="还没有到期、但照往例看有一半以上可能办不完的待办。已超期的请看办件查询。"
      above={<OverviewTabs here="forecast" />}
      id="cases.forecast"
      label="可能超时的办件"
      unit="个办件"
      columns={columns}
      keyOf={({ id, step, unionName }) => `${id} ${step} ${unionName}`}
      list={{ place, query }}
      fields={fields}
      onOpen={({ id }) => history.push(paths.case(id))}
      empty={emptyFor(data)}
    >
      {data ? (
        <p className={styles.note}>
          看了{data.capped ? "最先到期的" : ""} {countWords(data.looked)} 件未到期的待办
          {data.unknown > 0 ? `，其中 ${countWords(data.unknown)} 件往例不足 10 件，没有预测` : ""}
          。
        </p>
      ) : null}
      <ForecastCheck />
    </ListPage>
  );
}
