// What a handler fills in at a step (办理时填写): fields of the form that this step may write.
import { Form, type FormInstance } from "antd";
import { FaultCount } from "../../ui/form/fault-count.tsx";
import { optionalMark } from "../../ui/form/form-shell.tsx";
import { useFaults } from "../../ui/form/use-faults.ts";
import { CaseForm } from "../functions/case-form.tsx";
import type { Facts } from "../functions/functions.ts";
import type { Case } from "./cases.ts";
import type { OpenDoor } from "./doors.ts";

type Writes = Case["writes"];

/** The groups a door's step writes; a single one needs no heading of its own. */
export function writtenAt({ writes }: Case, door: OpenDoor | undefined): Writes["groups"] {
  const groups = writes.groups
    .map((group) => ({
      ...group,
      fields: group.fields.filter(({ name }) => door?.write?.includes(name)),
    }))
    .filter(({ fields }) => fields.length > 0);
  const [only, ...others] = groups;
  return only && others.length === 0 ? [{ fields: only.fields }] : groups;
}

/** A table, or more than fits into sight, needs the whole width. */
export const needsRoom = (groups: Writes["groups"]): boolean =>
  groups.length > 1 || groups.some(({ fields }) => fields.some(({ kind }) => kind === "rows"));

interface StepFieldsProps {
  readonly case: Case;
  readonly groups: Writes["groups"];
  readonly form: FormInstance<Facts>;
  readonly problem: unknown;
  /** Called with whole and valid values when the form is submitted. */
  readonly onFacts: (facts: Facts) => void;
}

export function StepFields({ case: shown, groups, form, problem, onFacts }: StepFieldsProps) {
  const faults = useFaults(form, problem);
  return (
    <Form<Facts>
      form={form}
      name="step"
      layout="vertical"
      requiredMark={optionalMark}
      validateTrigger="onBlur"
      scrollToFirstError={false}
      initialValues={shown.writes.filled}
      onFinish={onFacts}
      onFinishFailed={faults.count}
      onFieldsChange={faults.recount}
      onValuesChange={faults.recheck}
    >
      <FaultCount faults={faults.list} />
      <CaseForm form={{ groups }} functionId={shown.function} caseId={shown.id} />
    </Form>
  );
}
