// Form description (表单说明): a case's form as data; what the case engine answers fits as it is.

interface FieldChoice {
  readonly value: string;
  readonly title: string;
  readonly help?: string | undefined;
}

/** Kinds the kit draws by itself; any other kind is drawn by a drawer the page gives (`FieldDrawers`); `rows` is a table. */
export type KnownKind =
  | "text"
  | "long-text"
  | "person-name"
  | "number"
  | "money"
  | "day"
  | "choice"
  | "choices"
  | "yes-no"
  | "phone"
  | "id-number";

export interface FieldDescription {
  readonly name: string;
  readonly title: string;
  /** One of `KnownKind`, or another word such as `union` or `files`. */
  readonly kind: string;
  readonly help?: string | undefined;
  readonly required?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly options?: readonly FieldChoice[] | undefined;
  /** Bounds of a number, or of money in fen. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** How many decimals a number may have; none when left out. */
  readonly decimals?: number | undefined;
  /** Bounds of a day. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  /** Longest text, in characters. */
  readonly maxLength?: number | undefined;
  /** Written after a number: `人`, `小时`. */
  readonly unit?: string | undefined;
  /** Shown only while another field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly unknown[] } | undefined;
  /** For files: how many, and which kinds. For a table: how many rows. */
  readonly minCount?: number | undefined;
  readonly maxCount?: number | undefined;
  readonly accept?: readonly string[] | undefined;
  /** The columns of a table (`rows`); their kinds are `KnownKind`. */
  readonly columns?: readonly FieldDescription[] | undefined;
  /** For a post: the field with the union it is looked for at. */
  readonly under?: string | undefined;
  /** Choices are folded even where they are few: a cell has no room for them. */
  readonly folded?: boolean | undefined;
  /** Known already and only shown. */
  readonly locked?: boolean | undefined;
}

export interface FieldGroup {
  readonly title?: string | undefined;
  readonly help?: string | undefined;
  readonly fields: readonly FieldDescription[];
}

export interface FormDescription {
  readonly groups: readonly FieldGroup[];
}
