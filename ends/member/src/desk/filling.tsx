// Filling in (填写申请): any function's form, one question group a screen, kept through a lost network, sent once.
import { type ReactNode, useState } from "react";
import { newerDraft } from "../client/draft.ts";
import { readDraft } from "../client/drafts.ts";
import { outgoing } from "../client/outgoing.ts";
import { useAnswer } from "../client/use-answer.ts";
import { go, goInstead } from "../device/go.ts";
import { Button, Coming, Empty, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { type CaseFunction, factsFrom } from "./form.ts";
import { FormScreens } from "./form-screens.tsx";
import { useDraft } from "./use-draft.ts";
import { useFiling } from "./use-filing.ts";

interface FillingProps {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  /** What stands above the first screen. */
  readonly above?: ReactNode;
}

export function Filling({ id, values, above }: FillingProps) {
  const { data, problem, again } = useAnswer("/api/cases/functions/{id}", { params: { id } });
  return (
    <Page title={data?.title ?? "填写申请"}>
      {data?.closed ? (
        <Empty sentence={data.closed.say} hint={data.closed.next}>
          <Button onPress={() => go("services")}>看看别的服务</Button>
        </Empty>
      ) : null}
      {data && !data.closed ? (
        <Application key={data.id} fn={data} values={values} above={above} />
      ) : null}
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={4} /> : null}
    </Page>
  );
}

interface ApplicationProps extends Omit<FillingProps, "id"> {
  readonly fn: CaseFunction;
}

/** What stands in the form at first: what the union knows, what a poster says, and what was typed before. */
function beginning({ fn, values }: Omit<ApplicationProps, "above">) {
  const draft = newerDraft(readDraft(fn.id), fn.draft);
  const { unionName } = values;
  return {
    facts: { ...fn.prefill, ...factsFrom(fn.form, values), ...draft?.facts },
    labels: { ...(unionName ? { union: unionName } : {}), ...draft?.labels },
    screen: draft?.screen ?? 0,
    at: draft?.at ?? 0,
    sent: draft?.sent ?? true,
  };
}

function Application({ fn: asked, values, above }: ApplicationProps) {
  // Read once: a newer answer must not write over what is being typed.
  const [fn] = useState(asked);
  const draft = useDraft(fn.id, () => beginning({ fn, values }));
  const filing = useFiling(fn, {
    filed: (caseId) => {
      draft.end();
      void goInstead("case", { id: caseId, filed: "1" });
    },
    waits: () => {
      draft.end();
      void goInstead("waiting");
    },
  });
  const waits = outgoing.list().some(({ functionId }) => functionId === fn.id);
  return (
    <>
      {waits ? (
        <Part as="p" className="notice" role="status">
          您已有一份“{fn.title}”在等网络发送，不用再填。
        </Part>
      ) : null}
      {draft.screen === 0 ? above : null}
      <FormScreens
        form={fn.form}
        functionId={fn.id}
        facts={draft.facts}
        labels={draft.labels}
        screen={draft.screen}
        kept={draft.kept}
        submit={filing.advice.length > 0 ? "知道了，提交申请" : "提交申请"}
        busy={filing.busy}
        problem={filing.problem}
        advice={filing.advice}
        onChange={(part) => {
          filing.changed();
          draft.change(part);
        }}
        onSubmit={() => filing.send(draft.facts, draft.labels)}
      />
    </>
  );
}
