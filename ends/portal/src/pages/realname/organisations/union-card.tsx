// Union card (工会信息): its place, numbers, facts with source and date, what they were before, terms and moves.
import { useQuery } from "@tanstack/react-query";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag.tsx";
import { inTree } from "./addresses.ts";
import styles from "./organisations.module.css";
import { UnionCommittees } from "./union-committees.tsx";
import { UnionFacts } from "./union-facts.tsx";
import { UnionHistory } from "./union-history.tsx";
import { UnionNumbers } from "./union-numbers.tsx";
import { type UnionCard as Card, cardQuery } from "./unions.ts";

const tones = { preparing: "wait", live: "done", closed: "off" } as const satisfies Record<
  Card["union"]["state"],
  Tone
>;

interface UnionStateProps {
  readonly state: Card["union"]["state"];
  readonly children: string;
}

export const UnionState = ({ state, children }: UnionStateProps) => (
  <StatusTag tone={tones[state]}>{children}</StatusTag>
);

interface UnionCardProps {
  readonly id: string;
  /** Where a page's own head says the name already. */
  readonly nameless?: boolean;
}

export function UnionCard({ id, nameless }: UnionCardProps) {
  const { data: card, error, refetch } = useQuery(cardQuery(id));
  if (error && !card) return <ErrorSentence size="block" problem={error} onRetry={refetch} />;
  if (!card) return <LinesSkeleton count={12} />;
  return (
    <div className={styles.card}>
      <header>
        <Line line={card.line} />
        {nameless ? null : (
          <h2 className={styles.name}>
            {card.union.name}
            <UnionState state={card.union.state}>{card.union.stateName}</UnionState>
          </h2>
        )}
        <p className={styles.kind}>
          {[card.union.levelName, card.union.kindName].filter(Boolean).join(" · ")}
        </p>
      </header>
      {card.inReach ? (
        <>
          {card.numbers ? <UnionNumbers unionId={id} numbers={card.numbers} /> : null}
          <UnionFacts facts={card.facts} />
          <UnionCommittees key={id} unionId={id} />
          <UnionHistory card={card} />
        </>
      ) : (
        <p className={styles.kind}>这是您的上级工会，只显示名称和所在位置。</p>
      )}
    </div>
  );
}

/** The unions above, from the top down. */
function Line({ line }: Pick<Card, "line">) {
  if (line.length === 0) return null;
  return (
    <nav aria-label="上级工会">
      <ol className={styles.line}>
        {line.map(({ id, name }) => (
          <li key={id}>
            <TextLink to={inTree(id)}>{name}</TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
