// Confirm (确认): before an act that cannot be taken back, what will happen and to how many; the button says it again.
import { App, Input } from "antd";
import { type ReactNode, useId, useState } from "react";
import styles from "./confirm.module.css";

export interface Question {
  /** The act and its number: `将 3 名会员移出名册？` */
  readonly title: string;
  /** What will happen, one sentence each. */
  readonly effects: readonly ReactNode[];
  /** The button, a verb with its number: `移出 3 人`. */
  readonly verb: string;
  readonly cancel?: string;
  /** Asks for words that are kept with the act, for instance a reason. */
  readonly note?: { readonly title: string; readonly required?: boolean; readonly max?: number };
  /** Runs before the box closes; a throw keeps it open and is passed on. */
  readonly run?: (note: string) => Promise<unknown>;
}

/** Resolves to the note (possibly empty) when confirmed, to `undefined` when not. */
export function useConfirm(): (question: Question) => Promise<string | undefined> {
  const { modal } = App.useApp();
  return (question) =>
    new Promise((resolve, reject) => {
      let note = "";
      const close = modal.confirm({
        icon: null,
        width: 440,
        centered: true,
        title: question.title,
        content: <Content question={question} onNote={(text) => setNote(text)} />,
        okText: question.verb,
        cancelText: question.cancel ?? "先不办",
        okButtonProps: { disabled: question.note?.required === true },
        onOk: async () => {
          try {
            await question.run?.(note);
            resolve(note);
          } catch (failure) {
            reject(failure);
          }
        },
        onCancel: () => resolve(undefined),
      });
      function setNote(text: string) {
        note = text.trim();
        const disabled = question.note?.required === true && note === "";
        close.update({ okButtonProps: { disabled } });
      }
    });
}

interface ContentProps {
  readonly question: Question;
  readonly onNote: (text: string) => void;
}

function Content({ question, onNote }: ContentProps) {
  const { effects, note } = question;
  const id = useId();
  const [text, setText] = useState("");
  return (
    <div className={styles.content}>
      <ul className={styles.effects}>
        {effects.map((effect, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of one question do not change
          <li key={index}>{effect}</li>
        ))}
      </ul>
      {note ? (
        <label className={styles.note} htmlFor={id}>
          <span>
            {note.title}
            {note.required ? null : <span className={styles.optional}>（选填）</span>}
          </span>
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 5 }}
            showCount
            maxLength={note.max ?? 200}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              onNote(event.target.value);
            }}
          />
        </label>
      ) : null}
    </div>
  );
}
