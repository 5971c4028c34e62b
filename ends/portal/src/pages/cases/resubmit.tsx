// Handing in again (补正后重新提交): what was returned, in its form, with the reason above.
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { Section } from "../../ui/section.tsx";
import { FormSkeleton } from "../../ui/skeletons.tsx";
import { CaseForm } from "../functions/case-form.tsx";
import { type Facts, functionQuery, withoutFacts } from "../functions/functions.ts";
import { type Case, caseKey } from "./cases.ts";

interface ResubmitProps {
  readonly case: Case;
  readonly answers: Facts;
}

export function Resubmit({ case: shown, answers }: ResubmitProps) {
  const fn = useQuery(functionQuery(shown.function, shown.id));
  const params = { path: { id: shown.id } };
  const command = useCommand(
    (facts: Facts, headers) =>
      answer(
        api.POST("/api/cases/{id}/commands", {
          params,
          body: { command: { kind: "resubmit" }, facts },
          headers,
        }),
      ),
    { refresh: [caseKey(shown.id), ["desk"], ["me"]] },
  );
  const returned = shown.history.findLast(({ kind }) => kind === "return");
  return (
    <Section
      title="改好后重新提交"
      sentence={returned?.opinion ? `退回原因：${returned.opinion}` : "请按退回的原因修改。"}
    >
      {fn.error && !fn.data ? (
        <ErrorSentence size="block" problem={fn.error} onRetry={fn.refetch} />
      ) : fn.data ? (
        <FormShell<Facts>
          initialValues={answers}
          onSubmit={(facts) => command.mutate(facts)}
          submit="重新提交"
          submitting={command.isPending}
          problem={withoutFacts(command.error)}
          note="隐去的号码不用重填，原样提交即可。"
        >
          <CaseForm form={fn.data.form} functionId={fn.data.id} caseId={shown.id} />
        </FormShell>
      ) : (
        <FormSkeleton />
      )}
    </Section>
  );
}
