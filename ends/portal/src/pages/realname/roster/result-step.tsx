// The result (导入结果): who is in, what came back and why, the Excel of it, and the ways on.
import { useRouter, useSearch } from "@tanstack/react-router";
import { Button, Tabs } from "antd";
import { paths, withSearch } from "../../../paths.ts";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { ProgressPanel, type WorkState } from "../../../ui/progress-panel.tsx";
import { countWords } from "../../../ui/words.ts";
import { useStart } from "./commands.ts";
import { openCountsOf } from "./counts.ts";
import { FaultyRows } from "./faulty-rows.tsx";
import { type Import, importPaths, type ResultTab } from "./imports.ts";
import { NewMembers } from "./new-members.tsx";
import styles from "./roster.module.css";
import { TakeFaulty } from "./take-faulty.tsx";

const workState: Partial<Record<Import["state"], WorkState>> = {
  done: "done",
  cancelled: "stopped",
  failed: "failed",
};

export function ResultStep({ roster }: { readonly roster: Import }) {
  const { history } = useRouter();
  const start = useStart(roster.id);
  const { can, state, unionId } = roster;
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
        counts={openCountsOf(roster)}
        actions={
          <>
            {goOn}
            <Button
              onClick={() =>
                history.push(withSearch(paths.room("realname", "roster"), { unionId }))
              }
            >
              查看这个工会的会员
            </Button>
            <Button onClick={() => history.push(importPaths.fresh({ union: unionId }))}>
              再导入一份
            </Button>
          </>
        }
      />
      {start.error ? <ErrorSentence problem={start.error} /> : null}
      <Lists roster={roster} />
    </div>
  );
}

/** What there is to do comes first; the address says when the other list was asked for. */
function Lists({ roster }: { readonly roster: Import }) {
  const { history } = useRouter();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const { id, faulty, enrolled } = roster;
  const titles: Record<ResultTab, { count: number; label: string }> = {
    faulty: { count: faulty, label: `有错退回 ${countWords(faulty)} 行` },
    new: { count: enrolled, label: `新入库 ${countWords(enrolled)} 人` },
  };
  const there = (Object.keys(titles) as ResultTab[]).filter((one) => titles[one].count > 0);
  const shown = there.find((one) => one === tab) ?? there[0];
  if (!shown) return null;
  return (
    <section className={styles.part}>
      <Tabs
        activeKey={shown}
        onChange={(one) => history.replace(importPaths.rows(id, one as ResultTab))}
        items={there.map((key) => ({ key, label: titles[key].label }))}
      />
      {shown === "new" ? <NewMembers roster={roster} /> : <Faulty roster={roster} />}
    </section>
  );
}

function Faulty({ roster }: { readonly roster: Import }) {
  const { history } = useRouter();
  const { id, faulty, can, unionId } = roster;
  return (
    <>
      <h2>{countWords(faulty)} 行有错，没有入库</h2>
      <ol className={styles.ways}>
        <li>下载错误行，格式和原表一样，最后一列写着错在哪里、怎么改。</li>
        <li>在表里改好，直接存盘；错误原因那一列不用删。</li>
        <li>把这份表再导入。已经入库的人不会重复。</li>
      </ol>
      <div className={styles.buttons}>
        <TakeFaulty roster={roster} />
        <Button
          type={can.start ? "default" : "primary"}
          onClick={() => history.push(importPaths.fresh({ union: unionId, after: id }))}
        >
          改好后再导入
        </Button>
      </div>
      <FaultyRows roster={roster} />
    </>
  );
}
