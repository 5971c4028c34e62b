// What a field's input is given (表单控件).
import type { Field } from "./form.ts";

export interface ControlProps {
  readonly field: Field;
  readonly value: unknown;
  /** The name of a picked union. */
  readonly label?: string | undefined;
  readonly fault?: string | undefined;
  readonly onValue: (value: unknown, label?: string) => void;
  readonly onLeave: () => void;
}
