// The back-test (预测准不准): what was forecast for the tasks decided last, beside what happened to them.
import { useQuery } from "@tanstack/react-query";
import { Chart } from "../../ui/chart/chart.tsx";
import { Section } from "../../ui/section.tsx";
import { countWords, dayWords } from "../../ui/words.ts";
import styles from "./overview.module.css";
import { type ForecastCheck as Check, checkQuery } from "./overview.ts";

const inPercent = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 100);

const scoreWords = (score: number): string => score.toFixed(3);

export function ForecastCheck() {
  const { data: check } = useQuery(checkQuery);
  if (!check || check.tasks === 0) return null;
  return (
    <div className={styles.below}>
      <Section title="预测准不准" sentence={<Sentence {...check} />}>
        <Chart
          kind="bar"
          title="预测和实际超时的占比"
          unit="%"
          axis="预测的可能性"
          atMost={100}
          names={check.bins.map(
            ({ from, to, tasks }) => `${from}–${to}%（${countWords(tasks)} 件）`,
          )}
          series={[
            { title: "预测", values: check.bins.map(({ forecast }) => inPercent(forecast)) },
            { title: "实际", values: check.bins.map(({ observed }) => inPercent(observed)) },
          ]}
        />
      </Section>
    </div>
  );
}

function Sentence({ tasks, late, from, to, brier, baseBrier }: Check) {
  return (
    <>
      用更早的往例，预测 {from ? dayWords(from) : ""} 至 {to ? dayWords(to) : ""}{" "}
      办了、期限过半时还没办完的 {countWords(tasks)} 件，实际超时 {countWords(late)} 件。
      {brier !== null && baseBrier !== null ? (
        <>
          误差 {scoreWords(brier)}，一律按平均超时率猜的误差是 {scoreWords(baseBrier)}，
          {brier < baseBrier ? "预测更准" : "预测没有更准，请谨慎使用"}。
        </>
      ) : null}
    </>
  );
}
