// Committees on a union's card (委员会): who is in office on a day, with the office, the term and since when.
import { useQuery } from "@tanstack/react-query";
import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { paths } from "../../../paths.ts";
import { useMe } from "../../../session.ts";
import { Day } from "../../../ui/day.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { dayWords } from "../../../ui/words.ts";
import { committeesQuery } from "../../grassroots/election/election.ts";
import { inOfficeOn, type TermOn } from "./committees-on.ts";
import styles from "./organisations.module.css";

/** Who reads the committees of other unions: those who work for one. */
const readers: readonly string[] = ["officer", "chair", "cadre"];

export function UnionCommittees({ unionId }: { readonly unionId: string }) {
  const { role } = useMe();
  if (!readers.includes(role)) return null;
  return <Committees unionId={unionId} />;
}

function Committees({ unionId }: { readonly unionId: string }) {
  const [day, setDay] = useState<string>();
  const { data, error, refetch } = useQuery(committeesQuery(unionId));
  const firstDay = data?.terms.at(-1)?.fromDay;
  return (
    <section className={styles.part} aria-label="委员会">
      <header className={styles.partHead}>
        <h3>委员会</h3>
        {firstDay === undefined ? null : (
          <DatePicker
            style={{ width: 168 }}
            aria-label="看哪一天的委员会"
            placeholder="选一天，看当时的"
            value={day === undefined ? null : dayjs(day)}
            minDate={dayjs(firstDay)}
            onChange={(chosen) => setDay(chosen?.format("YYYY-MM-DD"))}
          />
        )}
      </header>
      {error && !data ? <ErrorSentence problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <LinesSkeleton count={3} /> : null}
      {data && firstDay === undefined ? (
        <p className={styles.kind}>
          还没有登记过委员会。办完一次
          <TextLink to={paths.function("election.renew")}>换届申请</TextLink>
          ，选举结果就登记在这里。
        </p>
      ) : null}
      {data && firstDay !== undefined ? (
        <InOffice terms={inOfficeOn(data.terms, day)} day={day} />
      ) : null}
    </section>
  );
}

interface InOfficeProps {
  readonly terms: readonly TermOn[];
  readonly day: string | undefined;
}

function InOffice({ terms, day }: InOfficeProps) {
  if (terms.length === 0) {
    return <p className={styles.kind}>{day ? dayWords(day) : "现在"}没有在任的委员会。</p>;
  }
  return terms.map((term) => (
    <div key={term.number} className={styles.committees}>
      <p className={styles.kind}>
        第 {term.number} 届，{dayWords(term.fromDay)} 至 {dayWords(term.endDay)}
      </p>
      {term.bodies.length === 0 ? (
        <p className={styles.kind}>{term.chair ? `主席 ${term.chair}；` : ""}委员名单没有登记。</p>
      ) : null}
      {term.bodies.map(({ title, seats }) => (
        <div key={title} className={styles.body}>
          <h4>{title}</h4>
          <ul className={styles.lines} aria-label={title}>
            {seats.map(({ officeTitle, name, fromDay }) => (
              <li key={`${officeTitle} ${name} ${fromDay}`}>
                <span>
                  <b>{name}</b>
                  <small className={styles.when}>{officeTitle}</small>
                </span>
                <span className={styles.when}>
                  <Day value={fromDay} /> 起任职
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  ));
}
