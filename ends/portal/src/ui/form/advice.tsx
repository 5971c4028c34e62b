// Advice (提交前提醒): what to know before sending, read out and brought into sight when it comes.
import { useEffect, useRef } from "react";
import { InfoCircleOutlined } from "../icons.tsx";
import styles from "./form.module.css";

export function Advice({ sentences }: { readonly sentences: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <section ref={box} tabIndex={-1} aria-label="提交前请知道" className={styles.advice}>
      <InfoCircleOutlined className={styles.adviceIcon} />
      <div>
        <p className={styles.faultTitle}>提交前请知道</p>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
