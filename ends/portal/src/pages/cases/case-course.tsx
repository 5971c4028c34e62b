// The course of a case (办事进度): who has it and until when, what they were told, and what was done.

import { Section } from "../../ui/section.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { Timeline, type TimelineStage } from "../../ui/timeline.tsx";
import styles from "./cases.module.css";
import type { Case } from "./cases.ts";
import { actionStates } from "./cases.ts";
import { Term } from "./term.tsx";

export function CaseCourse({ case: shown }: { readonly case: Case }) {
  const { tasks, term } = shown;
  return (
    <>
      <Section
        title="办事进度"
        actions={
          term ? (
            <span className={styles.term}>
              <span>全程</span> <Term term={term} />
            </span>
          ) : null
        }
      >
        <Timeline stages={stagesOf(shown)} />
      </Section>
      {tasks.length > 1 || tasks.some(({ beside, holder, waits }) => beside || holder || waits) ? (
        <Section title="在谁手上">
          <ul className={styles.tasks}>
            {tasks.map((task) => (
              <OpenTask key={task.task} task={task} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="办理记录">
        <Timeline stages={historyOf(shown)} title="办理记录" />
      </Section>
    </>
  );
}

type Task = Case["tasks"][number];

const besideWords: Record<NonNullable<Task["beside"]>, string> = {
  before: "前加签",
  after: "后加签",
  delegate: "委派",
  objection: "处理异议",
};

function OpenTask({ task }: { readonly task: Task }) {
  const { step, holder, unionName, role, beside, said, waits, clock } = task;
  return (
    <li className={styles.task}>
      <p>
        <b>{holder ?? `${unionName} · ${role}`}</b>
        <span className={styles.optional}>
          {step}
          {beside ? `，${besideWords[beside]}` : ""}
        </span>
      </p>
      <p className={styles.term}>
        {waits ? (
          <StatusTag tone="off" quiet>
            等别人先办
          </StatusTag>
        ) : (
          <Term term={clock} quiet />
        )}
      </p>
      {said ? <blockquote className={styles.asked}>{said}</blockquote> : null}
    </li>
  );
}

/** The clock stands at the stages it counts for; a case that was turned down did not end well. */
function stagesOf({ stages, tasks, status }: Case): TimelineStage[] {
  const terms = tasks.flatMap(({ clock }) => clock ?? []);
  const drawn = (stage: Case["stages"][number]): TimelineStage => {
    const term = terms.find(({ due }) => due === stage.due);
    return {
      ...stage,
      state: stage.id === "end" ? (endStates[status] ?? stage.state) : stage.state,
      clock: stage.state === "now" && stage.due && term ? <Term term={term} /> : null,
      arms: stage.arms?.map((arm) => ({ ...arm, stages: arm.stages.map(drawn) })),
    };
  };
  return stages.map(drawn);
}

export const endStates: Partial<Record<Case["status"], "no" | "back">> = {
  rejected: "no",
  withdrawn: "back",
};

/** Newest first: the last word is what the reader looks for. */
const historyOf = ({ history }: Case): TimelineStage[] =>
  history
    .map(({ seq, kind, title, step, who, at, opinion }) => ({
      id: String(seq),
      state: actionStates[kind],
      title: step && kind !== "submit" ? `${title}（${step}）` : title,
      who,
      until: at,
      note: opinion || undefined,
    }))
    .reverse();
