// A firm or community without a union (单位详情), with the plan for it, which is set here.
import { Day } from "../../../ui/day.tsx";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { Nothing } from "../../../ui/money.tsx";
import { Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { countWords } from "../../../ui/words.ts";
import { CaseForm } from "../../functions/case-form.tsx";
import type { CaseFunction } from "../../functions/functions.ts";
import styles from "./founding.module.css";
import { type Plan, type Target, usePlan } from "./founding.ts";

interface TargetPanelProps {
  readonly target: Target | undefined;
  /** The rule by which the union above sends somebody to help, in words. */
  readonly help: string | undefined;
  readonly ways: PanelWays;
}

export function TargetPanel({ target, help, ways }: TargetPanelProps) {
  return (
    <SidePanel open={target !== undefined} title={target?.name ?? ""} {...ways}>
      {target ? <Shown key={target.id} target={target} help={help} onDone={ways.onClose} /> : null}
    </SidePanel>
  );
}

const required = true;

const planForm: CaseFunction["form"] = {
  groups: [
    {
      title: "建会计划",
      fields: [
        { name: "who", title: "负责人", kind: "text", maxLength: 40, required },
        { name: "day", title: "计划建会的日期", kind: "day", required },
        { name: "note", title: "怎么做", kind: "long-text", maxLength: 200, required: false },
      ],
    },
  ],
};

interface ShownProps {
  readonly target: Target;
  readonly help: string | undefined;
  readonly onDone: () => void;
}

function Shown({ target, help, onDone }: ShownProps) {
  const { id, plan, helpDue, staff } = target;
  const command = usePlan(id, onDone);
  return (
    <div className={styles.parts}>
      <Facts
        facts={[
          { title: "类别", value: target.kindName },
          { title: "统一社会信用代码", value: target.uscc },
          { title: "职工人数", value: staff === null ? <Nothing /> : `${countWords(staff)} 人` },
          { title: "已在别处入会", value: `${countWords(target.employed)} 人` },
          { title: "开业日期", value: <Day value={target.openedDay} /> },
          { title: "地址", value: target.address },
          { title: "负责组建的工会", value: target.union.name },
          { title: "来源", value: target.sourceName },
        ]}
      />
      {helpDue && help ? (
        <p role="note" className={styles.note}>
          {help}
        </p>
      ) : null}
      <FormShell<Plan>
        name="plan"
        initialValues={plan ? { who: plan.who, day: plan.day, note: plan.note ?? "" } : {}}
        onSubmit={(values) => command.mutate(values)}
        submit={plan ? "修改计划" : "排好计划"}
        submitting={command.isPending}
        problem={command.error}
      >
        <CaseForm form={planForm} />
      </FormShell>
    </div>
  );
}
