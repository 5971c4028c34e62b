// One field of a form (表单控件), drawn from its description.
import type { ReactNode } from "react";
import { DayBox, LongBox, SelectBox, TextBox } from "../ui/boxes.tsx";
import { FieldFrame } from "../ui/field.tsx";
import { Part } from "../ui/part.tsx";
import { Press } from "../ui/press.tsx";
import type { ControlProps } from "./control-props.ts";
import { FilesControl } from "./files-control.tsx";
import type { Field } from "./form.ts";
import { PostControl } from "./post-control.tsx";
import { RowsControl } from "./rows-control.tsx";
import { UnionControl } from "./union-control.tsx";

type Draw = (props: ControlProps) => ReactNode;

/** Lists as short as this lie open; longer ones fold. */
const openChoices = 6;

const idOf = ({ name }: Field): string => `field-${name.replaceAll(".", "-")}`;
const textOf = (value: unknown): string =>
  value === undefined || value === null ? "" : String(value);

const common = ({ field, value, fault, onValue, onLeave }: ControlProps) => ({
  id: idOf(field),
  title: field.title,
  value: textOf(value),
  maxLength: field.maxLength,
  faulty: fault !== undefined,
  onValue: (text: string) => onValue(text),
  onLeave,
});

interface Choice {
  readonly value: string | boolean;
  readonly title: string;
}

function Choices({
  options,
  props: { value, onValue },
}: {
  options: readonly Choice[];
  props: ControlProps;
}) {
  return (
    <Part className="choices">
      {options.map((option) => (
        <Press
          key={option.title}
          className={`choice ${value === option.value ? "choice-on" : ""}`}
          chosen={value === option.value}
          onPress={() => onValue(option.value)}
        >
          {option.title}
        </Press>
      ))}
    </Part>
  );
}

/** Numbers are typed as text and kept as numbers; what is none stays as typed, to be found faulty. */
const numberOf = (text: string, scale: number): number | string => {
  const number = Number(text);
  return text.trim() === "" || Number.isNaN(number) ? text : Math.round(number * scale * 1e6) / 1e6;
};

function Amount({ scale, ...props }: ControlProps & { readonly scale: number }) {
  const { value, field, onValue, onLeave } = props;
  const shown = typeof value === "number" ? String(value / scale) : textOf(value);
  return (
    <Part className="with-unit">
      <TextBox
        {...common(props)}
        keys="decimal"
        maxLength={16}
        value={shown}
        // A number under way, such as `12.`, stays as it is until the box is left.
        onValue={(text) => onValue(/[.．]0*$/.test(text) ? text : numberOf(text, scale))}
        onLeave={() => {
          if (typeof value === "string") onValue(numberOf(value, scale));
          onLeave();
        }}
      />
      <Part as="span">{field.kind === "money" ? "元" : (field.unit ?? "")}</Part>
    </Part>
  );
}

const isOpenChoice = ({ options = [] }: Field): boolean => options.length <= openChoices;

const draws: Record<Field["kind"], Draw> = {
  text: (props) => <TextBox {...common(props)} />,
  "person-name": (props) => <TextBox {...common(props)} maxLength={props.field.maxLength ?? 50} />,
  "long-text": (props) => <LongBox {...common(props)} />,
  phone: (props) => <TextBox {...common(props)} keys="phone" maxLength={20} />,
  "id-number": (props) => <TextBox {...common(props)} keys="identity" maxLength={22} />,
  number: (props) => <Amount {...props} scale={1} />,
  money: (props) => <Amount {...props} scale={100} />,
  day: (props) => (
    <DayBox {...common(props)} earliest={props.field.earliest} latest={props.field.latest} />
  ),
  choice: (props) =>
    isOpenChoice(props.field) ? (
      <Choices options={props.field.options ?? []} props={props} />
    ) : (
      <SelectBox {...common(props)} options={props.field.options ?? []} />
    ),
  "yes-no": (props) => (
    <Choices
      options={[
        { value: true, title: "是" },
        { value: false, title: "否" },
      ]}
      props={props}
    />
  ),
  union: (props) => <UnionControl {...props} id={idOf(props.field)} />,
  files: (props) => <FilesControl {...props} />,
  post: (props) => <PostControl {...props} id={idOf(props.field)} />,
  rows: (props) => <RowsControl {...props} cell={Control} />,
};

/** Fields whose input is several buttons are named as a group. */
const isGroup = (field: Field): boolean =>
  field.kind === "yes-no" ||
  field.kind === "files" ||
  field.kind === "rows" ||
  (field.kind === "choice" && isOpenChoice(field));

export function Control(props: ControlProps) {
  const { field, fault } = props;
  return (
    <FieldFrame
      id={idOf(field)}
      title={field.title}
      optional={!field.required}
      help={field.help}
      fault={fault}
      group={isGroup(field)}
    >
      {draws[field.kind](props)}
    </FieldFrame>
  );
}
