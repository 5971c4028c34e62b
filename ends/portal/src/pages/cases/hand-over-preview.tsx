// Before a hand-over (交接前看一看): what moves, what stays at the seat, and who else sits there.
import type { UseQueryResult } from "@tanstack/react-query";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { Section } from "../../ui/section.tsx";
import { LinesSkeleton } from "../../ui/skeletons.tsx";
import { countWords } from "../../ui/words.ts";
import styles from "./sharing.module.css";
import type { Preview } from "./sharing.ts";
import { Term } from "./term.tsx";

export function HandOverPreview({ query }: { readonly query: UseQueryResult<Preview> }) {
  const { data, error, refetch } = query;
  if (error) return <ErrorSentence size="block" problem={error} onRetry={refetch} />;
  if (!data) return <LinesSkeleton count={4} />;
  const { held, late, atSeat, toMend, colleagues, unionName, rows } = data;
  return (
    <Section
      title={`名下待办 ${countWords(held)} 件`}
      sentence={[
        unionName,
        ...(late > 0 ? [`其中已超期 ${countWords(late)} 件`] : []),
        colleagues > 0 ? `同岗位还有 ${countWords(colleagues)} 人` : "同岗位没有别人",
      ].join("，")}
    >
      <ul className={styles.lines}>
        {rows.map(({ id, task, number, functionTitle, step, clock }) => (
          <li key={`${id} ${task}`}>
            <span>
              {functionTitle} <small>{number}</small>
            </span>
            <small>{step}</small>
            <Term term={clock} quiet />
          </li>
        ))}
      </ul>
      {held > rows.length ? (
        <p className={styles.hint}>还有 {countWords(held - rows.length)} 件没有列出。</p>
      ) : null}
      {toMend > 0 ? (
        <p className={styles.hint}>
          由其提交、退回后等其补正的申请 {countWords(toMend)} 件，也会交接。
        </p>
      ) : null}
      {atSeat > 0 ? (
        <p className={styles.hint}>
          岗位上另有 {countWords(atSeat)} 件还没有人认领，同岗位的人都能办，不用交接。
        </p>
      ) : null}
    </Section>
  );
}
