// Evidence (依据): the sentences that speak for or against one person, the weightiest first.
import { ArrowDownOutlined, ArrowUpOutlined } from "../../../ui/icons.tsx";
import styles from "./data-quality.module.css";

interface EvidenceProps {
  readonly evidence: readonly {
    readonly rule: string;
    readonly points: number;
    readonly say: string;
  }[];
  readonly score: number;
}

export function Evidence({ evidence, score }: EvidenceProps) {
  const ordered = evidence.toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points));
  return (
    <>
      <p className={styles.score}>
        相似程度 <b>{score}</b> 分<small>满分 100，供排序参考，不是同一人的概率</small>
      </p>
      <ul className={styles.evidence}>
        {ordered.map(({ rule, points, say }) => (
          <li key={rule} data-against={points < 0 || undefined}>
            {points < 0 ? <ArrowDownOutlined /> : <ArrowUpOutlined />}
            <span>
              {say}
              <small>{points < 0 ? "说明可能不是同一人" : "说明可能是同一人"}</small>
            </span>
            <span className={styles.points}>
              {points < 0 ? "−" : "+"}
              {Math.abs(points)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
