// Masked (脱敏信息): 张*三 and 138****5678 until someone says what they need it for; that is written down.

import { Button, Input, Popover, Radio } from "antd";
import { useEffect, useState } from "react";
import { ErrorSentence } from "./error-sentence.tsx";
import { EyeInvisibleOutlined, EyeOutlined } from "./icons.tsx";
import styles from "./masked.module.css";

/** Seen this long, then masked again, so that an open screen does not keep showing it. */
const shownForMs = 60_000;

const purposes = [
  "办理业务时核对身份",
  "电话回访或通知本人",
  "更正错误信息",
  "依法协助查询",
] as const;
const other = "其他";

interface MaskedProps {
  /** As the list shows it: `张*三`. */
  readonly masked: string;
  /** What it is: `身份证号`; said to those who listen and in the box. */
  readonly title: string;
  /** Asks the server, which writes who looked, when and why. Without it the value stays masked. */
  readonly onReveal?: ((purpose: string) => Promise<string>) | undefined;
  /** Why this reader may not look. */
  readonly closed?: string | undefined;
}

export function Masked({ masked, title, onReveal, closed }: MaskedProps) {
  const [plain, setPlain] = useState<string>();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (plain === undefined) return;
    const timer = window.setTimeout(() => setPlain(undefined), shownForMs);
    return () => window.clearTimeout(timer);
  }, [plain]);
  const reveal = async (purpose: string) => {
    setPlain(await onReveal?.(purpose));
    setAsking(false);
  };
  const button = (
    <button
      type="button"
      className={styles.eye}
      aria-label={plain === undefined ? `查看完整${title}` : `隐藏${title}`}
      title={closed}
      disabled={closed !== undefined}
      onClick={() => plain !== undefined && setPlain(undefined)}
    >
      {plain === undefined ? <EyeOutlined /> : <EyeInvisibleOutlined />}
    </button>
  );
  return (
    <span className={styles.masked}>
      <span className={plain === undefined ? undefined : styles.plain}>{plain ?? masked}</span>
      {onReveal || closed ? (
        <Popover
          trigger="click"
          destroyOnHidden
          open={asking}
          onOpenChange={(open) => setAsking(open && plain === undefined && closed === undefined)}
          content={<AskPurpose title={title} onAnswer={reveal} />}
        >
          {button}
        </Popover>
      ) : null}
    </span>
  );
}

interface AskPurposeProps {
  readonly title: string;
  readonly onAnswer: (purpose: string) => Promise<void>;
}

function AskPurpose({ title, onAnswer }: AskPurposeProps) {
  const [choice, setChoice] = useState<string>();
  const [words, setWords] = useState("");
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const purpose = choice === other ? words.trim() : choice;
  const answer = async () => {
    if (!purpose) return;
    setWaiting(true);
    setProblem(undefined);
    await onAnswer(purpose).catch(setProblem);
    setWaiting(false);
  };
  return (
    <section className={styles.ask} aria-label={`查看完整${title}的用途`}>
      <p className={styles.askTitle}>查看完整{title}，用来做什么</p>
      <Radio.Group
        vertical
        value={choice}
        onChange={(event) => setChoice(event.target.value)}
        options={[...purposes, other]}
      />
      {choice === other ? (
        <Input
          autoFocus
          aria-label="其他用途"
          placeholder="请写明用途"
          maxLength={60}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : null}
      <p className={styles.askNote}>
        查看会留下记录，会员本人能看到是谁、何时、为何查看。一分钟后自动遮住。
      </p>
      {problem ? <ErrorSentence problem={problem} /> : null}
      <Button block disabled={!purpose} loading={waiting} onClick={answer}>
        记录用途并查看
      </Button>
    </section>
  );
}
