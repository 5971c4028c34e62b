// Money won back (追回款项): by county, month and result; every figure is the sum of closed matters.
import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import type { ColumnType } from "antd/es/table";
import type { ReactNode } from "react";
import { useListPlace } from "../../../list-state.ts";
import { Chart } from "../../../ui/chart/chart.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { FilterBar } from "../../../ui/filter/filter-bar.tsx";
import { DownloadOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { Money } from "../../../ui/money.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { moneyWords } from "../../../ui/words.ts";
import { legalAidPaths } from "./addresses.ts";
import styles from "./legal-aid.module.css";
import { type Recovered, recoveredFile, recoveredQuery } from "./legal-aid.ts";
import { LegalAidTabs } from "./legal-aid-tabs.tsx";
import { starWords } from "./words.ts";

const fields = [
  { kind: "days" as const, name: "closed", title: "结案日期", from: "from", to: "to" },
];

export function Page() {
  const { state, go } = useListPlace();
  const { under, from, to } = state.filters;
  const wanted = { under, from, to };
  const { data, error, refetch } = useQuery(recoveredQuery(wanted));
  return (
    <>
      <PageHead
        title="追回款项"
        sentence={data ? sentenceOf(data) : "结案的法律援助为职工追回的钱。"}
        more={
          <Button icon={<DownloadOutlined />} href={recoveredFile(wanted)} download>
            导出
          </Button>
        }
      />
      <LegalAidTabs here="recovered" />
      <FilterBar fields={fields} filters={state.filters} onFilters={(filters) => go({ filters })} />
      {error && !data ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      <div className={styles.below}>
        {data ? <Shown recovered={data} /> : error ? null : <LinesSkeleton count={8} />}
      </div>
    </>
  );
}

const sentenceOf = ({ from, to, whole }: Recovered): string =>
  `${from} 至 ${to} 结案 ${whole.matters} 件，追回 ${moneyWords(whole.recoveredFen)}。`;

type Figures = Recovered["whole"];

/** The figures of a line, whatever the line is of. */
function figuresOf<Row extends Figures>(): ColumnType<Row>[] {
  return [
    {
      ...{ key: "matters", title: "结案", align: "right" },
      sorter: (one, other) => one.matters - other.matters,
      render: (_, { matters }) => `${matters} 件`,
    },
    {
      ...{ key: "recovered", title: "追回金额", align: "right" },
      sorter: (one, other) => one.recoveredFen - other.recoveredFen,
      render: (_, { recoveredFen }) => <Money fen={recoveredFen} />,
    },
    {
      ...{ key: "stars", title: "职工评价", align: "right" },
      sorter: (one, other) => (one.stars ?? 0) - (other.stars ?? 0),
      render: (_, { stars }) => starWords(stars),
    },
  ];
}

interface TableProps<Row extends Figures> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly nameOf: (row: Row) => string;
  readonly draw?: (row: Row) => ReactNode;
}

const scroll = { x: "max-content" } as const;

const FiguresTable = <Row extends Figures>(props: TableProps<Row>) => {
  const { title, rows, nameOf, draw = nameOf } = props;
  return (
    <Table<Row>
      size="small"
      pagination={false}
      scroll={scroll}
      rowKey={nameOf}
      dataSource={[...rows]}
      columns={[
        { key: "name", title, width: "25%", render: (_, row) => draw(row) },
        ...figuresOf<Row>().map((figure) => ({ ...figure, width: "25%" })),
      ]}
    />
  );
};

function Shown({ recovered }: { readonly recovered: Recovered }) {
  const { whole, counties, months, results, source } = recovered;
  if (whole.matters === 0) {
    return <Empty sentence="这段时间没有结案的法律援助" hint="换一段结案日期试试。" />;
  }
  return (
    <>
      {months.length > 1 ? (
        <Section title="各月追回">
          <Chart
            kind="bar"
            title="追回金额"
            unit="元"
            axis="月份"
            names={months.map(({ month }) => month)}
            series={[
              { title: "追回金额", values: months.map(({ recoveredFen }) => recoveredFen / 100) },
            ]}
          />
        </Section>
      ) : null}
      <Section title="各总工会" sentence={`${source}。`}>
        <FiguresTable
          title="总工会"
          rows={counties}
          nameOf={({ union }) => union.name}
          draw={({ union }) => (
            <TextLink to={legalAidPaths.recovered(union.id)}>{union.name}</TextLink>
          )}
        />
      </Section>
      <Section title="各月">
        <FiguresTable title="月份" rows={months} nameOf={({ month }) => month} />
      </Section>
      <Section title="各种结果">
        <FiguresTable title="结果" rows={results} nameOf={({ resultName }) => resultName} />
      </Section>
    </>
  );
}
