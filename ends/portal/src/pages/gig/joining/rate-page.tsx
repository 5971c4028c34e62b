// The joining rate (入会率): members over workers, by federation below and by trade, with where the numbers are from.
import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { Chart } from "../../../ui/chart/chart.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { DownloadOutlined, PlusOutlined, RollbackOutlined } from "../../../ui/icons.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { countWords } from "../../../ui/words.ts";
import { joiningPaths } from "./addresses.ts";
import { type Rate, type RatePlace, rateFile, rateQuery, rateWords } from "./joining.ts";
import { JoiningTabs } from "./joining-tabs.tsx";
import { FederationRates, TradeRates } from "./rate-tables.tsx";

export function Page() {
  const { under } = useSearch({ strict: false }) as { under?: string };
  const { history } = useRouter();
  const { data, error, refetch } = useQuery(rateQuery(under));
  const up = under ? (
    <Button icon={<RollbackOutlined />} onClick={() => history.back()}>
      返回上一级
    </Button>
  ) : null;
  return (
    <>
      <PageHead
        title={data && under ? `${data.whole.union.name}入会率` : "入会率"}
        sentence={data ? <Sentence rate={data} /> : "会员人数比从业人数，按工会和群体。"}
        action={
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => history.push(joiningPaths.headcount(under))}
          >
            填报从业人数
          </Button>
        }
        more={
          <>
            {up}
            <Button icon={<DownloadOutlined />} href={rateFile(under)} download>
              导出
            </Button>
          </>
        }
      />
      <JoiningTabs here="rate" />
      {error && !data ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      {data ? <Shown rate={data} /> : error ? null : <LinesSkeleton count={12} />}
    </>
  );
}

const Sentence = ({ rate: { whole, day } }: { readonly rate: Rate }) => (
  <>
    {day}，新业态会员 {countWords(whole.all.members)} 人
    {whole.all.rate === null
      ? "，还没有填报从业人数。"
      : `；有从业人数可比的 ${countWords(whole.all.covered)} 人，入会率 ${rateWords(whole.all.rate)}。`}
  </>
);

const percentOf = ({ all }: RatePlace): number | null =>
  all.rate === null ? null : Number((all.rate * 100).toFixed(1));

function Shown({ rate: { whole, rows, memberSource, day } }: { readonly rate: Rate }) {
  const { history } = useRouter();
  const compared = rows
    .filter(({ all }) => all.rate !== null)
    .toSorted((one, other) => (other.all.rate ?? 0) - (one.all.rate ?? 0));
  return (
    <>
      {compared.length > 1 ? (
        <Section title="下级工会入会率">
          <Chart
            kind="rank"
            title="入会率"
            unit="%"
            axis="工会"
            names={compared.map(({ union }) => union.name)}
            series={[{ title: "入会率", values: compared.map(percentOf) }]}
            onPick={(nth) => {
              const picked = compared[nth];
              if (picked) history.push(joiningPaths.rate(picked.union.id));
            }}
          />
        </Section>
      ) : null}
      {rows.length > 0 ? <FederationRates rows={rows} day={day} /> : null}
      <Section
        title="按群体"
        sentence={`会员来源：${memberSource}，截至 ${day}。从业人数的来源和日期写在每一行。`}
      >
        <TradeRates trades={whole.trades} day={day} />
      </Section>
    </>
  );
}
