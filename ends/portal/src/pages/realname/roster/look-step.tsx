// Looking at it (核对栏目): what the house understood of the sheet, for the officer to correct before anyone is enrolled.
import { useQuery } from "@tanstack/react-query";
import { Button, InputNumber, Select } from "antd";
import { useState } from "react";
import { useConfirm } from "../../../ui/confirm.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { Problem } from "../../../ui/problem.ts";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { countWords } from "../../../ui/words.ts";
import { type Correction, useCorrect, useStart, useStop } from "./commands.ts";
import { FaultKinds } from "./fault-kinds.tsx";
import { type Import, type Preview, previewQuery } from "./imports.ts";
import { MappingTable } from "./mapping-table.tsx";
import { PreviewRows } from "./preview-rows.tsx";
import styles from "./roster.module.css";

interface LookStepProps {
  readonly roster: Import;
}

export function LookStep({ roster }: LookStepProps) {
  const preview = useQuery(previewQuery(roster.id));
  const correct = useCorrect(roster.id);
  if (preview.error && !preview.data) {
    return <ErrorSentence size="block" problem={preview.error} onRetry={preview.refetch} />;
  }
  if (!preview.data) return <LinesSkeleton count={12} />;
  const busy = correct.isPending || preview.isFetching;
  return (
    <div className={styles.look}>
      <Verdict roster={roster} preview={preview.data} busy={busy} />
      {correct.error ? <ErrorSentence problem={correct.error} /> : null}
      <Place roster={roster} preview={preview.data} onCorrect={correct.mutate} />
      <section className={styles.part}>
        <h2>栏目对应</h2>
        <MappingTable
          roster={roster}
          preview={preview.data}
          busy={busy}
          onColumns={(columns) => correct.mutate({ columns })}
        />
      </section>
      <FaultKinds preview={preview.data} />
      <section className={styles.part}>
        <h2>前 {preview.data.rows.length} 行会这样登记</h2>
        <PreviewRows preview={preview.data} />
      </section>
      <Start roster={roster} preview={preview.data} busy={busy} />
    </div>
  );
}

interface PartProps extends LookStepProps {
  readonly preview: Preview;
  readonly busy: boolean;
}

/** The number an officer wants first: how many go in, how many come back. */
function Verdict({ roster, preview, busy }: PartProps) {
  const { looked } = preview;
  return (
    <div className={styles.verdict} aria-live="polite" aria-busy={busy}>
      <dl>
        <Count title={looked.whole ? "共" : "共约"} value={roster.rowsTotal} unit="行" />
        <Count title="可以导入" value={looked.good} unit="人" />
        <Count title="有错退回" value={looked.faulty} unit="行" late={looked.faulty > 0} />
        <Count title="标题、合计、空行" value={looked.skipped} unit="行" />
      </dl>
      {looked.whole ? null : (
        <p className={styles.help}>
          先看了前 {countWords(looked.rows)} 行，后三个数是这些行的；导入时会逐行检查。
        </p>
      )}
      {preview.remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
    </div>
  );
}

interface CountProps {
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly late?: boolean;
}

function Count({ title, value, unit, late }: CountProps) {
  return (
    <div data-late={late || undefined}>
      <dt>{title}</dt>
      <dd>
        {countWords(value)} <small>{unit}</small>
      </dd>
    </div>
  );
}

interface PlaceProps extends LookStepProps {
  readonly preview: Preview;
  readonly onCorrect: (correction: Correction) => void;
}

/** Which sheet and which row holds the titles. */
function Place({ roster, preview, onCorrect }: PlaceProps) {
  const { sheets } = preview;
  const [row, setRow] = useState<number | null>(roster.headRow);
  const setHead = () => {
    if (row !== null && row !== roster.headRow) onCorrect({ headRow: row });
  };
  return (
    <div className={styles.place}>
      {sheets.length > 1 ? (
        <div>
          <label htmlFor="import-sheet">工作表</label>
          <Select
            id="import-sheet"
            value={roster.sheet}
            style={{ width: 240 }}
            options={sheets.map(({ name, hidden }) => ({
              value: name,
              label: hidden ? `${name}（隐藏的）` : name,
            }))}
            onChange={(sheet) => sheet && onCorrect({ sheet })}
          />
        </div>
      ) : null}
      <div>
        <label htmlFor="import-head">表头在第几行</label>
        <InputNumber
          id="import-head"
          min={0}
          max={1000}
          precision={0}
          value={row}
          onChange={setRow}
          onBlur={setHead}
          onPressEnter={setHead}
          style={{ width: 120 }}
        />
        <span className={styles.help}>没有表头填 0；它上面的行不读。</span>
      </div>
    </div>
  );
}

function Start({ roster, preview, busy }: PartProps) {
  const start = useStart(roster.id);
  const stop = useStop(roster.id);
  const confirm = useConfirm();
  const { can, missing, unionName, rowsTotal } = roster;
  const why = missing.length > 0 ? `还没有认出${missing.map((one) => `“${one}”`).join("、")}` : "";
  const giveUp = () =>
    confirm({
      title: "放弃这次导入？",
      effects: ["还没有任何人入库；文件不再导入，记录会留在导入记录里。"],
      verb: "放弃导入",
      cancel: "接着核对",
      run: () => stop.mutateAsync(undefined),
    }).catch(() => undefined);
  const good = preview.looked.whole ? `约 ${countWords(preview.looked.good)} 人` : "可以导入的人";
  return (
    <footer className={styles.start}>
      {start.error && !(start.error instanceof Problem && start.error.status === 409) ? (
        <ErrorSentence problem={start.error} />
      ) : null}
      <div className={styles.buttons}>
        <Button
          type="primary"
          disabled={!can.start || busy}
          loading={start.isPending}
          onClick={() => start.mutate(undefined)}
        >
          开始导入 {countWords(rowsTotal)} 行
        </Button>
        {can.cancel ? <Button onClick={giveUp}>放弃</Button> : null}
        <span className={why ? styles.why : styles.help}>
          {why
            ? `${why}，请在上面的栏目对应里指定。`
            : `${good}会成为“${unionName}”的会员；有错的行不入库，会原样退回。`}
        </span>
      </div>
    </footer>
  );
}
