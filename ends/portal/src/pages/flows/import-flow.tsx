// A flow from a file (导入流程图): drawn in another tool, read and shown with what it changes; kept as a proposal when it may be.
import { Button, DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useRef, useState } from "react";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { FlowPicture } from "../../ui/flow/flow-picture.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "./flows.module.css";
import { type ReadFlow, usePropose, useReadFlow } from "./flows.ts";

/** Beyond it the house does not read either. */
const bytesAtMost = 800_000;

const tooLarge = `这个文件超过 ${bytesAtMost / 1000} KB，不像是流程图，请重新选择。`;

interface ImportFlowProps {
  readonly id: string;
  /** A change is waiting to be decided: until then what is read cannot be kept. */
  readonly waits: boolean;
}

export function ImportFlow({ id, waits }: ImportFlowProps) {
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [refused, setRefused] = useState<string>();
  const read = useReadFlow(id);
  const choose = async (file: File) => {
    setName(file.name);
    read.reset();
    setRefused(file.size > bytesAtMost ? tooLarge : undefined);
    if (file.size <= bytesAtMost) read.mutate({ xml: await file.text() });
  };
  const found = read.data;
  const done = () => {
    setName("");
    read.reset();
  };
  return (
    <Section
      title="从流程图文件导入"
      sentence="先导出 BPMN，在别的画图软件里改好，再选进来。只读出改了什么，确认后才存。"
      actions={
        <>
          <input
            ref={input}
            hidden
            type="file"
            accept=".bpmn,.xml"
            aria-label="流程图文件"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void choose(file);
              target.value = "";
            }}
          />
          <Button loading={read.isPending} onClick={() => input.current?.click()}>
            {name ? "换一个文件" : "选择文件"}
          </Button>
        </>
      }
    >
      <div aria-live="polite">
        {name ? <p className={styles.when}>{name}</p> : null}
        {refused ? <p className={styles.fault}>{refused}</p> : null}
        {read.error ? <ErrorSentence problem={read.error} /> : null}
        {found ? <Found key={read.submittedAt} {...{ id, waits, found }} onKept={done} /> : null}
      </div>
    </Section>
  );
}

interface FoundProps extends ImportFlowProps {
  readonly found: ReadFlow;
  readonly onKept: () => void;
}

function Found({ id, waits, found, onKept }: FoundProps) {
  const { stages, faults, differences, changes, words } = found;
  return (
    <>
      {stages ? <FlowPicture stages={stages} title="文件里的流程" plain /> : null}
      <Said title={stages ? "这样画，办件走不到头" : "这个文件读不成流程"} lines={faults} wrong />
      <Said title="与统一流程不同，不能改的地方" lines={differences} wrong />
      <Said title="改了这些地方" lines={words} />
      {changes && words.length === 0 ? <p>与统一流程一样，没有改动。</p> : null}
      {changes && words.length > 0 ? <Keep {...{ id, waits, changes, onKept }} /> : null}
    </>
  );
}

interface SaidProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly wrong?: boolean;
}

function Said({ title, lines, wrong = false }: SaidProps) {
  if (lines.length === 0) return null;
  return (
    <div className={wrong ? styles.fault : undefined} role={wrong ? "alert" : undefined}>
      <h3 className={styles.said}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

interface KeepProps extends ImportFlowProps {
  readonly changes: NonNullable<ReadFlow["changes"]>;
  readonly onKept: () => void;
}

function Keep({ id, waits, changes, onKept }: KeepProps) {
  const [fromDay, setFromDay] = useState<Dayjs>(dayjs());
  const propose = usePropose(id);
  const keep = () =>
    propose.mutate({ changes, fromDay: fromDay.format("YYYY-MM-DD") }, { onSuccess: onKept });
  return (
    <>
      {propose.error ? <ErrorSentence problem={propose.error} /> : null}
      <div className={styles.propose}>
        <label htmlFor="import-from-day">生效日期</label>
        <DatePicker
          id="import-from-day"
          value={fromDay}
          minDate={dayjs().startOf("day")}
          allowClear={false}
          onChange={(day) => setFromDay(day ?? dayjs())}
        />
        <Button type="primary" disabled={waits} loading={propose.isPending} onClick={keep}>
          存为草稿
        </Button>
        <span className={styles.when}>
          {waits
            ? "有一项改动在等人核准，等它核准或不同意之后再存。"
            : "存后由本级另一位主席或干部核准，到生效日期才用。"}
        </span>
      </div>
    </>
  );
}
