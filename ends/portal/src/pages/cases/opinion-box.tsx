// Words of an act (办理意见): typed, or begun with a phrase one uses often.
import { Input } from "antd";
import { useId } from "react";
import styles from "./cases.module.css";
import type { CommandKind } from "./cases.ts";
import { Phrases } from "./phrases.tsx";

const longest = 500;

interface OpinionBoxProps {
  readonly title: string;
  readonly required: boolean;
  readonly kind: CommandKind;
  readonly value: string;
  readonly onChange: (opinion: string) => void;
}

export function OpinionBox({ title, required, kind, value, onChange }: OpinionBoxProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>
        {title}
        {required ? null : <span className={styles.optional}>（选填）</span>}
      </label>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 3, maxRows: 8 }}
        showCount
        maxLength={longest}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className={styles.keys}>Ctrl + Enter 也可以确定</p>
      <Phrases kind={kind} value={value} onPick={onChange} />
    </>
  );
}
