// A case (办件): where it stands, what was filled in, who did what, and what may be done now.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { paths } from "../../paths.ts";
import { Clock } from "../../ui/clock.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeletons.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { Timeline, type TimelineStage } from "../../ui/timeline.tsx";
import { dayWords } from "../../ui/words.ts";
import { CaseDoors } from "./case-doors.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { CaseRating } from "./case-rating.tsx";
import styles from "./cases.module.css";
import { actionStates, type Case, caseQuery, statusTones } from "./cases.ts";
import { Resubmit } from "./resubmit.tsx";

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery(caseQuery(id));
  const { data, error } = query;
  const back = <TextLink to={paths.home()}>工作台</TextLink>;
  if (!data) {
    if (!error) return <PageSkeleton />;
    return <ErrorSentence size="page" problem={error} onRetry={query.refetch} action={back} />;
  }
  return (
    <>
      <PageHead
        back={back}
        title={data.title}
        tag={<StatusTag tone={statusTones[data.status]}>{data.statusTitle}</StatusTag>}
        sentence={`${data.functionTitle}，编号 ${data.number}，${dayWords(data.filedAt)} 提交到${data.union.name}。`}
        more={<PrintButton />}
        action={<CaseDoors case={data} />}
      />
      {data.outcome ? <p className={styles.outcome}>{data.outcome}</p> : null}
      <div className={styles.sides}>
        <div>
          {data.answers ? (
            <Resubmit case={data} answers={data.answers} />
          ) : (
            <CaseFacts case={data} />
          )}
          <CaseRating case={data} />
        </div>
        <div>
          <Section title="办事进度">
            <Timeline stages={stagesOf(data)} />
          </Section>
          <Section title="办理记录">
            <Timeline stages={historyOf(data)} title="办理记录" />
          </Section>
        </div>
      </div>
    </>
  );
}

const stagesOf = ({ stages, clock }: Case): TimelineStage[] =>
  stages.map((stage) => ({
    ...stage,
    clock:
      stage.state === "now" && clock && clock.workdaysLeft !== null ? (
        <Clock left={clock.workdaysLeft} due={clock.due} />
      ) : null,
  }));

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
