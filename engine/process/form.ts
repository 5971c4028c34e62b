// Form vocabulary (表单): the fields of a case function as plain data that also carry their types.
import type { ListName } from "@niangjia/foundation/codelists";
import type { Day } from "@niangjia/foundation/day";
import type { Role } from "@niangjia/foundation/roles";

/** What the union already knows and need not ask: filled in before the applicant sees the form. */
type Prefill =
  | `me.${"name" | "idNumber" | "phone" | "sex" | "birthDay" | "education" | "union"}`
  | `union.${"name" | "uscc" | "address" | "chair" | "memberCount"}`;

/** Shown only while an earlier field has one of these values; a field not shown is not stored. */
export interface When {
  readonly field: string;
  readonly is: string | boolean | readonly string[];
}

export interface FieldOptions {
  readonly help?: string;
  /** Fields are required unless this says `false`. */
  readonly required?: boolean;
  readonly prefill?: Prefill;
  readonly when?: When;
  /** Filled in at a step that has the right to write it, and not by the applicant. */
  readonly by?: "handler";
}

type FileKind = "pdf" | "jpg" | "png" | "docx" | "xlsx";

/** What each kind of field needs to know beside the options of every field. */
type FieldKind =
  | { readonly kind: "text" | "long-text"; readonly maxLength: number }
  | {
      readonly kind: "number";
      readonly min: number;
      readonly max: number;
      readonly unit?: string;
      /** How many decimals may be written. */
      readonly decimals: number;
    }
  | { readonly kind: "money"; readonly minFen: number; readonly maxFen: number }
  | { readonly kind: "day"; readonly earliest?: Day; readonly latest?: Day | "today" }
  | { readonly kind: "choice"; readonly choices: Choices }
  | { readonly kind: "files"; readonly maxCount: number; readonly accept: readonly FileKind[] }
  | { readonly kind: "rows"; readonly columns: Fields; readonly min: number; readonly max: number }
  /** Somebody on a post of a role, at the union a path expression finds; `upwards`: or above it. */
  | {
      readonly kind: "post";
      readonly role: Role;
      readonly at: string;
      readonly upwards?: true;
    }
  /** `preparing`: one still in preparation may be named too, not only a living one. */
  | { readonly kind: "union"; readonly preparing?: true }
  | { readonly kind: "person-name" | "id-number" | "phone" | "yes-no" };

/** A code list of the house, as it stands on the day of filing, or words of the form's own. */
export type Choices = ListName | Readonly<Record<string, string>>;

declare const means: unique symbol;

/** A field whose value is `V`; `Filled` says that facts always have it. */
export type Field<V = unknown, Filled extends boolean = boolean> = FieldKind & {
  readonly label: string;
  readonly required: boolean;
  readonly help?: string;
  readonly prefill?: Prefill;
  readonly when?: When;
  readonly by?: "handler";
  readonly [means]?: { value: V; filled: Filled };
};

export type Fields = Readonly<Record<string, Field>>;

/** Fields under one heading. Their facts lie flat beside all others. */
export interface Section<F extends Fields = Fields> {
  readonly kind: "section";
  readonly title: string;
  readonly help?: string;
  readonly fields: F;
}

export type Form = Readonly<Record<string, Field | Section>>;

type Filled<O> = O extends { required: false } | { when: When } | { by: "handler" } ? false : true;

function field<V, const O extends FieldOptions>(
  kind: FieldKind,
  label: string,
  { help, required = true, prefill, when, by }: O,
): Field<V, Filled<O>> {
  return {
    ...kind,
    label,
    required,
    ...(help !== undefined && { help }),
    ...(prefill && { prefill }),
    ...(when && { when }),
    ...(by && { by }),
  };
}

type Lengths = FieldOptions & { readonly maxLength?: number };

/** One line. Value: text without surrounding space. */
export const textField = <const O extends Lengths>(label: string, options: O = {} as O) =>
  field<string, O>({ kind: "text", maxLength: options.maxLength ?? 100 }, label, options);

/** Several lines. */
export const longTextField = <const O extends Lengths>(label: string, options: O = {} as O) =>
  field<string, O>({ kind: "long-text", maxLength: options.maxLength ?? 2000 }, label, options);

type Bounds = FieldOptions & {
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly decimals?: number;
};

/** A number, whole and not negative unless the options say otherwise. */
export function numberField<const O extends Bounds>(label: string, options: O = {} as O) {
  const { min = 0, max = 999_999_999, decimals = 0, unit } = options;
  return field<number, O>(
    { kind: "number", min, max, decimals, ...(unit && { unit }) },
    label,
    options,
  );
}

type Amounts = FieldOptions & { readonly minFen?: number; readonly maxFen?: number };

/** Value: whole 分, up to a billion yuan unless the options say otherwise. */
export function moneyField<const O extends Amounts>(label: string, options: O = {} as O) {
  const { minFen = 0, maxFen = 100_000_000_000 } = options;
  return field<number, O>({ kind: "money", minFen, maxFen }, label, options);
}

type Days = FieldOptions & { readonly earliest?: Day; readonly latest?: Day | "today" };

export function dayField<const O extends Days>(label: string, options: O = {} as O) {
  const { earliest, latest } = options;
  return field<Day, O>(
    { kind: "day", ...(earliest && { earliest }), ...(latest && { latest }) },
    label,
    options,
  );
}

type CodeOf<C extends Choices> = C extends ListName ? string : keyof C & string;

/** Value: a code of a list of the house, or of the form's own words by code. */
export const choiceField = <const C extends Choices, const O extends FieldOptions>(
  label: string,
  choices: C,
  options: O = {} as O,
) => field<CodeOf<C>, O>({ kind: "choice", choices }, label, options);

const plainField =
  <V>(kind: "person-name" | "id-number" | "phone" | "yes-no") =>
  <const O extends FieldOptions>(label: string, options: O = {} as O) =>
    field<V, O>({ kind }, label, options);

export const personNameField = plainField<string>("person-name");
/** Value: 18 characters, the last a digit or X; a number of 15 digits is widened. */
export const idNumberField = plainField<string>("id-number");
/** Value: eleven digits. */
export const phoneField = plainField<string>("phone");
type UnionOptions = FieldOptions & { readonly preparing?: true };

/** Value: the id of a union. Its name is a root of path expressions in the flow. */
export const unionField = <const O extends UnionOptions>(label: string, options: O = {} as O) =>
  field<string, O>(
    { kind: "union", ...(options.preparing && { preparing: true }) },
    label,
    options,
  );
export const yesNoField = plainField<boolean>("yes-no");

type FileOptions = FieldOptions & {
  readonly maxCount?: number;
  readonly accept?: readonly FileKind[];
};

/** Value: ids of uploaded files, at least one when required. */
export function filesField<const O extends FileOptions>(label: string, options: O = {} as O) {
  const { maxCount = 5, accept = ["pdf", "jpg", "png"] } = options;
  return field<string[], O>({ kind: "files", maxCount, accept }, label, options);
}

interface PostsMeant {
  readonly role: Role;
  readonly at: string;
  /** Those at unions above may be chosen too: whoever is there may be unfit for this case. */
  readonly upwards?: true;
}

/**
 * Value: the id of a post that holds the role at the union `at` finds, as in the flow; `at` begins
 * with `union` or another union field of the form. A step's handler may be chosen by it.
 */
export const postField = <const O extends FieldOptions>(
  label: string,
  { role, at, upwards }: PostsMeant,
  options: O = {} as O,
) => field<string, O>({ kind: "post", role, at, ...(upwards && { upwards }) }, label, options);

type RowOptions = FieldOptions & {
  readonly columns: Fields;
  readonly min?: number;
  readonly max?: number;
};

/** Value: a record for each row, from one to fifty rows unless the options say otherwise. */
export function rowsField<const O extends RowOptions>(label: string, options: O) {
  const { columns, min = 1, max = 50 } = options;
  return field<FactsOf<O["columns"]>[], O>({ kind: "rows", columns, min, max }, label, options);
}

export const section = <const F extends Fields>(
  title: string,
  fields: F,
  help?: string,
): Section<F> => ({ kind: "section", title, fields, ...(help !== undefined && { help }) });

type Intersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
  ? I
  : never;
type Flat<F extends Form> = {
  [K in keyof F as F[K] extends Section ? never : K]: F[K];
} & Intersection<{ [K in keyof F]: F[K] extends Section<infer S> ? S : never }[keyof F]>;
type ValueOf<T> = T extends { readonly [means]?: { value: infer V; filled: boolean } } ? V : never;
type AlwaysFilled<T> = T extends { readonly [means]?: { value: unknown; filled: true } }
  ? true
  : false;
type Facts<F> = { [K in keyof F as AlwaysFilled<F[K]> extends true ? K : never]: ValueOf<F[K]> } & {
  [K in keyof F as AlwaysFilled<F[K]> extends true ? never : K]?: ValueOf<F[K]>;
};

/** What a form gives when it is filled in: `FactsOf<typeof form>`. */
export type FactsOf<F extends Form> = { [K in keyof Facts<Flat<F>>]: Facts<Flat<F>>[K] };
