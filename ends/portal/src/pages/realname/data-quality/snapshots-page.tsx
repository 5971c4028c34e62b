// Snapshots (年报快照): the yearly statements kept of a union, making one, and each in full with its hash.
import { Button } from "antd";
import { useState } from "react";
import { useList } from "../../../list-state.ts";
import { useMe } from "../../../session.ts";
import { Day, Moment } from "../../../ui/day.tsx";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { MakeSnapshot } from "./make-snapshot.tsx";
import { QualityTabs } from "./quality-tabs.tsx";
import { SnapshotPanel } from "./snapshot-panel.tsx";
import styles from "./snapshots.module.css";
import { readSnapshots, type SnapshotLine } from "./snapshots.ts";

/** Enough of a hash to tell two apart by eye. */
const shownOfHash = 12;

const columns: PageColumn<SnapshotLine>[] = [
  { key: "year", title: "年度", width: 90, cell: ({ year }) => `${year} 年` },
  { key: "union", title: "工会", width: 240, cell: ({ unionName }) => unionName },
  {
    key: "day",
    title: "统计时点",
    width: 120,
    help: "这一天在册的会员才计入。",
    cell: ({ day }) => <Day value={day} />,
  },
  {
    key: "sha256",
    title: "校验码",
    width: 150,
    help: "由内容算出（SHA-256）；改动一个字，校验码就对不上。这里显示开头部分。",
    cell: ({ sha256 }) => <code className={styles.hash}>{sha256.slice(0, shownOfHash)}</code>,
  },
  { key: "by", title: "谁生成", width: 180, cell: ({ by }) => by },
  { key: "at", title: "生成时间", width: 150, cell: ({ at }) => <Moment value={at} since /> },
];

const keyOf = ({ id }: SnapshotLine) => id;

export function Page() {
  const { role } = useMe();
  const [making, setMaking] = useState(false);
  const list = useList(["quality", "snapshots"], readSnapshots);
  const make =
    role === "chair" || role === "cadre" ? (
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
        生成快照
      </Button>
    ) : undefined;
  return (
    <ListPage
      title="年报快照"
      sentence="按统计时点定格的会员、工会和质量数字。生成后不会再变，随时可以核对。"
      action={make}
      above={<QualityTabs here="snapshots" />}
      id="realname.snapshots"
      label="年报快照"
      unit="份快照"
      columns={columns}
      keyOf={keyOf}
      list={list}
      panel={({ key, ways }) => <SnapshotPanel id={key} {...ways} />}
      empty={{
        sentence: "还没有生成过年报快照",
        hint: make ? "选一个年度，生成第一份。" : "由工会主席或总工会干部生成。",
      }}
    >
      <MakeSnapshot
        open={making}
        onClose={() => setMaking(false)}
        onDone={({ id }) => {
          setMaking(false);
          list.place.open(id);
        }}
      />
    </ListPage>
  );
}
