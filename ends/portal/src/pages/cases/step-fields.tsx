// What a handler fills in at a step (办理时填写): fields of the form that this step may write.
import { Form, type FormInstance } from "antd";
import { FaultCount } from "../../ui/form/fault-count.tsx";
import { optionalMark } from "../../ui/form/form-shell.tsx";
import { useFaults } from "../../ui/form/use-faults.ts";
import { CaseForm } from "../functions/case-form.tsx";
import type { Facts } from "../functions/functions.ts";
import type { Case } from "./cases.ts";

interface StepFieldsProps {
  readonly case: Case;
  readonly fields: Case["writes"];
  readonly form: FormInstance<Facts>;
  readonly problem: unknown;
  /** Called with whole and valid values when the form is submitted. */
  readonly onFacts: (facts: Facts) => void;
}

export function StepFields({ case: shown, fields, form, problem, onFacts }: StepFieldsProps) {
  const faults = useFaults(form, problem);
  return (
    <Form<Facts>
      form={form}
      name="step"
      layout="vertical"
      requiredMark={optionalMark}
      validateTrigger="onBlur"
      scrollToFirstError={false}
      onFinish={onFacts}
      onFinishFailed={faults.count}
      onFieldsChange={faults.recount}
      onValuesChange={faults.recheck}
    >
      <FaultCount faults={faults.list} />
      <CaseForm form={{ groups: [{ fields }] }} functionId={shown.function} caseId={shown.id} />
    </Form>
  );
}
