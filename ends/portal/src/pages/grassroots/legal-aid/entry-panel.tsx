// Writing the journal (写办案日志): a step, its papers, what comes next; how it ended, with the money.
import type { FormDescription } from "../../../ui/form/description.ts";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { dayWords } from "../../../ui/words.ts";
import { CaseForm } from "../../functions/case-form.tsx";
import { type NewEntry, useWrite } from "./legal-aid.ts";
import { entryKinds, results } from "./words.ts";

const required = true;
const ends = { field: "kind", is: ["outcome"] };

const entryForm = (): FormDescription => ({
  groups: [
    {
      fields: [
        { name: "kind", title: "办了什么", kind: "choice", options: entryKinds, required },
        { name: "day", title: "哪一天", kind: "day", latest: dayWords(new Date()), required },
        {
          ...{ name: "words", title: "说明", kind: "long-text", maxLength: 1000, required },
          help: "职工看得到，请写大白话",
        },
        { name: "result", title: "结果", kind: "choice", options: results, required, when: ends },
        {
          ...{ name: "recoveredFen", title: "追回多少钱", kind: "money", min: 0, required },
          ...{ when: ends, help: "裁决、判决、和解定下的和已经拿到的合计" },
        },
        {
          ...{ name: "files", title: "文书", kind: "files", required: false, maxCount: 9 },
          accept: ["pdf", "jpg", "png", "docx"],
        },
        { name: "next", title: "接下来办什么", kind: "text", maxLength: 200, required: false },
        { name: "nextDay", title: "到哪一天", kind: "day", required: false },
      ],
    },
  ],
});

interface PanelProps {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function EntryPanel({ id, open, onClose }: PanelProps) {
  const write = useWrite(id, onClose);
  return (
    <SidePanel open={open} onClose={onClose} title="写办案日志">
      <FormShell<NewEntry>
        name="entry"
        initialValues={{ day: dayWords(new Date()) }}
        onSubmit={(values) => write.mutate(values)}
        submit="写入日志"
        submitting={write.isPending}
        problem={write.error}
        note="写入后不能改；写错了再写一条说明。"
      >
        <CaseForm form={entryForm()} />
      </FormShell>
    </SidePanel>
  );
}
