// Form shell (表单外壳): labels above, help under, errors beside the field and counted at the top, what is saved shown.
import { Button, Form, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { ErrorSentence } from "../error-sentence.tsx";
import { Advice } from "./advice.tsx";
import { FaultCount } from "./fault-count.tsx";
import styles from "./form.module.css";
import { type Saved, SavedState } from "./saved-state.tsx";
import { useFaults } from "./use-faults.ts";

export interface FormShellProps<Values extends object> {
  readonly form?: FormInstance<Values>;
  /** Makes the fields' ids; needed when two forms stand on one page. */
  readonly name?: string;
  readonly initialValues?: Partial<Values> | undefined;
  /** Called with whole and valid values; while the promise runs the button waits. */
  readonly onSubmit: (values: Values) => unknown;
  readonly onValues?: ((values: Values) => void) | undefined;
  /** What the button does: `提交申请`. */
  readonly submit: string;
  readonly submitting?: boolean;
  /** Why the button is closed, when it is. */
  readonly closed?: string | undefined;
  /** The refusal of the last attempt; its faults are put beside their fields. */
  readonly problem?: unknown;
  readonly saved?: Saved | undefined;
  /** Lesser ways on: cancel, save a draft. */
  readonly more?: ReactNode;
  /** What the reader should know at the moment of sending. */
  readonly note?: ReactNode;
  /** Sentences to be read before it is sent, which stand in nobody's way. */
  readonly advice?: readonly string[] | undefined;
  readonly children: ReactNode;
}

export function FormShell<Values extends object>(props: FormShellProps<Values>) {
  const [ownForm] = Form.useForm<Values>();
  const form = props.form ?? ownForm;
  const faults = useFaults(form, props.problem);
  return (
    <Form<Values>
      form={form}
      name={props.name ?? "form"}
      layout="vertical"
      className={styles.form ?? ""}
      initialValues={props.initialValues ?? {}}
      requiredMark={optionalMark}
      validateTrigger="onBlur"
      scrollToFirstError={false}
      onFinish={props.onSubmit}
      onFinishFailed={faults.count}
      onFieldsChange={faults.recount}
      onValuesChange={(changed, values) => {
        faults.recheck(changed);
        props.onValues?.(values);
      }}
    >
      <FaultCount faults={faults.list} />
      {props.problem && faults.list.length === 0 ? (
        <div className={styles.problem}>
          <ErrorSentence problem={props.problem} />
        </div>
      ) : null}
      {props.children}
      <footer className={styles.foot}>
        {props.advice && props.advice.length > 0 ? <Advice sentences={props.advice} /> : null}
        {props.note ? <p className={styles.note}>{props.note}</p> : null}
        <div className={styles.buttons}>
          <Button
            type="primary"
            htmlType="submit"
            loading={props.submitting ?? false}
            disabled={props.closed !== undefined}
          >
            {props.submit}
          </Button>
          {props.more}
          {props.saved ? <SavedState saved={props.saved} /> : null}
        </div>
        {props.closed ? <p className={styles.closed}>{props.closed}</p> : null}
      </footer>
    </Form>
  );
}

/** Most fields are needed, so those that are not are the ones marked. */
export function optionalMark(label: ReactNode, { required }: { required: boolean }) {
  if (required) return label;
  return (
    <>
      {label}
      <span className={styles.optional}>（选填）</span>
    </>
  );
}
