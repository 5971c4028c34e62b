// Starting a function (填写申请): its form with what is known filled in, its course beside it, the draft kept meanwhile.
import { useQuery } from "@tanstack/react-query";
import { useParams, useRouter, useSearch } from "@tanstack/react-router";
import { paths } from "../../paths.ts";
import { useMe } from "../../session.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { FlowPicture } from "../../ui/flow/flow-picture.tsx";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeletons.tsx";
import { Terms } from "../../ui/terms.tsx";
import { momentWords } from "../../ui/words.ts";
import { CaseForm } from "./case-form.tsx";
import styles from "./functions.module.css";
import { type CaseFunction, type Facts, functionQuery, withoutFacts } from "./functions.ts";
import { useDraft } from "./use-draft.ts";
import { useFiling } from "./use-filing.ts";

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery(functionQuery(id));
  const back = <TextLink to={paths.functions()}>办事</TextLink>;
  if (!data) {
    if (!error) return <PageSkeleton />;
    return <ErrorSentence size="page" problem={error} onRetry={refetch} action={back} />;
  }
  return (
    <>
      <PageHead back={back} title={data.title} sentence={sentenceOf(data)} />
      <div className={styles.sides}>
        <div>
          <Section>
            <Application key={data.id} fn={data} />
          </Section>
        </div>
        <div>
          <Section title="提交后怎么办">
            <FlowPicture stages={data.stages} title="办理流程" plain />
            <Terms stages={data.stages} />
          </Section>
        </div>
      </div>
    </>
  );
}

const sentenceOf = ({ draft }: CaseFunction): string =>
  draft
    ? `接着 ${momentWords(draft.savedAt)} 保存的草稿填写。`
    : "工会已掌握的内容已填好，有误请改正。填到一半离开，草稿会留着。";

/**
 * What is known before anything is typed: the union this post works for, and what the house has on file; the union the
 * way here named before all of it.
 */
function knownOf(
  { form, prefill, draft }: CaseFunction,
  { own, named }: { readonly own: string | undefined; readonly named: string | undefined },
): Facts {
  const asksUnion = form.groups.some(({ fields }) => fields.some(({ name }) => name === "union"));
  const of = (union: string | undefined) => (asksUnion && union ? { union } : {});
  return { ...of(own), ...prefill, ...draft?.facts, ...of(named) };
}

function Application({ fn }: { readonly fn: CaseFunction }) {
  const { history } = useRouter();
  const { post } = useMe();
  const { union: named } = useSearch({ strict: false }) as { union?: string };
  const draft = useDraft(fn);
  const filing = useFiling(fn.id, (caseId) => {
    draft.stop();
    history.push(paths.case(caseId));
  });
  return (
    <FormShell<Facts>
      initialValues={knownOf(fn, { own: post?.org.id, named })}
      onSubmit={filing.send}
      onValues={(facts) => {
        filing.changed();
        draft.keep(facts);
      }}
      submit={filing.advice.length > 0 ? "知道了，提交申请" : "提交申请"}
      submitting={filing.sending}
      problem={withoutFacts(filing.error)}
      advice={filing.advice}
      saved={draft.saved}
      note="提交后可以在工作台“我发起的”里看进度；审核前可以撤回。"
    >
      <CaseForm form={fn.form} functionId={fn.id} />
    </FormShell>
  );
}
