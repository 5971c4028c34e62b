// Checking cards (扫码验证) at a counter: a hand scanner types the code, the verdict stands in large words.
import { Button, Input, type InputRef } from "antd";
import { type FormEvent, useId, useRef, useState } from "react";
import { Moment } from "../../../ui/day.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import styles from "./card.module.css";
import { type Check, toneOf, useChecks } from "./checks.ts";

function Verdict({ check }: { readonly check: Check }) {
  return (
    <div className={styles.verdict} data-tone={toneOf(check)}>
      <p className={styles.say}>{check.say}</p>
      {check.name ? <p className={styles.name}>{check.name}</p> : null}
      <p>{check.next}</p>
    </div>
  );
}

function Earlier({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <Section title="本次验证过的" sentence="只留结果，不留姓名；离开本页后不再显示。">
      <ul className={styles.earlier}>
        {checks.map((check) => (
          <li key={check.at.getTime()}>
            <StatusTag tone={toneOf(check)}>{check.say}</StatusTag>
            <Moment value={check.at} since />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Page() {
  const { checks, checking } = useChecks();
  const [code, setCode] = useState("");
  const [field, input] = [useId(), useRef<InputRef>(null)];
  const [last, ...earlier] = checks;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== "") checking.mutate(code);
    // The next member's code is scanned into an empty field.
    setCode("");
    input.current?.focus();
  };
  return (
    <>
      <PageHead
        title="扫码验证"
        sentence="验会员手机上的动态码：是否有效，只显示部分姓名。"
        more={
          <Button href="/verify/offline.html" download="会员卡离线验证.html">
            下载离线验证页
          </Button>
        }
      />
      <Section>
        <form className={styles.form} onSubmit={submit}>
          <label htmlFor={field}>用扫码枪扫会员的动态码</label>
          <div className={styles.line}>
            <Input
              id={field}
              ref={input}
              size="large"
              autoFocus
              autoComplete="off"
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
            <Button type="primary" size="large" htmlType="submit" loading={checking.isPending}>
              验证
            </Button>
          </div>
        </form>
        <div role="status" aria-live="assertive">
          {checking.error ? <ErrorSentence problem={checking.error} /> : null}
          {last && !checking.error ? <Verdict check={last} /> : null}
        </div>
      </Section>
      {earlier.length > 0 ? <Earlier checks={earlier} /> : null}
    </>
  );
}
