// Tables of the joining rate (入会率表): federations below, which drill down, and trades with the sources of their headcounts.
import { Table } from "antd";
import { TextLink } from "../../../ui/link.tsx";
import { Nothing } from "../../../ui/money.tsx";
import { Section } from "../../../ui/section.tsx";
import { countWords } from "../../../ui/words.ts";
import { joiningPaths } from "./addresses.ts";
import { type RatePlace, rateWords, type TradeRate } from "./joining.ts";

type Figures = RatePlace["all"];

const figures = [
  {
    key: "members",
    title: "会员",
    align: "right" as const,
    render: (_: unknown, { members }: Figures) => countWords(members),
  },
  {
    key: "covered",
    title: "其中可比",
    align: "right" as const,
    render: (_: unknown, { covered }: Figures) => countWords(covered),
  },
  {
    key: "workers",
    title: "从业人数",
    align: "right" as const,
    render: (_: unknown, { workers }: Figures) =>
      workers === null ? "未填报" : countWords(workers),
  },
  {
    key: "rate",
    title: "入会率",
    align: "right" as const,
    render: (_: unknown, { rate }: Figures) =>
      rate === null ? <Nothing /> : <b>{rateWords(rate)}</b>,
  },
];

const scroll = { x: "max-content" } as const;

export function FederationRates({ rows }: { readonly rows: readonly RatePlace[] }) {
  const lines = rows.map(({ union, all }) => ({ union, ...all }));
  return (
    <Section title="下级工会" sentence="点名称看它的下级和群体。">
      <Table
        size="small"
        pagination={false}
        scroll={scroll}
        rowKey={({ union }) => union.id}
        dataSource={lines}
        columns={[
          {
            key: "union",
            title: "工会",
            render: (_, { union }) => (
              <TextLink to={joiningPaths.rate(union.id)}>{union.name}</TextLink>
            ),
          },
          ...figures,
        ]}
      />
    </Section>
  );
}

export const TradeRates = ({ trades }: { readonly trades: readonly TradeRate[] }) => (
  <Table
    size="small"
    pagination={false}
    scroll={scroll}
    rowKey={({ trade }) => trade}
    dataSource={[...trades]}
    columns={[
      { key: "trade", title: "群体", dataIndex: "tradeName" },
      ...figures,
      {
        key: "sources",
        title: "从业人数来源",
        render: (_, { sources }) => (sources.length === 0 ? <Nothing /> : <Sources of={sources} />),
      },
    ]}
  />
);

/** Beyond so many the rest is said as a number; the file has them all. */
const sourcesShown = 3;

function Sources({ of: sources }: { readonly of: TradeRate["sources"] }) {
  const rest = sources.length - sourcesShown;
  return (
    <>
      {sources.slice(0, sourcesShown).map((one) => (
        <div key={`${one.unionName}${one.day}`}>
          {one.unionName} {countWords(one.workers)} 人：{one.source}（{one.kindName}，{one.document}
          ，{one.day}）
        </div>
      ))}
      {rest > 0 ? <div>还有 {rest} 个工会的，见导出的表。</div> : null}
    </>
  );
}
