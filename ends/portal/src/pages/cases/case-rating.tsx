// Rating (申请人评价): how the applicant found the handling of the case.
import { Rate } from "antd";
import { Section } from "../../ui/section.tsx";
import { dayWords } from "../../ui/words.ts";
import styles from "./cases.module.css";
import type { Case } from "./cases.ts";

/** From one star up to five. */
const grades = ["非常不满意", "不满意", "基本满意", "满意", "非常满意"];

export function CaseRating({ case: { rating } }: { readonly case: Case }) {
  if (!rating) return null;
  const { stars, words, ratedAt } = rating;
  return (
    <Section title="申请人评价">
      <p>
        <Rate disabled value={stars} /> {grades[stars - 1]}
      </p>
      {words ? <p>{words}</p> : null}
      <p className={styles.optional}>{dayWords(ratedAt)} 评价</p>
    </Section>
  );
}
