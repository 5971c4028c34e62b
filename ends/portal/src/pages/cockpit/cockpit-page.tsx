// Cockpit (驾驶舱): a union's few numbers that someone acts on, their year, and the same child by child, drilling down.
import { useRouter, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { paths } from "../../paths.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { RollbackOutlined } from "../../ui/icons.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Children } from "./children.tsx";
import styles from "./cockpit.module.css";
import { DarkTrend } from "./dark-trend.tsx";
import { useFigures } from "./figures.ts";
import { Tiles } from "./tiles.tsx";

export function Page() {
  const { under } = useSearch({ strict: false }) as { under?: string };
  const { history } = useRouter();
  const { now, children, trends } = useFigures(under);
  if (now.error && !now.data) {
    return <ErrorSentence size="page" problem={now.error} onRetry={now.refetch} />;
  }
  const members = trends.get("members") ?? [];
  const drill = (unionId: string) => history.push(paths.cockpit(unionId));
  return (
    <div className={styles.wall} aria-busy={now.isFetching}>
      <PageHead
        title={now.data ? `${now.data.union.name}驾驶舱` : "驾驶舱"}
        sentence="含下级工会，每分钟更新。点数字看名册，点下级工会往下看。"
        more={
          under ? (
            <Button ghost icon={<RollbackOutlined />} onClick={() => history.back()}>
              返回上一级
            </Button>
          ) : undefined
        }
      />
      <Tiles now={now.data} rows={children.data?.rows ?? []} trends={trends} />
      <div className={styles.lower}>
        <section className={styles.panel} aria-label="会员人数，近十二个月">
          <h2>会员人数，近十二个月</h2>
          <DarkTrend points={members} unit="人" />
        </section>
        <Children rows={children.data?.rows} problem={children.error} onDrill={drill} />
      </div>
    </div>
  );
}
