// Form description (表单说明): a form as JSON without functions, from which every end draws it.
import { listOn } from "@niangjia/foundation/codelists";
import type { Day } from "@niangjia/foundation/day";
import type { Choices, Field, Form, Section, When } from "./form.ts";
import { cellKinds, type FieldDescription, type FormDescription } from "./form-contract.ts";

type Named = readonly [name: string, field: Field];

/** What was filled in, by field. */
export type Answers = Readonly<Record<string, unknown>>;
export type FieldsByName = ReadonlyMap<string, Field>;

interface Group {
  readonly title?: string;
  readonly help?: string;
  readonly fields: Named[];
}

const isSection = (part: Field | Section): part is Section => part.kind === "section";

/** Sections, and runs of fields between them without a title. */
function groupsOf(form: Form): Group[] {
  const groups: Group[] = [];
  for (const [name, part] of Object.entries(form)) {
    if (isSection(part)) {
      const { kind: _, fields, ...heading } = part;
      groups.push({ ...heading, fields: Object.entries(fields) });
      continue;
    }
    const last = groups.at(-1);
    if (last && last.title === undefined) last.fields.push([name, part]);
    else groups.push({ fields: [[name, part]] });
  }
  return groups;
}

/**
 * Every field with its name, in order. Throws when two share a name or a condition looks at
 * anything but an earlier field: that is a mistake in the code which builds the form.
 */
export function fieldsOf(form: Form): Named[] {
  const fields = groupsOf(form).flatMap((group) => group.fields);
  const earlier = new Set<string>();
  for (const [name, { when }] of fields) {
    if (earlier.has(name)) throw new Error(`form: two fields are called ${name}`);
    if (when && !earlier.has(when.field)) throw new Error(`form: ${name} waits for a later field`);
    earlier.add(name);
  }
  for (const [name, field] of fields) if (field.kind === "rows") checkColumns(name, field);
  return fields;
}

type Rows = Extract<Field, { kind: "rows" }>;
type Column = Field & { readonly kind: (typeof cellKinds)[number] };

/** The columns of a table. */
export const columnsOf = ({ columns }: Rows): [string, Column][] =>
  Object.entries(columns) as [string, Column][];

const isCell = ({ kind }: Field): boolean => (cellKinds as readonly string[]).includes(kind);

function checkColumns(name: string, { columns }: Rows): void {
  for (const [column, field] of Object.entries(columns)) {
    if (!isCell(field)) throw new Error(`form: no table has a column like ${name}.${column}`);
    if (field.when || field.by) throw new Error(`form: ${name}.${column} is asked of every row`);
  }
}

/** The fields that fit, in their sections; a form of none of them is empty. */
function partOf(form: Form, fits: (name: string, field: Field) => boolean): Form {
  const parts = Object.entries(form).flatMap(([name, part]): [string, Field | Section][] => {
    if (!isSection(part)) return fits(name, part) ? [[name, part]] : [];
    const fields = Object.entries(part.fields).filter(([inner, field]) => fits(inner, field));
    return fields.length > 0 ? [[name, { ...part, fields: Object.fromEntries(fields) }]] : [];
  });
  return Object.fromEntries(parts);
}

const eachField = (form: Form, change: (field: Field) => Field): Form =>
  Object.fromEntries(
    Object.entries(form).map(([name, part]) => {
      if (!isSection(part)) return [name, change(part)];
      const fields = Object.entries(part.fields).map(([inner, field]) => [inner, change(field)]);
      return [name, { ...part, fields: Object.fromEntries(fields) }];
    }),
  );

const applicantForms = new WeakMap<Form, Form>();

/** What the applicant is asked. The same form gives the same value each time. */
export function applicantForm(form: Form): Form {
  const known = applicantForms.get(form);
  if (known) return known;
  const part = partOf(form, (_name, { by }) => by !== "handler");
  applicantForms.set(form, part);
  return part;
}

/** A field is shown while the one it waits for is shown and has a fitting answer. */
export function isShown(name: string, fields: FieldsByName, answers: Answers): boolean {
  const when = fields.get(name)?.when;
  if (!when) return true;
  const answer = answers[when.field];
  return isShown(when.field, fields, answers) && valuesOf(when).some((value) => value === answer);
}

/**
 * What handlers are asked at a step that may write these fields. A field that waits for an answer
 * which is not theirs to give is asked for, or not, by what stands in the case.
 */
export function handlerForm(form: Form, names: readonly string[], facts: Answers): Form {
  const fields = new Map(fieldsOf(form));
  const isSettled = ({ when }: Field) => when !== undefined && !names.includes(when.field);
  const asked = partOf(
    form,
    (name, field) => names.includes(name) && (!isSettled(field) || isShown(name, fields, facts)),
  );
  return eachField(asked, (field) => (isSettled(field) ? { ...field, when: undefined } : field));
}

/** The form as it stands on a day: code lists of that day, `today` written out. */
export function formDescription(form: Form, today: Day): FormDescription {
  fieldsOf(form);
  const groups = groupsOf(form).map(({ fields, ...heading }) => ({
    ...heading,
    fields: fields.map(([name, field]) => describe(name, field, today)),
  }));
  return { groups };
}

function describe(name: string, field: Field, today: Day): FieldDescription {
  const { prefill, when } = field;
  return {
    ...described(name, field),
    kind: field.kind,
    ...(prefill && { prefill }),
    ...(when && { when: { field: when.field, is: valuesOf(when) } }),
    ...specifics(field, today),
  };
}

const described = (name: string, { label, required, help }: Field) => ({
  name,
  title: label,
  required,
  ...(help !== undefined && { help }),
});

const describeColumn = (name: string, column: Column, today: Day) => ({
  ...described(name, column),
  kind: column.kind,
  ...cellSpecifics(column, today),
});

function specifics(field: Field, today: Day): Partial<FieldDescription> {
  switch (field.kind) {
    case "files":
      return { maxCount: field.maxCount, accept: [...field.accept] };
    case "post":
      return { under: field.at.split(".")[0] ?? "" };
    case "rows":
      return {
        minCount: field.min,
        maxCount: field.max,
        columns: columnsOf(field).map(([name, column]) => describeColumn(name, column, today)),
      };
    default:
      return cellSpecifics(field, today);
  }
}

function cellSpecifics(field: Field, today: Day) {
  switch (field.kind) {
    case "text":
    case "long-text":
      return { maxLength: field.maxLength };
    case "number":
      return {
        min: field.min,
        max: field.max,
        decimals: field.decimals,
        ...(field.unit && { unit: field.unit }),
      };
    case "money":
      return { min: field.minFen, max: field.maxFen };
    case "day":
      return {
        ...(field.earliest && { earliest: field.earliest }),
        ...(field.latest && { latest: field.latest === "today" ? today : field.latest }),
      };
    case "choice":
      return { options: optionsOf(field.choices, today) };
    default:
      return {};
  }
}

/** What may be chosen on a day, in the order people see it. */
export const optionsOf = (choices: Choices, today: Day): { value: string; title: string }[] =>
  typeof choices === "string"
    ? listOn(choices, today).entries.map(({ code, name }) => ({ value: code, title: name }))
    : Object.entries(choices).map(([value, title]) => ({ value, title }));

const valuesOf = ({ is }: When): (string | boolean)[] => (typeof is === "object" ? [...is] : [is]);
