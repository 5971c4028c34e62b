// A field (表单项): its label above, help and fault below, both tied to the input.
import type { ReactNode } from "react";
import { Part } from "./part.tsx";

interface FieldProps {
  /** The input's id; a group of buttons has none of its own. */
  readonly id: string;
  readonly title: string;
  readonly optional?: boolean;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  /** A group of choices is named as a whole. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

export function FieldFrame({ id, title, optional, help, fault, group, children }: FieldProps) {
  const words = (
    <>
      {title}
      {optional ? (
        <Part as="span" className="optional">
          选填
        </Part>
      ) : null}
    </>
  );
  return (
    <Part className="field" {...(group ? { role: "radiogroup" as const, label: title, id } : {})}>
      <Part as={group ? "p" : "label"} className="label" {...(group ? {} : { htmlFor: id })}>
        {words}
      </Part>
      {children}
      <Part id={`${id}-help`} className="field-foot">
        {fault ? (
          <Part as="p" className="fault" role="alert">
            {fault}
          </Part>
        ) : null}
        {help && !fault ? (
          <Part as="p" className="help">
            {help}
          </Part>
        ) : null}
      </Part>
    </Part>
  );
}
