// Merge panel (归并详情): both records as they were, what it was decided on, and the way back.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { paths } from "../../../paths.ts";
import { useConfirm } from "../../../ui/confirm.tsx";
import { Day, Moment } from "../../../ui/day.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { RollbackOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { type Fact, Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { dayWords } from "../../../ui/words.ts";
import { CompareTable } from "./compare-table.tsx";
import styles from "./data-quality.module.css";
import { Evidence } from "./evidence.tsx";
import { type MergeDetail, mergeQuery, useUndo } from "./merges.ts";

interface MergePanelProps extends PanelWays {
  readonly id: string | undefined;
}

export function MergePanel({ id, ...ways }: MergePanelProps) {
  const { data, error, refetch } = useQuery({
    ...mergeQuery(id ?? ""),
    enabled: id !== undefined,
  });
  return (
    <SidePanel
      wide
      open={id !== undefined}
      {...ways}
      title={data ? `${data.absorbedName} → ${data.name}` : "归并详情"}
      loading={!data}
      problem={data ? undefined : error}
      onRetry={refetch}
      actions={data?.can.undo ? <Undo key={data.id} merge={data} /> : undefined}
    >
      {data ? (
        <div className={styles.panel}>
          <Facts facts={factsOf(data)} />
          <section>
            <h3>归并以前</h3>
            <CompareTable
              lines={data.lines}
              heads={{
                first: (
                  <>
                    甲：<TextLink to={paths.person(data.survivorId)}>保留的记录</TextLink>
                  </>
                ),
                second: "乙：被归并的记录",
              }}
              choice={{ survivor: "first", take: data.taken }}
            />
          </section>
          <section>
            <h3>当时的依据</h3>
            <Evidence {...data} />
          </section>
        </div>
      ) : null}
    </SidePanel>
  );
}

const factsOf = ({ by, at, note, untilDay, undone }: MergeDetail): Fact[] => [
  { title: "谁归并", value: by },
  { title: "归并时间", value: <Moment value={at} /> },
  { title: "认定依据", value: note },
  ...(undone
    ? [
        { title: "谁撤销", value: undone.by },
        { title: "撤销时间", value: <Moment value={undone.at} /> },
        { title: "撤销原因", value: undone.note },
      ]
    : [{ title: "可撤销到", value: <Day value={untilDay} /> }]),
];

function Undo({ merge }: { readonly merge: MergeDetail }) {
  const confirm = useConfirm();
  const undo = useUndo();
  const [asking, setAsking] = useState(false);
  const decide = async () => {
    setAsking(true);
    const note = await confirm({
      title: `撤销对${merge.name}的归并？`,
      effects: [
        "两条记录分开，各自恢复成归并以前的样子。",
        "归并以后改过的信息不动，留在保留的那条记录上。",
        "移过来的办件和账号还给另一条记录。",
      ],
      verb: "撤销归并",
      note: { title: "为什么撤销", required: true },
    });
    setAsking(false);
    if (note !== undefined) undo.mutate({ id: merge.id, note });
  };
  return (
    <>
      {undo.error ? <ErrorSentence problem={undo.error} /> : null}
      <span className={styles.until}>{dayWords(merge.untilDay)} 以前可以撤销</span>
      <Button
        icon={<RollbackOutlined />}
        disabled={asking}
        loading={undo.isPending}
        onClick={decide}
      >
        撤销归并
      </Button>
    </>
  );
}
