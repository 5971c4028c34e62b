// Time spent by step (各环节用时): half and nine tenths of past cases, in working days, by step and county.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { useMemo } from "react";
import { useListPlace } from "../../list-state.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import type { FilterField } from "../../ui/filter/fields.ts";
import { FilterBar } from "../../ui/filter/filter-bar.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Section } from "../../ui/section.tsx";
import { LinesSkeleton } from "../../ui/skeletons.tsx";
import { countWords, dayWords } from "../../ui/words.ts";
import { useUnionName } from "../../unions/union-name.ts";
import styles from "./overview.module.css";
import { type Durations, durationsQuery, kindsQuery, type StepPace } from "./overview.ts";
import { functionField, unionField } from "./overview-filters.tsx";
import { OverviewTabs } from "./overview-tabs.tsx";
import { percentWords } from "./percent.ts";

const byField: FilterField = {
  kind: "choice",
  name: "by",
  title: "分县",
  options: [{ value: "place", title: "按县分开" }],
};

const number = (title: string, value: (pace: StepPace) => number) => ({
  title,
  key: title,
  align: "right" as const,
  render: (_: unknown, pace: StepPace) => countWords(value(pace)),
  sorter: (one: StepPace, other: StepPace) => value(one) - value(other),
});

const columns = [
  { title: "事项", key: "function", render: (_: unknown, pace: StepPace) => pace.functionTitle },
  { title: "环节", key: "step", render: (_: unknown, pace: StepPace) => pace.step },
  number("办了（件）", ({ tasks }) => tasks),
  number("一半不超过", ({ median }) => median),
  number("九成不超过", ({ slowTenth }) => slowTenth),
  {
    ...number("超期", ({ lateShare }) => lateShare),
    render: (_: unknown, { lateShare }: StepPace) => percentWords(lateShare),
  },
];

/** Dark up to where half were done, light up to where nine tenths were. */
const barColumn = (longest: number) => ({
  title: "用时（工作日）",
  key: "bar",
  width: 240,
  render: (_: unknown, { median, slowTenth }: StepPace) => (
    <span className={styles.span} aria-hidden>
      <i style={{ width: `${(slowTenth / longest) * 100}%` }} />
      <b style={{ width: `${(median / longest) * 100}%` }} />
    </span>
  ),
});

const placeColumn = {
  title: "县",
  key: "place",
  render: (_: unknown, { place }: StepPace) => place?.name ?? "—",
};

export function Page() {
  const { state, go } = useListPlace();
  const { filters } = state;
  const picked = useUnionName(filters.unionId);
  const { data: kinds } = useQuery(kindsQuery);
  const fields = useMemo(
    () => [unionField(picked), functionField(kinds), byField],
    [picked, kinds],
  );
  const { data, error, refetch } = useQuery({
    ...durationsQuery(filters),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title="各环节用时" sentence="近 12 个月办完的待办，从到岗到办完用了几个工作日。" />
      <OverviewTabs here="durations" />
      <div className={styles.filters}>
        <FilterBar fields={fields} filters={filters} onFilters={(next) => go({ filters: next })} />
      </div>
      {data ? (
        <Shown durations={data} byPlace={filters.by === "place"} />
      ) : error ? (
        <ErrorSentence size="block" problem={error} onRetry={refetch} />
      ) : (
        <LinesSkeleton count={10} />
      )}
    </>
  );
}

interface ShownProps {
  readonly durations: Durations;
  readonly byPlace: boolean;
}

function Shown({ durations: { rows, place, countedOn }, byPlace }: ShownProps) {
  if (rows.length === 0) {
    return (
      <Empty
        sentence={countedOn ? "近 12 个月还没有办完的环节" : "还没有统计过"}
        hint="办完的待办每天凌晨统计一次，到前一天为止。"
      />
    );
  }
  const longest = Math.max(1, ...rows.map(({ slowTenth }) => slowTenth));
  const [fn, step, ...figures] = columns;
  const shown = [fn, step, ...(byPlace ? [placeColumn] : []), ...figures, barColumn(longest)];
  return (
    <Section
      title={place.name}
      sentence={
        countedOn
          ? `统计到 ${dayWords(countedOn)} 之前。用时按工作日计，节假日和调休已算在内；深色是一半，浅色是九成。`
          : ""
      }
    >
      <Table
        size="small"
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: "max-content" }}
        rowKey={(pace) => `${pace.function} ${pace.node} ${pace.place?.id ?? ""}`}
        dataSource={rows}
        columns={shown.flatMap((column) => column ?? [])}
      />
    </Section>
  );
}
