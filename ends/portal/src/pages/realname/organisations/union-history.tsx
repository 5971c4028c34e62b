// History of a union (沿革): its terms, its moves in the tree, federations, and facts that no longer hold.
import { paths } from "../../../paths.ts";
import { Day } from "../../../ui/day.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { countWords, dayWords } from "../../../ui/words.ts";
import styles from "./organisations.module.css";
import { UnionFacts } from "./union-facts.tsx";
import type { UnionCard } from "./unions.ts";

export function UnionHistory({ card }: { readonly card: UnionCard }) {
  const former = card.history.filter(({ toDay }) => toDay !== null);
  return (
    <>
      <Terms terms={card.terms} />
      <Moves moves={card.moves} />
      <Federations card={card} />
      {former.length > 0 ? <UnionFacts title="曾经登记" facts={former} /> : null}
    </>
  );
}

function Terms({ terms }: Pick<UnionCard, "terms">) {
  if (terms.length === 0) return null;
  const today = dayWords(new Date());
  return (
    <section className={styles.part}>
      <h3>历届</h3>
      <ul className={styles.lines}>
        {terms.map(({ number, fromDay, toDay, chair, endedDay }) => (
          <li key={number}>
            <span>
              第 {number} 届{chair ? `，主席 ${chair}` : ""}
              {!endedDay && toDay < today ? <StatusTag tone="late">届满未换届</StatusTag> : null}
            </span>
            <span className={styles.when}>
              <Day value={fromDay} /> 至 <Day value={endedDay ?? toDay} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Moves({ moves }: Pick<UnionCard, "moves">) {
  if (moves.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>隶属调整</h3>
      <ul className={styles.lines}>
        {moves.map(({ at, from, to, unions }) => (
          <li key={at}>
            <span>
              从“{from}”调整到“{to}”，连同 {countWords(unions)} 个工会
            </span>
            <Day value={at} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of a federation its member unions, of any other union the federations it joined. */
function Federations({ card: { union, federations } }: { readonly card: UnionCard }) {
  if (federations.length === 0) return null;
  const own = federations.some(({ federation }) => federation.id === union.id);
  return (
    <section className={styles.part}>
      <h3>{own ? "成员工会" : "加入的联合会"}</h3>
      <ul className={styles.lines}>
        {federations.map((row) => {
          const other = own ? row.union : row.federation;
          return (
            <li key={`${other.id}${row.sinceDay}`}>
              <TextLink to={paths.union(other.id)}>{other.name}</TextLink>
              <span className={styles.when}>
                <Day value={row.sinceDay} />
                {row.untilDay === null ? " 加入" : " 至 "}
                {row.untilDay === null ? null : <Day value={row.untilDay} />}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
