// Giving tasks to somebody (交给别人办): to whom and why, after the numbers were seen.
import { Button, Input, Modal } from "antd";
import { useId, useState } from "react";
import { useCommand } from "../../session.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { countWords } from "../../ui/words.ts";
import { type Colleague, takers } from "./colleagues.ts";
import type { Given } from "./given-note.tsx";
import { PostSelect } from "./post-select.tsx";
import styles from "./sharing.module.css";
import { giveTasks, type HeldTask, type Seat } from "./sharing.ts";

/** As many as one command takes. */
const atMost = 100;
const shortest = 2;

interface ShareTasksProps {
  readonly seat: Seat;
  readonly rows: readonly HeldTask[];
  readonly onGiven: (given: Given) => void;
}

export function ShareTasks({ seat, rows, onGiven }: ShareTasksProps) {
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<Colleague>();
  const [reason, setReason] = useState("");
  const ids = { to: useId(), reason: useId() };
  const give = useCommand(giveTasks, {
    refresh: [["cases"], ["desk"]],
    onDone: ({ rows: verdicts }) => {
      setOpen(false);
      const titles = new Map(rows.map(({ id, title }) => [id, title]));
      onGiven({ verdicts, titles, to: to?.name ?? "" });
    },
  });
  const count = countWords(rows.length);
  const ready = to !== undefined && reason.trim().length >= shortest;
  const send = () =>
    to &&
    give.mutate({
      items: rows.map(({ id, task }) => ({ id, task })),
      to: to.post,
      reason: reason.trim(),
    });
  return (
    <>
      {rows.length > atMost ? <span>一次最多 {atMost} 件</span> : null}
      <Button
        disabled={rows.length === 0 || rows.length > atMost}
        onClick={() => {
          give.reset();
          setOpen(true);
        }}
      >
        交给别人办 {count} 件
      </Button>
      <Modal
        open={open}
        title={`把这 ${count} 件交给谁？`}
        okText={`交出 ${count} 件`}
        cancelText="先不办"
        okButtonProps={{ disabled: !ready }}
        confirmLoading={give.isPending}
        onOk={send}
        onCancel={() => setOpen(false)}
      >
        <div className={styles.form}>
          <p className={styles.hint}>
            交出后由对方办理，期限照旧，对方会收到通知；办理记录写明是您调整的。
          </p>
          <label htmlFor={ids.to}>交给谁</label>
          <PostSelect
            id={ids.to}
            search={takers(seat)}
            value={to?.post}
            onChange={(_, who) => setTo(who)}
          />
          <label htmlFor={ids.reason}>原因</label>
          <Input
            id={ids.reason}
            placeholder="如：近期件多，分开办"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {give.error ? <ErrorSentence problem={give.error} /> : null}
        </div>
      </Modal>
    </>
  );
}
