// Asked back (退回补正): the reason above, the form as it was handed in, and sending it again.
import { useState } from "react";
import { post } from "../client/api.ts";
import { useConsent } from "../client/consent.ts";
import { useAnswer } from "../client/use-answer.ts";
import { useCommand } from "../client/use-command.ts";
import { Coming, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import { asFilled, type Facts, type Form, factsToSend } from "./form.ts";
import { FormScreens } from "./form-screens.tsx";
import type { Case } from "./shown-case.ts";

interface ResubmitProps {
  readonly shown: Case;
  readonly answers: Facts;
  readonly again: () => void;
}

export function Resubmit({ shown, answers, again }: ResubmitProps) {
  const params = { id: shown.function };
  const fn = useAnswer("/api/cases/functions/{id}", { params, query: { case: shown.id } });
  const returned = shown.history.filter(({ kind }) => kind === "return").pop();
  return (
    <>
      <Part className="notice" role="status">
        <Part as="b">需要您补正</Part>
        <Part as="p">{returned?.opinion || "请按退回的原因修改后重新提交。"}</Part>
      </Part>
      {fn.data ? (
        <Mending shown={shown} answers={answers} again={again} form={fn.data.form} />
      ) : null}
      {!fn.data && fn.problem ? <Trouble problem={fn.problem} onRetry={fn.again} /> : null}
      {!fn.data && !fn.problem ? <Coming /> : null}
    </>
  );
}

/** What was handed in, in words: the name of a union whose id alone is sent, and those of files, one a line. */
const labelsOf = ({ facts }: Case): Readonly<Record<string, string>> =>
  Object.fromEntries(
    facts.flatMap(({ lines }) =>
      lines.map(({ name, text, files }) => [
        name,
        files ? files.map((file) => file.name).join("\n") : text,
      ]),
    ),
  );

function Mending({ shown, answers, again, form: asked }: ResubmitProps & { readonly form: Form }) {
  const form = asFilled(asked, answers);
  const [state, setState] = useState({ facts: answers, labels: labelsOf(shown), screen: 0 });
  const askConsent = useConsent();
  const command = useCommand(async (facts: Facts, key) => {
    await askConsent();
    return post("/api/cases/{id}/commands", {
      params: { id: shown.id },
      body: { command: { kind: "resubmit" }, facts },
      key,
    });
  }, again);
  return (
    <Part className="inset">
      <FormScreens
        {...state}
        form={form}
        functionId={shown.function}
        caseId={shown.id}
        submit="重新提交"
        busy={command.busy}
        problem={command.problem}
        onChange={(part) => setState((now) => ({ ...now, ...part }))}
        onSubmit={() => command.run(factsToSend(form, state.facts))}
      />
    </Part>
  );
}
