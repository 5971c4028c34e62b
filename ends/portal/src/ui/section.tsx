// Section (板块): a white card with a heading, and facts (要素) as label and value inside it or in a side panel.
import type { ReactNode } from "react";
import { Nothing } from "./money.tsx";
import styles from "./section.module.css";

interface SectionProps {
  readonly title?: string;
  readonly sentence?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, sentence, actions, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      {title ? (
        <header className={styles.head}>
          <div>
            <h2 className={styles.title}>{title}</h2>
            {sentence ? <p className={styles.sentence}>{sentence}</p> : null}
          </div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </header>
      ) : null}
      {children}
    </section>
  );
}

/** Sections side by side where there is room, for instance charts. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}

export interface Fact {
  readonly title: string;
  readonly value: ReactNode;
  /** Takes the whole line. */
  readonly wide?: boolean;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  readonly title?: string;
}

export function Facts({ facts, title }: FactsProps) {
  return (
    <div className={styles.factsBox}>
      {title ? <h3 className={styles.factsTitle}>{title}</h3> : null}
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={fact.title} className={fact.wide ? styles.wide : undefined}>
            <dt>{fact.title}</dt>
            <dd>
              {fact.value === null || fact.value === undefined || fact.value === "" ? (
                <Nothing />
              ) : (
                fact.value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
