// A case (办件): where it stands, what was filled in, who did what, and what may be done now.
import { useQuery } from "@tanstack/react-query";
import { useParams, useRouter, useSearch } from "@tanstack/react-router";
import { Tabs } from "antd";
import { lazy, Suspense } from "react";
import { paths } from "../../paths.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import { Section } from "../../ui/section.tsx";
import { LinesSkeleton, PageSkeleton } from "../../ui/skeletons.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { dayWords } from "../../ui/words.ts";
import { CaseCourse, endStates } from "./case-course.tsx";
import { CaseDoors } from "./case-doors.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { CaseRating } from "./case-rating.tsx";
import { CaseRecords } from "./case-records.tsx";
import { CaseTalk } from "./case-talk.tsx";
import styles from "./cases.module.css";
import { type Case, caseQuery, statusTones } from "./cases.ts";
import { DossierButton } from "./dossier-button.tsx";

/** Only an applicant who was asked to mend sees the form, and only the second tab the picture. */
const Resubmit = lazy(async () => ({ default: (await import("./resubmit.tsx")).Resubmit }));
const FlowPicture = lazy(async () => ({
  default: (await import("../../ui/flow/flow-picture.tsx")).FlowPicture,
}));

const flowTab = "flow";

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const { history } = useRouter();
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
        more={
          <>
            <DossierButton case={data} />
            <PrintButton />
          </>
        }
        action={<CaseDoors case={data} />}
      />
      {data.outcome ? <p className={styles.outcome}>{data.outcome}</p> : null}
      <Tabs
        activeKey={tab === flowTab ? flowTab : "case"}
        onChange={(key) => history.replace(paths.case(id, key === flowTab ? flowTab : undefined))}
        items={[
          { key: "case", label: "办件", children: <Sides case={data} /> },
          { key: flowTab, label: "流程图", children: <Drawn case={data} /> },
        ]}
      />
    </>
  );
}

interface CaseProps {
  readonly case: Case;
}

function Sides({ case: shown }: CaseProps) {
  return (
    <div className={styles.sides}>
      <div>
        {shown.answers ? (
          <Suspense fallback={<LinesSkeleton count={10} />}>
            <Resubmit case={shown} answers={shown.answers} />
          </Suspense>
        ) : (
          <CaseFacts case={shown} />
        )}
        <CaseRecords case={shown} />
        <CaseTalk case={shown} />
        <CaseRating case={shown} />
      </div>
      <div>
        <CaseCourse case={shown} />
      </div>
    </div>
  );
}

function Drawn({ case: { stages, status, functionTitle } }: CaseProps) {
  const drawn = stages.map((stage) => ({
    ...stage,
    state: stage.id === "end" ? (endStates[status] ?? stage.state) : stage.state,
  }));
  return (
    <Section title={`${functionTitle}的流程`}>
      <Suspense fallback={<LinesSkeleton count={10} />}>
        <FlowPicture stages={drawn} title={`${functionTitle}的流程`} />
      </Suspense>
    </Section>
  );
}
