// What a field's input is given (表单控件).
import type { Field } from "./form.ts";

export interface ControlProps {
  readonly field: Field;
  readonly value: unknown;
  /** The name of a picked union or person; names of files, one a line. */
  readonly label?: string | undefined;
  readonly fault?: string | undefined;
  /** Faults of a table's cells, by `committee.0.phone`. */
  readonly faults?: ReadonlyMap<string, string>;
  readonly onValue: (value: unknown, label?: string) => void;
  readonly onLeave: () => void;
}
