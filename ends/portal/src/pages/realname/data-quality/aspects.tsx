// Aspects (五项指标): the total and each measure with its formula and weight, and the checks that cost points.
import { HelpMark } from "../../../ui/help-mark.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { Section } from "../../../ui/section.tsx";
import { countWords } from "../../../ui/words.ts";
import { qualityPaths } from "./addresses.ts";
import styles from "./scores.module.css";
import { type AspectScore, type Score, scoreWords } from "./scores.ts";

interface AspectsProps {
  readonly score: Score;
}

export function Aspects({ score }: AspectsProps) {
  return (
    <Section title="总分和五项指标">
      <div className={styles.total}>
        <p className={styles.totalFigure}>
          {scoreWords(score.score)}
          <small>分</small>
        </p>
        <p className={styles.formula}>{score.formula}</p>
      </div>
      <ul className={styles.aspects}>
        {score.aspects.map((aspect) => (
          <AspectLine key={aspect.aspect} unionId={score.unionId} aspect={aspect} />
        ))}
      </ul>
    </Section>
  );
}

interface AspectLineProps {
  readonly unionId: string;
  readonly aspect: AspectScore;
}

function AspectLine({ unionId, aspect }: AspectLineProps) {
  const { title, percent, good, total, weight, weightFrom, document, formula } = aspect;
  const rows = qualityPaths.rows({ unionId, measure: aspect.aspect });
  return (
    <li>
      <div className={styles.figure}>
        <h3>
          {title}
          <small>
            权重 {weight}
            <HelpMark>{`${weightFrom} 起，依据：${document}`}</HelpMark>
          </small>
        </h3>
        <p>
          <TextLink to={rows} aria-label={`${title} ${scoreWords(percent)}%，查看扣分的会员`}>
            {percent === null ? "—" : `${scoreWords(percent)}%`}
          </TextLink>
        </p>
        <span className={styles.bar} aria-hidden>
          <span style={{ width: `${percent ?? 0}%` }} />
        </span>
        <small>
          {countWords(good)} ÷ {countWords(total)}
        </small>
      </div>
      <p className={styles.formula}>{formula}</p>
      <Checks unionId={unionId} aspect={aspect} />
    </li>
  );
}

/** The problems found, the most frequent first; each number leads to its members. */
function Checks({ unionId, aspect }: AspectLineProps) {
  const found = aspect.checks
    .filter(({ people }) => people > 0)
    .toSorted((one, other) => other.people - one.people);
  if (found.length === 0) return <p className={styles.none}>没有发现问题</p>;
  return (
    <ul className={styles.checks} aria-label={`${aspect.title}的扣分情形`}>
      {found.map(({ code, title, people }) => (
        <li key={code}>
          <span>{title}</span>
          <TextLink to={qualityPaths.rows({ unionId, measure: aspect.aspect, check: code })}>
            <span className="nj-listen">{title}</span>
            {countWords(people)} 人
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
