// Files of a form (附件): brought one by one, each shown by name and taken away again; the form holds their ids.
import { Button } from "antd";
import { useRef, useState } from "react";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import type { ControlProps } from "../../ui/form/controls.tsx";
import { CloseOutlined, UploadOutlined } from "../../ui/icons.tsx";
import { upload } from "../../upload.ts";
import styles from "./functions.module.css";

export function FilesField({ field, id, value, onChange }: ControlProps) {
  const ids: readonly string[] = value ?? [];
  const input = useRef<HTMLInputElement>(null);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const bring = async (files: readonly File[]) => {
    setBusy(true);
    setProblem(undefined);
    const brought: string[] = [];
    try {
      for (const file of files) {
        const { id: fileId } = await upload(file, field.title).done;
        brought.push(fileId);
        setNames((now) => new Map(now).set(fileId, file.name));
      }
    } catch (failure) {
      setProblem(failure);
    }
    setBusy(false);
    if (brought.length > 0) onChange?.([...ids, ...brought]);
  };
  const left = (field.maxCount ?? 20) - ids.length;
  return (
    <div className={styles.files}>
      <Button
        {...(id ? { id } : {})}
        icon={<UploadOutlined />}
        loading={busy}
        disabled={left <= 0}
        onClick={() => input.current?.click()}
      >
        上传{field.title}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        className="nj-listen"
        tabIndex={-1}
        aria-label={`${field.title}文件`}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])].slice(0, left);
          event.target.value = "";
          if (files.length > 0) bring(files);
        }}
      />
      <ul>
        {ids.map((fileId, index) => (
          <li key={fileId}>
            <a href={`/api/files/${encodeURIComponent(fileId)}`} download>
              {names.get(fileId) ?? `附件 ${index + 1}`}
            </a>
            <Button
              type="text"
              size="small"
              aria-label={`去掉${names.get(fileId) ?? `附件 ${index + 1}`}`}
              icon={<CloseOutlined />}
              onClick={() => onChange?.(ids.filter((other) => other !== fileId))}
            />
          </li>
        ))}
      </ul>
      {problem ? <ErrorSentence problem={problem} /> : null}
    </div>
  );
}
