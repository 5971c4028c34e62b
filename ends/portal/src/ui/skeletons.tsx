// Skeletons (骨架屏): the shape of what is coming, so that nothing jumps when it comes.
import { Skeleton } from "antd";
import styles from "./skeletons.module.css";

interface CountProps {
  readonly count?: number;
}

const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Shapes are for the eye; those who listen hear that it is coming. */
const Waiting = () => (
  <span className="nj-listen" role="status">
    正在加载
  </span>
);

export function PageSkeleton() {
  return (
    <div aria-busy>
      <Waiting />
      <div className={styles.head} aria-hidden>
        <Skeleton active title={{ width: 180 }} paragraph={{ rows: 1, width: "38%" }} />
      </div>
      <div className={styles.card} aria-hidden>
        <Skeleton active title={false} paragraph={{ rows: 8, width: "100%" }} />
      </div>
    </div>
  );
}

export function FormSkeleton({ count = 5 }: CountProps) {
  return (
    <div className={styles.form} aria-busy>
      <Waiting />
      {times(count).map((index) => (
        <div key={index} className={styles.field} aria-hidden>
          <Skeleton.Node active style={{ width: 96, height: 14 }} />
          <Skeleton.Node active style={{ width: "100%", height: 34 }} />
        </div>
      ))}
    </div>
  );
}

export function CardsSkeleton({ count = 4 }: CountProps) {
  return (
    <div className={styles.cards} aria-busy>
      <Waiting />
      {times(count).map((index) => (
        <div key={index} className={styles.card} aria-hidden>
          <Skeleton active title={{ width: 80 }} paragraph={{ rows: 2, width: ["60%", "40%"] }} />
        </div>
      ))}
    </div>
  );
}

/** A few lines, for a side panel or a card. */
export function LinesSkeleton({ count = 6 }: CountProps) {
  return (
    <div aria-busy>
      <Waiting />
      <Skeleton active title={false} paragraph={{ rows: count }} />
    </div>
  );
}
