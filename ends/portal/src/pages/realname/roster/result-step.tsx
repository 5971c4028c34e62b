// The result (导入结果): who is in, what came back and why, the Excel of it, and the ways on.
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { paths, withSearch } from "../../../paths.ts";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { DownloadOutlined } from "../../../ui/icons.tsx";
import { ProgressPanel, type WorkState } from "../../../ui/progress-panel.tsx";
import { countWords } from "../../../ui/words.ts";
import { useStart } from "./commands.ts";
import { countsOf } from "./counts.ts";
import { FaultyRows } from "./faulty-rows.tsx";
import { type Import, importPaths } from "./imports.ts";
import styles from "./roster.module.css";

const workState: Partial<Record<Import["state"], WorkState>> = {
  done: "done",
  cancelled: "stopped",
  failed: "failed",
};

export function ResultStep({ roster }: { readonly roster: Import }) {
  const { history } = useRouter();
  const start = useStart(roster.id);
  const { faulty, can, state, unionId } = roster;
  const goOn = can.start ? (
    <Button type="primary" loading={start.isPending} onClick={() => start.mutate(undefined)}>
      继续导入剩下的行
    </Button>
  ) : null;
  return (
    <div className={styles.look}>
      <ProgressPanel
        title={roster.says}
        state={workState[state] ?? "done"}
        done={roster.rowsRead}
        total={roster.rowsTotal}
        unit="行"
        counts={countsOf(roster)}
        actions={
          <>
            {goOn}
            <Button
              onClick={() =>
                history.push(withSearch(paths.room("realname", "roster"), { unionId }))
              }
            >
              查看{roster.unionName}的会员
            </Button>
            <Button onClick={() => history.push(importPaths.fresh({ union: unionId }))}>
              再导入一份
            </Button>
          </>
        }
      />
      {start.error ? <ErrorSentence problem={start.error} /> : null}
      {faulty > 0 ? (
        <section className={styles.part}>
          <h2>{countWords(faulty)} 行有错，没有入库</h2>
          <ol className={styles.ways}>
            <li>下载错误行，格式和原表一样，最后一列写着错在哪里、怎么改。</li>
            <li>在表里改好，直接存盘；错误原因那一列不用删。</li>
            <li>把这份表再导入。已经入库的人不会重复。</li>
          </ol>
          <div className={styles.buttons}>
            <Button icon={<DownloadOutlined />} href={importPaths.faultyFile(roster.id)} download>
              下载 {countWords(faulty)} 行错误行
            </Button>
            <Button
              type={can.start ? "default" : "primary"}
              onClick={() => history.push(importPaths.fresh({ union: unionId, after: roster.id }))}
            >
              改好后再导入
            </Button>
          </div>
          <FaultyRows roster={roster} />
        </section>
      ) : null}
    </div>
  );
}
