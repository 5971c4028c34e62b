// Children (下级工会): the figures of each union right below, the largest first, each with its bar; a name drills down.
import { useState } from "react";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { countWords } from "../../ui/words.ts";
import { membersOf, unionsUnder } from "../realname/organisations/addresses.ts";
import styles from "./cockpit.module.css";
import type { ChildRow } from "./figures.ts";

interface ChildrenProps {
  readonly rows: readonly ChildRow[] | undefined;
  readonly problem: unknown;
  readonly onDrill: (unionId: string) => void;
}

const heads = [
  { key: "members", title: "会员" },
  { key: "gig", title: "新就业形态" },
  { key: "women", title: "女会员" },
  { key: "kept", title: "保留会籍" },
  { key: "unions", title: "工会" },
] as const;
type Key = (typeof heads)[number]["key"];

/** Rows drawn at once: a wall shows what matters, the list of unions shows all. */
const drawnAtMost = 60;

const addresses: Record<Key, (id: string) => string> = {
  members: (id) => membersOf(id, { state: "active" }),
  gig: (id) => membersOf(id, { state: "active", gig: "true" }),
  women: (id) => membersOf(id, { state: "active", sex: "2" }),
  kept: (id) => membersOf(id, { state: "kept" }),
  unions: (id) => unionsUnder(id),
};

export function Children({ rows, problem, onDrill }: ChildrenProps) {
  const [by, setBy] = useState<Key>("members");
  const ordered = (rows ?? []).toSorted((one, other) => other[by] - one[by]);
  const largest = Math.max(1, ordered[0]?.[by] ?? 1);
  return (
    <section className={styles.panel} aria-label="下级工会">
      <h2>下级工会</h2>
      {problem && !rows ? <ErrorSentence problem={problem} /> : null}
      {rows || problem ? null : <span className={styles.drawing} />}
      {rows?.length === 0 ? <p className={styles.note}>这个工会没有下级工会。</p> : null}
      {ordered.length > 0 ? (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">工会</th>
                {heads.map(({ key, title }) => (
                  <th key={key} scope="col" aria-sort={key === by ? "descending" : "none"}>
                    <button type="button" onClick={() => setBy(key)} data-by={key === by}>
                      {title}
                      {key === by ? " ↓" : ""}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ordered.slice(0, drawnAtMost).map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <button type="button" onClick={() => onDrill(row.id)}>
                      {row.name}
                    </button>
                    <span
                      className={styles.bar}
                      style={{ width: `${Math.max(1, (row[by] / largest) * 100)}%` }}
                    />
                  </th>
                  {heads.map(({ key }) => (
                    <td key={key}>
                      <TextLink to={addresses[key](row.id)}>{countWords(row[key])}</TextLink>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {ordered.length > drawnAtMost ? (
        <p className={styles.note}>只列出前 {drawnAtMost} 个，其余请到工会清单里看。</p>
      ) : null}
    </section>
  );
}
