// Tables of the joining rate (入会率表): federations below, which drill down, and trades; each figure with its day and where it
// is from.
import { Table } from "antd";
import type { ColumnType } from "antd/es/table";
import type { ReactNode } from "react";
import { TextLink } from "../../../ui/link.tsx";
import { Nothing } from "../../../ui/money.tsx";
import { Section } from "../../../ui/section.tsx";
import { countWords } from "../../../ui/words.ts";
import { joiningPaths } from "./addresses.ts";
import styles from "./joining.module.css";
import { type RatePlace, rateWords, type TradeRate } from "./joining.ts";

/** Where a headcount is from; of which trade, where several stand together. */
type Source = TradeRate["sources"][number] & { readonly tradeName?: string };
type Figures = RatePlace["all"] & { readonly sources: readonly Source[] };

/** What is not known stands last, whichever way the others are sorted. */
const byKnown =
  (figure: (row: Figures) => number | null) =>
  (one: Figures, other: Figures, order?: "ascend" | "descend" | null): number => {
    const last = order === "descend" ? -1 : 1;
    const [a, b] = [figure(one), figure(other)];
    if (a === null || b === null) return a === b ? 0 : a === null ? last : -last;
    return a - b;
  };

/** `2026-06-30`, or from when till when the counts below were made. */
function daysOf(sources: readonly Source[]): string {
  const days = sources.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === last ? (first ?? "") : `${first} 至 ${last}`;
}

const Dated = ({ children, day }: { readonly children: ReactNode; readonly day: string }) => (
  <>
    {children}
    <div className={styles.dated}>{day}</div>
  </>
);

const sortDirections: ("descend" | "ascend")[] = ["descend", "ascend"];

/** The rate stands second, where a phone shows it. `day` is that of the members. */
const figures = <Row extends Figures>(day: string): ColumnType<Row>[] => [
  {
    key: "rate",
    title: "入会率",
    align: "right",
    sorter: byKnown(({ rate }) => rate),
    sortDirections,
    defaultSortOrder: "descend",
    render: (_, { rate }) => (rate === null ? <Nothing /> : <b>{rateWords(rate)}</b>),
  },
  {
    key: "members",
    title: "会员",
    align: "right",
    sorter: byKnown(({ members }) => members),
    sortDirections,
    render: (_, { members }) => <Dated day={day}>{countWords(members)}</Dated>,
  },
  {
    key: "covered",
    title: "其中可比",
    align: "right",
    sorter: byKnown(({ covered }) => covered),
    sortDirections,
    render: (_, { covered }) => countWords(covered),
  },
  {
    key: "workers",
    title: "从业人数",
    align: "right",
    sorter: byKnown(({ workers }) => workers),
    sortDirections,
    render: (_, { workers, sources }) =>
      workers === null ? "未填报" : <Dated day={daysOf(sources)}>{countWords(workers)}</Dated>,
  },
  {
    key: "sources",
    title: "从业人数来源",
    render: (_, { sources }) => (sources.length === 0 ? <Nothing /> : <Sources of={sources} />),
  },
];

const scroll = { x: "max-content" } as const;

interface FederationRatesProps {
  readonly rows: readonly RatePlace[];
  readonly day: string;
}

export function FederationRates({ rows, day }: FederationRatesProps) {
  const lines = rows.map(({ union, all, trades }) => ({
    union,
    ...all,
    sources: trades.flatMap(({ sources, tradeName }) =>
      sources.map((source) => ({ ...source, tradeName })),
    ),
  }));
  type Line = (typeof lines)[number];
  const name: ColumnType<Line> = {
    key: "union",
    title: "工会",
    render: (_, { union }) => <TextLink to={joiningPaths.rate(union.id)}>{union.name}</TextLink>,
  };
  return (
    <Section title="下级工会" sentence="点名称看它的下级和群体；点表头排序。">
      <Table<Line>
        size="small"
        pagination={false}
        scroll={scroll}
        rowKey={({ union }) => union.id}
        dataSource={lines}
        columns={[name, ...figures<Line>(day)]}
      />
    </Section>
  );
}

interface TradeRatesProps {
  readonly trades: readonly TradeRate[];
  readonly day: string;
}

export const TradeRates = ({ trades, day }: TradeRatesProps) => (
  <Table<TradeRate>
    size="small"
    pagination={false}
    scroll={scroll}
    rowKey={({ trade }) => trade}
    dataSource={[...trades]}
    columns={[{ key: "trade", title: "群体", dataIndex: "tradeName" }, ...figures<TradeRate>(day)]}
  />
);

/** Beyond so many the rest is said as a number; the file has them all. */
const sourcesShown = 3;

function Sources({ of: sources }: { readonly of: readonly Source[] }) {
  const rest = sources.length - sourcesShown;
  return (
    <>
      {sources.slice(0, sourcesShown).map((one) => (
        <div key={`${one.unionName}${one.tradeName}${one.document}${one.day}`}>
          {one.unionName} {one.tradeName} {countWords(one.workers)} 人：{one.source}（{one.kindName}
          ，{one.document}，{one.day}）
        </div>
      ))}
      {rest > 0 ? <div>还有 {rest} 个来源，见导出的表。</div> : null}
    </>
  );
}
