// Facts of a union (组织信息): each with the day it holds from and where it comes from.
import styles from "./organisations.module.css";
import type { UnionCard } from "./unions.ts";

type Fact = UnionCard["facts"][number];

interface UnionFactsProps {
  readonly facts: readonly Fact[];
  readonly title?: string;
}

export function UnionFacts({ facts, title = "登记信息" }: UnionFactsProps) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {facts.length === 0 ? <p className={styles.kind}>还没有登记。</p> : null}
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={`${fact.field} ${fact.fromDay} ${fact.at}`}>
            <dt>{fact.title}</dt>
            <dd>
              {fact.text}
              <small>
                {fact.fromDay} {fact.toDay ? `至 ${fact.toDay}` : "起"} · {fact.sourceName}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
