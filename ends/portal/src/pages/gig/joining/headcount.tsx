// Reporting a headcount (填报从业人数): how many work in a trade, by whose count, of which day.
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { dayWords } from "../../../ui/words.ts";
import { CaseForm } from "../../functions/case-form.tsx";
import type { CaseFunction } from "../../functions/functions.ts";
import { type NewHeadcount, useReport } from "./joining.ts";

interface HeadcountProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly union: string;
  readonly trades: { value: string; title: string }[];
}

const required = true;

const formOf = (trades: HeadcountProps["trades"]): CaseFunction["form"] => ({
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

/** A newer day takes the place of an older one; both stay on file. */
export function Headcount({ open, onClose, union, trades }: HeadcountProps) {
  const report = useReport(onClose);
  return (
    <SidePanel open={open} onClose={onClose} title="填报从业人数">
      <FormShell<NewHeadcount>
        name="headcount"
        initialValues={{ union, kind: "declared" }}
        onSubmit={(values) => report.mutate(values)}
        submit="填报"
        submitting={report.isPending}
        problem={report.error}
      >
        <CaseForm form={formOf(trades)} />
      </FormShell>
    </SidePanel>
  );
}
