// Talk around a case (沟通和抄送): questions with their answers, who was let know, and the cases beside it.
import { paths } from "../../paths.ts";
import { Moment } from "../../ui/day.tsx";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/section.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import styles from "./cases.module.css";
import { type Case, statusTones } from "./cases.ts";

interface TalkProps {
  readonly case: Case;
}

export function CaseTalk({ case: { questions, copies, related } }: TalkProps) {
  return (
    <>
      {questions.length > 0 ? (
        <Section title="沟通">
          <ul className={styles.tasks}>
            {questions.map((question) => (
              <Question key={question.question} {...question} />
            ))}
          </ul>
        </Section>
      ) : null}
      {related.length > 0 ? <Related related={related} /> : null}
      {copies.length > 0 ? (
        <Section title="抄送">
          <ul className={styles.tasks}>
            {copies.map(({ copy, to, by, at, readAt }) => (
              <li key={copy} className={styles.task}>
                <p>
                  <b>{to}</b>
                  <span className={styles.optional}>
                    {by} <Moment value={at} /> 抄送
                  </span>
                </p>
                <StatusTag tone={readAt ? "done" : "wait"} quiet>
                  {readAt ? "已阅" : "未读"}
                </StatusTag>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Question({ from, to, words, at, state, answer }: Case["questions"][number]) {
  return (
    <li className={styles.task}>
      <p>
        <b>
          {from} 问 {to}
        </b>
        <span className={styles.optional}>
          <Moment value={at} />
        </span>
      </p>
      {state === "answered" ? null : (
        <StatusTag tone={state === "open" ? "doing" : "off"} quiet>
          {state === "open" ? "等答复" : "不用再答复"}
        </StatusTag>
      )}
      <blockquote className={styles.asked}>{words}</blockquote>
      {answer ? (
        <p className={styles.answer}>
          {answer.who} <Moment value={answer.at} /> 答：{answer.words}
        </p>
      ) : null}
    </li>
  );
}

function Related({ related }: { readonly related: Case["related"] }) {
  return (
    <Section title="关联办件">
      <ul className={styles.tasks}>
        {related.map(({ id, number, title, status, statusTitle, begun }) => (
          <li key={id} className={styles.task}>
            <p>
              <TextLink to={paths.case(id)}>{title}</TextLink>
              <span className={styles.optional}>
                {number}，{begun ? "由本办件带出" : "带出本办件"}
              </span>
            </p>
            <StatusTag tone={statusTones[status]} quiet>
              {statusTitle}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
