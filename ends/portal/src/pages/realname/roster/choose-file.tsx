// Choosing the file (选择文件): the union, a place to drop the file on, what is taken, and the way of the file up.
import { Button, Progress } from "antd";
import { type DragEvent, useId, useRef, useState } from "react";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { DownloadOutlined, FileExcelOutlined } from "../../../ui/icons.tsx";
import { Problem } from "../../../ui/problem.ts";
import { UnionPicker } from "../../../unions/union-picker.tsx";
import styles from "./choose-file.module.css";
import { importPaths } from "./imports.ts";
import shared from "./roster.module.css";
import { type Opening, useOpening } from "./use-opening.ts";

const bytesAtMost = 50 * 1024 * 1024;
const kinds = [".xlsx", ".xls", ".csv", ".txt"];

/** What can be said of a file before it is sent; the server looks at its content. */
function faultOf({ name, size }: File): Problem | undefined {
  const say = (title: string, next: string) => new Problem({ status: 422, title, next });
  if (size === 0) return say("这个文件是空的", "请检查后重新选择。");
  if (size > bytesAtMost) return say("文件超过 50 MB", "请分成几个文件，一个一个导入。");
  if (kinds.some((kind) => name.toLowerCase().endsWith(kind))) return undefined;
  return say("这不是表格文件", "请选择 Excel（xlsx、xls）或 CSV 文件。");
}

interface ChooseFileProps {
  readonly union: string | undefined;
  readonly onUnion: (unionId: string | undefined) => void;
  readonly onOpened: (importId: string) => void;
}

export function ChooseFile({ union, onUnion, onOpened }: ChooseFileProps) {
  const unionId = useId();
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<Problem>();
  const { opening, open, stop } = useOpening(onOpened);
  const busy = opening.at === "sending" || opening.at === "reading";
  const choose = (chosen: File) => {
    const wrong = faultOf(chosen);
    // What was wrong with the file before is not wrong with this one.
    stop();
    setFault(wrong);
    setFile(wrong ? undefined : chosen);
  };
  const failed = fault ?? (opening.at === "failed" ? opening.problem : undefined);
  return (
    <div className={styles.choose}>
      <div className={styles.field}>
        <label htmlFor={unionId}>导入到哪个工会</label>
        <UnionPicker id={unionId} title="导入到哪个工会" value={union} onChange={onUnion} />
        <p className={shared.help}>名册里的人会成为这个工会的会员。可以选本级或下级工会。</p>
      </div>
      {busy && file ? (
        <OnItsWay file={file} opening={opening} onStop={stop} />
      ) : (
        <DropPlace file={file} onFile={choose} />
      )}
      {failed && !busy ? <ErrorSentence problem={failed} /> : null}
      <Accepted />
      <div className={shared.buttons}>
        <Button
          type="primary"
          loading={busy}
          disabled={!file || !union}
          onClick={() => file && union && open(file, union)}
        >
          {opening.at === "failed" ? "再试一次" : "上传并识别"}
        </Button>
        <span className={shared.help}>这一步不会入库，识别后还要您核对。</span>
      </div>
    </div>
  );
}

interface DropPlaceProps {
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
}

function DropPlace({ file, onFile }: DropPlaceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  };
  return (
    <>
      <button
        type="button"
        className={styles.drop}
        data-over={over || undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileExcelOutlined className={styles.dropIcon} />
        <span className={styles.dropWords}>
          <b>{file ? file.name : "把名册拖到这里，或点这里选择文件"}</b>
          <span>
            {file ? `${sizeWords(file.size)}，点这里可以换一个文件` : "Excel（xlsx、xls）或 CSV"}
          </span>
        </span>
      </button>
      <input
        ref={input}
        type="file"
        className="nj-listen"
        tabIndex={-1}
        aria-label="名册文件"
        accept={kinds.join(",")}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = "";
          if (chosen) onFile(chosen);
        }}
      />
    </>
  );
}

interface OnItsWayProps {
  readonly file: File;
  readonly opening: Opening;
  readonly onStop: () => void;
}

function OnItsWay({ file, opening, onStop }: OnItsWayProps) {
  const sending = opening.at === "sending";
  const percent = sending ? Math.floor(opening.share * 100) : 100;
  return (
    <div className={styles.way} aria-live="polite">
      <p className={styles.wayHead}>
        <b>{file.name}</b>
        <span>{sizeWords(file.size)}</span>
      </p>
      <Progress percent={percent} showInfo={false} status="active" aria-label="上传进度" />
      <p className={styles.wayFoot}>
        <span>{sending ? `正在上传，${percent}%` : "已上传，正在识别栏目"}</span>
        {sending ? (
          <button type="button" className="nj-word" onClick={onStop}>
            不传了
          </button>
        ) : null}
      </p>
    </div>
  );
}

function Accepted() {
  return (
    <ul className={styles.accepted}>
      <li>一次最多 20 万行、50 MB。一人一行，有姓名和证件号码两栏就能导入。</li>
      <li>标题行、合计行、空行、合并的单元格都认得；栏目次序和叫法不必和模板一样。</li>
      <li>
        手头没有名册？
        <a href={importPaths.template()} download>
          <DownloadOutlined /> 下载名册模板
        </a>
      </li>
    </ul>
  );
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
