// Trend (质量走势): the score and its measures through a year; the drawing comes lazily.
import { useQuery } from "@tanstack/react-query";
import { Chart } from "../../../ui/chart/chart.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { Section } from "../../../ui/section.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { dayWords } from "../../../ui/words.ts";
import { overTime } from "./over-time.ts";
import styles from "./scores.module.css";
import { aspectNames, aspectTitles, trendQuery } from "./scores.ts";

export function Trend({ unionId }: { readonly unionId: string | undefined }) {
  const { data, error, refetch } = useQuery(trendQuery(unionId));
  const moments = overTime(data?.points ?? [], dayWords(new Date()));
  return (
    <Section title="一年走势">
      {error && !data ? <ErrorSentence problem={error} onRetry={refetch} /> : null}
      {data || error ? null : <LinesSkeleton count={4} />}
      {data && moments.length < 2 ? (
        <p className={styles.none}>今天第一次计算，明天起能看到变化。</p>
      ) : null}
      {moments.length >= 2 ? (
        <Chart
          kind="line"
          title="总分和五项得分率"
          unit="分、%"
          axis="日期"
          scale="near"
          atMost={100}
          names={moments.map(({ name }) => name)}
          series={[
            { title: "总分", values: moments.map(({ point }) => point.score) },
            ...aspectNames.map((aspect) => ({
              title: aspectTitles[aspect],
              values: moments.map(({ point }) => point.percents[aspect] ?? null),
            })),
          ]}
        />
      ) : null}
    </Section>
  );
}
