// What a room keeps of a case (后续记录): who is in charge, what was noted since, what comes next.
import { Section } from "../../ui/section.tsx";
import styles from "./cases.module.css";
import type { Case } from "./cases.ts";

export function CaseRecords({ case: { records } }: { readonly case: Case }) {
  return records.map(({ title, lines }) => (
    <Section key={title} title={title}>
      <ul className={styles.records}>
        {lines.map(({ title: head, words, note }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only shown, and two may say the same
          <li key={index}>
            <b>{head}</b>
            <p>{words}</p>
            {note ? <p className={styles.optional}>{note}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  ));
}
