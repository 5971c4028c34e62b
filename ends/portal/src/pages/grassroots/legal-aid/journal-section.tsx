// The journal of a matter (办案日志): each step in plain words, as the worker reads it too.
import { Day, Moment } from "../../../ui/day.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Section } from "../../../ui/section.tsx";
import { moneyWords } from "../../../ui/words.ts";
import styles from "./legal-aid.module.css";
import { type Entry, entryFile, type WholeMatter } from "./legal-aid.ts";

export function JournalSection({ matter }: { readonly matter: WholeMatter }) {
  const { id, entries } = matter;
  return (
    <Section title="办案日志" sentence="由承办律师填写，只能追加；职工在手机上看到同样的内容。">
      {entries.length === 0 ? <Empty sentence="还没有日志" /> : null}
      {entries.map((entry) => (
        <Line key={entry.id} matter={id} entry={entry} />
      ))}
    </Section>
  );
}

function Line({ matter, entry }: { readonly matter: string; readonly entry: Entry }) {
  const { resultName, recoveredFen, next, nextDay, files } = entry;
  return (
    <article className={styles.entry}>
      <header className={styles.entryHead}>
        <b>{entry.kindName}</b>
        <Day value={entry.day} />
      </header>
      <p className={styles.words}>{entry.words}</p>
      {resultName ? (
        <p>
          {resultName}，追回 {moneyWords(recoveredFen ?? 0)}
        </p>
      ) : null}
      {next ? (
        <p>
          接下来：{nextDay ? `${nextDay} ` : ""}
          {next}
        </p>
      ) : null}
      {files.map(({ id, name }) => (
        <a key={id} className={styles.file} href={entryFile(matter, id)} download>
          {name}
        </a>
      ))}
      <p className={styles.by}>
        {entry.by}，<Moment value={entry.at} />
      </p>
    </article>
  );
}
