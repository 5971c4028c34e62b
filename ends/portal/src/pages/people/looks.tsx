// Looks (查看记录): who saw a person's full information, which part, when and what for; the person can read it too.
import { Moment } from "../../ui/day.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "./people.module.css";
import type { Person } from "./person.ts";

interface LooksProps {
  readonly looks: Person["looks"];
}

export function Looks({ looks }: LooksProps) {
  return (
    <Section title="查看记录" sentence="谁看过完整的姓名或号码，本人也能看到。">
      {looks.length === 0 ? (
        <p className={styles.missing}>还没有人看过完整信息。</p>
      ) : (
        <ul className={styles.looks}>
          {looks.map(({ at, viewer, fields, purpose }) => (
            <li key={`${at} ${viewer} ${fields.join()}`}>
              <p className={styles.lookHead}>
                <b>{viewer}</b>
                <Moment value={at} since />
              </p>
              <p>
                看了{fields.join("、")}，用来：{purpose}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
