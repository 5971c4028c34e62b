// Closure (办结率): disputes closed in five working days, by county, both numbers with where they are from.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useListPlace } from "../../../list-state.ts";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { FilterBar } from "../../../ui/filter/filter-bar.tsx";
import { DownloadOutlined } from "../../../ui/icons.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Facts, Section } from "../../../ui/section.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import styles from "./mediation.module.css";
import { percent, type Rate, rateFile, rateQuery } from "./mediation.ts";
import { MediationTabs } from "./mediation-tabs.tsx";
import { RateTable } from "./rate-table.tsx";

const fields = [
  { kind: "days" as const, name: "filed", title: "申请日期", from: "from", to: "to" },
];

export function Page() {
  const { state, go } = useListPlace();
  const { under, from, to } = state.filters;
  const wanted = { under, from, to };
  const { data, error, refetch } = useQuery(rateQuery(wanted));
  return (
    <>
      <PageHead
        title="调解办结率"
        sentence={data ? sentenceOf(data) : "按期办结的比应当办结的，按县（市、区）。"}
        more={
          <Button icon={<DownloadOutlined />} href={rateFile(wanted)} download>
            导出
          </Button>
        }
      />
      <MediationTabs here="rate" />
      <div className={styles.filters}>
        <FilterBar
          fields={fields}
          filters={state.filters}
          onFilters={(filters) => go({ filters })}
        />
      </div>
      {error && !data ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      {data ? <Shown rate={data} /> : error ? null : <LinesSkeleton count={8} />}
    </>
  );
}

const sentenceOf = ({ from, to, whole }: Rate): string =>
  whole.rate === null
    ? `${from} 至 ${to} 没有应当办结的争议。`
    : `${from} 至 ${to} 申请的，应当办结 ${whole.due} 件，按期办结 ${whole.closedInTime} 件，按期办结率 ${percent(whole.rate)}。`;

function Shown({ rate: { rows, whole, source, terms, day } }: { readonly rate: Rate }) {
  const lines =
    rows.length > 1 ? [...rows, { ...whole, union: { ...whole.union, name: "合计" } }] : rows;
  return (
    <>
      <Section title="各县（市、区）" sentence={`截至 ${day}。`}>
        <RateTable lines={lines} />
      </Section>
      <Section title="数从哪里来" sentence={source}>
        <Facts
          facts={terms.map(({ title, words, citation, note }) => ({
            title,
            value: `${words}（${citation}${note ? `，${note}` : ""}）`,
            wide: true,
          }))}
        />
      </Section>
    </>
  );
}
