// Form controls (表单控件): one input for each kind of field; each takes `value` and `onChange` from its form.
import { Checkbox, DatePicker, Input, InputNumber, Radio, Select } from "antd";
import dayjs from "dayjs";
import type { ReactNode } from "react";
import type { FieldDescription, KnownKind } from "./description.ts";
import { plainFigures } from "./rules.ts";

/** What the form hands to an input: its id for the label, its value and how to change it. */
export interface ControlProps {
  readonly field: FieldDescription;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a value's type follows from the field's kind, known only at run time
  readonly value?: any;
  readonly onChange?: (value: unknown) => void;
}

export type Control = (props: ControlProps) => ReactNode;

/** Lists shorter than this lie open as radios; longer ones fold into a select. */
const openChoices = 5;

const Text: Control = ({ field, onChange, ...rest }) => (
  <Input
    {...rest}
    {...common(field)}
    maxLength={field.maxLength}
    onChange={(event) => onChange?.(event.target.value)}
  />
);

const LongText: Control = ({ field, onChange, ...rest }) => (
  <Input.TextArea
    {...rest}
    {...common(field)}
    autoSize={{ minRows: 3, maxRows: 10 }}
    showCount={field.maxLength !== undefined}
    maxLength={field.maxLength}
    onChange={(event) => onChange?.(event.target.value)}
  />
);

/** Phone and identity numbers: pasted blanks, dashes and full-width figures are straightened on leaving. */
const Figures: Control = ({ field, onChange, value, ...rest }) => (
  <Input
    {...rest}
    {...common(field)}
    value={value}
    inputMode={field.kind === "phone" ? "tel" : "text"}
    style={{ maxWidth: field.folded ? "100%" : 280 }}
    onChange={(event) => onChange?.(event.target.value)}
    onBlur={() => value && onChange?.(plainFigures(value))}
  />
);

const Amount: Control = ({ field, ...rest }) => (
  <InputNumber
    {...rest}
    {...common(field)}
    suffix={field.unit}
    precision={field.decimals ?? 0}
    controls={false}
    style={{ width: field.folded ? "100%" : 200 }}
  />
);

/** People type yuan; the form holds fen. */
const MoneyBox: Control = ({ field, value, onChange, ...rest }) => (
  <InputNumber<number>
    {...rest}
    {...common(field)}
    prefix="¥"
    suffix="元"
    precision={2}
    controls={false}
    style={{ width: field.folded ? "100%" : 240 }}
    value={value === undefined || value === null ? null : value / 100}
    onChange={(yuan) => onChange?.(yuan === null ? undefined : Math.round(yuan * 100))}
  />
);

const DayBox: Control = ({ field, value, onChange, ...rest }) => (
  <DatePicker
    {...rest}
    {...common(field)}
    style={{ width: field.folded ? "100%" : 200 }}
    value={value ? dayjs(value) : null}
    {...(field.earliest ? { minDate: dayjs(field.earliest) } : {})}
    {...(field.latest ? { maxDate: dayjs(field.latest) } : {})}
    onChange={(day) => onChange?.(day?.format("YYYY-MM-DD"))}
  />
);

const optionsOf = (field: FieldDescription) =>
  (field.options ?? []).map((option) => ({
    value: option.value,
    label: option.help ? `${option.title}（${option.help}）` : option.title,
  }));

const OneOf: Control = ({ field, onChange, ...rest }) =>
  (field.options ?? []).length <= openChoices && !field.folded ? (
    <Radio.Group
      {...rest}
      aria-label={field.title}
      disabled={field.locked ?? false}
      options={optionsOf(field)}
      onChange={(event) => onChange?.(event.target.value)}
    />
  ) : (
    <Select
      {...rest}
      {...common(field)}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      options={optionsOf(field)}
      onChange={(value) => onChange?.(value)}
    />
  );

const SomeOf: Control = ({ field, ...rest }) =>
  (field.options ?? []).length <= openChoices * 2 ? (
    <Checkbox.Group {...rest} disabled={field.locked ?? false} options={optionsOf(field)} />
  ) : (
    <Select
      {...rest}
      {...common(field)}
      mode="multiple"
      showSearch={{ optionFilterProp: "label" }}
      options={optionsOf(field)}
    />
  );

const yesNo = [
  { value: true, label: "是" },
  { value: false, label: "否" },
];

const YesNo: Control = ({ field, onChange, ...rest }) =>
  field.folded ? (
    <Select
      {...rest}
      {...common(field)}
      allowClear
      options={yesNo}
      onChange={(value) => onChange?.(value)}
    />
  ) : (
    <Radio.Group
      {...rest}
      aria-label={field.title}
      disabled={field.locked ?? false}
      options={yesNo}
      onChange={(event) => onChange?.(event.target.value)}
    />
  );

const picked = new Set(["choice", "choices", "yes-no"]);

function common({ kind, locked, placeholder }: FieldDescription) {
  const words = placeholder ?? (picked.has(kind) ? "请选择" : undefined);
  return { disabled: locked ?? false, ...(words ? { placeholder: words } : {}) };
}

export const controls: Record<KnownKind, Control> = {
  text: Text,
  "long-text": LongText,
  "person-name": Text,
  number: Amount,
  money: MoneyBox,
  day: DayBox,
  choice: OneOf,
  choices: SomeOf,
  "yes-no": YesNo,
  phone: Figures,
  "id-number": Figures,
};
