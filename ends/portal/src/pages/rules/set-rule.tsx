// Setting a number (设定规定数值): the number, the paper that says so, and from which day.
import type { FormDescription } from "../../ui/form/description.ts";
import { FormFields } from "../../ui/form/form-fields.tsx";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { type Rule, type Setting, usePropose } from "./rules.ts";

const formOf = ({ money, unit }: Rule, tomorrow: string): FormDescription => ({
  groups: [
    {
      fields: [
        money
          ? { name: "value", title: "数值", kind: "money", required: true }
          : { name: "value", title: "数值", kind: "number", required: true, min: 0, unit },
        {
          name: "document",
          title: "文件名称和文号",
          kind: "text",
          required: true,
          maxLength: 100,
          help: "照文件抄写，不用书名号；办事的人和职工会看到它。",
        },
        { name: "article", title: "条款", kind: "text", maxLength: 40, help: "如：第二条" },
        {
          name: "fromDay",
          title: "生效日期",
          kind: "day",
          required: true,
          earliest: tomorrow,
          help: "最早是明天：今天已经办了的事不变。",
        },
      ],
    },
  ],
});

interface SetRuleProps {
  readonly rule: Rule;
  readonly tomorrow: string;
  readonly onClose: () => void;
}

export function SetRule({ rule, tomorrow, onClose }: SetRuleProps) {
  const propose = usePropose(rule, onClose);
  return (
    <SidePanel open onClose={onClose} title="设定新的数值" subtitle={rule.title}>
      <FormShell<Setting>
        name="set-rule"
        initialValues={{ fromDay: tomorrow }}
        onSubmit={(setting) => propose.mutate(setting)}
        submit="提交核准"
        submitting={propose.isPending}
        problem={propose.error}
      >
        <FormFields form={formOf(rule, tomorrow)} />
      </FormShell>
    </SidePanel>
  );
}
