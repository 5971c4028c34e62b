// Making a snapshot (生成快照): of which union and which year; the same numbers come out however often it is made.
import { Button, Select } from "antd";
import { useId, useState } from "react";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { dayWords } from "../../../ui/words.ts";
import { UnionPicker } from "../../../unions/union-picker.tsx";
import styles from "./snapshots.module.css";
import { type SnapshotLine, useFreeze } from "./snapshots.ts";

interface MakeSnapshotProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: (made: SnapshotLine) => void;
}

/** The first year there can be a statement of. */
const firstYear = 2018;

export function MakeSnapshot({ open, onClose, onDone }: MakeSnapshotProps) {
  const thisYear = Number(dayWords(new Date()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [unionId, setUnionId] = useState<string>();
  const freeze = useFreeze(onDone);
  const [yearField, unionField] = [useId(), useId()];
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, ago) => thisYear - ago);
  return (
    <SidePanel
      open={open}
      onClose={onClose}
      title="生成年报快照"
      actions={
        <Button loading={freeze.isPending} onClick={() => freeze.mutate({ unionId, year })}>
          生成 {year} 年快照
        </Button>
      }
    >
      <div className={styles.panel}>
        {freeze.error ? <ErrorSentence problem={freeze.error} /> : null}
        <label className={styles.field} htmlFor={yearField}>
          年度
          <Select
            id={yearField}
            value={year}
            onChange={setYear}
            options={years.map((one) => ({ value: one, label: `${one} 年` }))}
          />
        </label>
        <label className={styles.field} htmlFor={unionField}>
          工会
          <UnionPicker
            id={unionField}
            title="不选为本级工会"
            value={unionId}
            onChange={setUnionId}
          />
          <small>数字含它的全部下级。</small>
        </label>
      </div>
    </SidePanel>
  );
}
