// One function's flow (本地流程): drawn, changed where it may be, previewed beside the common one, proposed.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { FlowPicture } from "../../ui/flow/flow-picture.tsx";
import { DownloadOutlined } from "../../ui/icons.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Columns, Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeletons.tsx";
import styles from "./flows.module.css";
import { changesOf, type Draft, type Flow, flowQuery, usePreview, usePropose } from "./flows.ts";
import { ImportFlow } from "./import-flow.tsx";
import { StepChange } from "./step-change.tsx";
import { Variants } from "./variants.tsx";

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery(flowQuery(id));
  const back = <TextLink to={paths.flows()}>本地流程</TextLink>;
  if (!data) {
    if (!error) return <PageSkeleton />;
    return <ErrorSentence size="page" problem={error} onRetry={refetch} action={back} />;
  }
  const waits = data.variants.some(({ state }) => state === "proposed");
  const history = <Variants variants={data.variants} />;
  return (
    <>
      <PageHead
        back={back}
        title={data.title}
        sentence={`${data.unionName}及以下工会新提交的办件按这里核准的流程办理；已经在办的不变。`}
        more={
          <Button
            icon={<DownloadOutlined />}
            href={`/api/cases/flows/${encodeURIComponent(id)}/bpmn`}
            download
          >
            导出 BPMN
          </Button>
        }
      />
      {waits ? history : null}
      <Editor key={data.variants[0]?.number ?? 0} flow={data} waits={waits} />
      <ImportFlow id={data.id} waits={waits} />
      {waits ? null : history}
    </>
  );
}

interface EditorProps {
  readonly flow: Flow;
  /** A change is waiting to be decided: until then no other may be proposed. */
  readonly waits: boolean;
}

function Editor({ flow, waits }: EditorProps) {
  const [draft, setDraft] = useState<Draft>({});
  const [fromDay, setFromDay] = useState<Dayjs | null>(dayjs());
  const preview = usePreview(flow.id);
  const propose = usePropose(flow.id);
  const change = (next: Draft) => {
    setDraft(next);
    preview.mutate(changesOf(next));
  };
  const drawn = preview.data?.stages ?? flow.today;
  const faults = preview.data?.faults ?? [];
  const problem = propose.error ?? preview.error;
  return (
    <>
      <Columns>
        <Section title="统一流程">
          <FlowPicture stages={flow.stages} title="统一流程" plain />
        </Section>
        <Section title={preview.data?.stages ? "改动后的流程（预览）" : "现在的本地流程"}>
          <FlowPicture stages={drawn} title="本地流程" plain />
        </Section>
      </Columns>
      <Section
        title="提出改动"
        sentence={
          waits
            ? "有一项改动在等人核准。可以先在这里预览，等它核准或不同意之后再提交。"
            : "从统一流程改起，没有改的步骤照旧。不改任何一处提交，就是恢复统一流程。"
        }
      >
        {flow.steps.map((step) => (
          <StepChange
            key={step.id}
            step={step}
            change={draft[step.id] ?? {}}
            onChange={(next) => change({ ...draft, [step.id]: next })}
          />
        ))}
        {faults.map((fault) => (
          <p key={fault} className={styles.fault} role="alert">
            {fault}
          </p>
        ))}
        {problem ? <ErrorSentence problem={problem} /> : null}
        <div className={styles.propose}>
          <label htmlFor="from-day">生效日期</label>
          <DatePicker
            id="from-day"
            value={fromDay}
            minDate={dayjs().startOf("day")}
            allowClear={false}
            onChange={setFromDay}
          />
          <Button
            type="primary"
            disabled={waits || faults.length > 0 || fromDay === null}
            loading={propose.isPending}
            onClick={() =>
              propose.mutate({
                changes: changesOf(draft),
                fromDay: fromDay?.format("YYYY-MM-DD") ?? "",
              })
            }
          >
            提交核准
          </Button>
        </div>
      </Section>
    </>
  );
}
