// What an input is told (输入框) on either end.

export interface BoxProps {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onLeave?: (() => void) | undefined;
  readonly faulty?: boolean;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
}

export type Keys = "text" | "figures" | "phone" | "identity" | "decimal" | "search";

export interface TextBoxProps extends BoxProps {
  /** Which keys the phone shows. */
  readonly keys?: Keys;
}

export interface DayBoxProps extends BoxProps {
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

export interface SelectBoxProps extends BoxProps {
  readonly options: readonly { readonly value: string; readonly title: string }[];
}
