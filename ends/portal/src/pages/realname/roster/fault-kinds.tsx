// Kinds of fault (错误种类): what is wrong with how many rows, each with a few rows to look at.
import { countWords } from "../../../ui/words.ts";
import type { Preview } from "./imports.ts";
import styles from "./roster.module.css";

export function FaultKinds({ preview }: { readonly preview: Preview }) {
  const { faults, looked } = preview;
  if (faults.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{countWords(looked.faulty)} 行有错，导入时会退回</h2>
      <p className={styles.help}>
        不必现在改：导入后可以下载这些行，最后一列写着错在哪里、怎么改，改好再导入。点开看例子。
      </p>
      <ul className={styles.kinds}>
        {faults.map(({ code, title, rows, examples }) => (
          <li key={code} className={styles.kind}>
            <details>
              <summary>
                <span>{title}</span>
                <b>{countWords(rows)} 行</b>
              </summary>
              <ul className={styles.examples}>
                {examples.map(({ row, written, say }) => (
                  <li key={row} className={styles.example}>
                    <span className={styles.rowNumber}>第 {row} 行</span>
                    {written ? <code>{written}</code> : <span className={styles.help}>空着</span>}
                    <span>{say}</span>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
