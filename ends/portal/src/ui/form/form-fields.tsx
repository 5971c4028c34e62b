// Form fields (表单字段): draws a case's form from its description, inside a `FormShell`.
import { Form, type FormInstance } from "antd";
import { createContext, useContext } from "react";
import { type Control, controls } from "./controls.tsx";
import type { FieldDescription, FieldGroup, FormDescription, KnownKind } from "./description.ts";
import styles from "./form.module.css";
import { RowsField } from "./rows-field.tsx";
import { rulesOf } from "./rules.ts";

/** Inputs that need the API (a union, a person, files), by kind; given once by the shell. */
const DrawersContext = createContext<Readonly<Record<string, Control>>>({});

export const FieldDrawers = DrawersContext.Provider;

export function FormFields({ form }: { readonly form: FormDescription }) {
  return (
    <>
      {form.groups.map((group, index) => (
        <Group key={group.title ?? index} group={group} />
      ))}
    </>
  );
}

type Values = Pick<FormInstance, "getFieldValue">;

const isAsked = ({ when }: FieldDescription, form: Values): boolean =>
  !when || when.is.includes(form.getFieldValue(when.field));

interface GroupProps {
  readonly group: FieldGroup;
}

/** A heading stands only over fields that are asked. */
function Group({ group }: GroupProps) {
  const { fields } = group;
  const conditions = fields.flatMap(({ when }) => (when ? [when.field] : []));
  if (conditions.length < fields.length) return <GroupBox group={group} />;
  return (
    <Form.Item noStyle dependencies={[...new Set(conditions)]}>
      {(form) => (fields.some((field) => isAsked(field, form)) ? <GroupBox group={group} /> : null)}
    </Form.Item>
  );
}

/** Fields that belong together, under a heading. */
const GroupBox = ({ group: { title, help, fields } }: GroupProps) => (
  <section className={styles.group} aria-label={title}>
    {title ? <h2 className={styles.legend}>{title}</h2> : null}
    {help ? <p className={styles.groupHelp}>{help}</p> : null}
    {fields.map((field) => (
      <Field key={field.name} field={field} />
    ))}
  </section>
);

function Field({ field }: { readonly field: FieldDescription }) {
  const { when } = field;
  if (!when) return <Item field={field} />;
  return (
    <Form.Item noStyle dependencies={[when.field]}>
      {(form) => (isAsked(field, form) ? <Item field={field} /> : null)}
    </Form.Item>
  );
}

function Item({ field }: { readonly field: FieldDescription }) {
  const drawers = useContext(DrawersContext);
  if (field.kind === "rows") return <RowsField field={field} />;
  const Draw = drawers[field.kind] ?? controls[field.kind as KnownKind];
  if (!Draw) throw new Error(`no input is given for fields of kind ${field.kind}`);
  return (
    <Form.Item
      name={field.name}
      label={field.title}
      extra={field.help}
      required={field.required ?? false}
      rules={rulesOf(field)}
      validateFirst
    >
      <Draw field={field} />
    </Form.Item>
  );
}
