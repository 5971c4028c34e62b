// One import (一次导入): the step it stands at, by its own state; the address stays the same from look to result.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { StepShell } from "../../../ui/form/step-shell.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { PageSkeleton } from "../../../ui/skeletons.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { type Import, importPaths, importQuery, stateWords } from "./imports.ts";
import { RunStep } from "./run-step.tsx";
import { stepOf, steps, stepsOf } from "./steps.ts";

// An import stands at one step: the tables of the others need not be fetched.
const LookStep = lazy(async () => ({ default: (await import("./look-step.tsx")).LookStep }));
const ResultStep = lazy(async () => ({ default: (await import("./result-step.tsx")).ResultStep }));

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery(importQuery(id));
  const { data, error } = query;
  const back = <TextLink to={importPaths.list()}>名册导入</TextLink>;
  if (!data) {
    if (!error) return <PageSkeleton />;
    return <ErrorSentence size="page" problem={error} onRetry={query.refetch} action={back} />;
  }
  const { tone, title } = stateWords[data.state];
  return (
    <>
      <PageHead
        back={back}
        title={data.fileName}
        tag={<StatusTag tone={tone}>{title}</StatusTag>}
        sentence={`导入到${data.unionName}，由${data.by}上传。`}
      />
      {error ? <ErrorSentence problem={error} onRetry={query.refetch} /> : null}
      <Section>
        <StepShell steps={stepsOf(data)} current={stepOf(data)}>
          <Suspense fallback={<PageSkeleton />}>
            <Step roster={data} />
          </Suspense>
        </StepShell>
      </Section>
    </>
  );
}

function Step({ roster }: { readonly roster: Import }) {
  switch (stepOf(roster)) {
    case steps.look:
      return <LookStep roster={roster} />;
    case steps.run:
      return <RunStep roster={roster} />;
    default:
      return <ResultStep roster={roster} />;
  }
}
