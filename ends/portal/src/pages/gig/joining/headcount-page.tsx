// Reporting a headcount (填报从业人数): how many work in a trade, by whose count, of which day.
import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useMe } from "../../../session.ts";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { FormSkeleton } from "../../../ui/skeletons.tsx";
import { dayWords } from "../../../ui/words.ts";
import { CaseForm } from "../../functions/case-form.tsx";
import type { CaseFunction } from "../../functions/functions.ts";
import { joiningPaths } from "./addresses.ts";
import { type NewHeadcount, tradesQuery, useReport } from "./joining.ts";

type Choices = { value: string; title: string }[];

const required = true;

const formOf = (trades: Choices): CaseFunction["form"] => ({
  groups: [
    {
      fields: [
        { name: "union", title: "总工会", kind: "union", required, help: "区县及以上" },
        { name: "trade", title: "群体", kind: "choice", options: trades, required },
        {
          name: "workers",
          title: "从业人数",
          kind: "number",
          min: 0,
          max: 100_000_000,
          unit: "人",
          required,
        },
        {
          ...{ name: "kind", title: "怎么来的", kind: "choice", required },
          options: [
            { value: "declared", title: "部门或平台申报" },
            { value: "estimated", title: "估算" },
          ],
        },
        {
          name: "source",
          title: "数据来源",
          kind: "text",
          maxLength: 60,
          required,
          help: "哪个部门、平台或调查",
        },
        { name: "document", title: "文件名称和文号", kind: "text", maxLength: 100, required },
        { name: "day", title: "哪一天的数", kind: "day", latest: dayWords(new Date()), required },
      ],
    },
  ],
});

export function Page() {
  const { under } = useSearch({ strict: false }) as { under?: string };
  const { post } = useMe();
  const { history } = useRouter();
  const trades = useQuery(tradesQuery);
  const report = useReport(() => history.push(joiningPaths.rate(under)));
  const union = under ?? post?.org.id;
  return (
    <>
      <PageHead
        title="填报从业人数"
        sentence="日期新的代替旧的；每一次填报都留着，入会率旁边写明来源。"
        back={<TextLink to={joiningPaths.rate(under)}>入会率</TextLink>}
      />
      <Section>
        {trades.data ? (
          <FormShell<NewHeadcount>
            initialValues={{ kind: "declared", ...(union ? { union } : {}) }}
            onSubmit={(values) => report.mutate(values)}
            submit="填报"
            submitting={report.isPending}
            problem={report.error}
          >
            <CaseForm form={formOf(trades.data)} />
          </FormShell>
        ) : (
          <FormSkeleton />
        )}
      </Section>
    </>
  );
}
