// Forms (表单) as a phone fills them: one question group a screen, and only what is asked for.
import type { Read } from "../client/api.ts";

export type CaseFunction = Read<"/api/cases/functions/{id}">;
export type Form = CaseFunction["form"];
export type Group = Form["groups"][number];
export type Field = Group["fields"][number];
export type Facts = Readonly<Record<string, unknown>>;

const isFilled = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== "" &&
  !(Array.isArray(value) && value.length === 0);

/** A field that hangs on another is asked only while that one has one of its values. */
const isAsked = ({ when }: Field, facts: Facts): boolean =>
  when === undefined || when.is.some((value) => facts[when.field] === value);

/** The groups one goes through, each with the fields asked now; groups that ask nothing are passed over. */
export function screensOf(form: Form, facts: Facts): readonly Group[] {
  return form.groups
    .map((group) => ({ ...group, fields: group.fields.filter((field) => isAsked(field, facts)) }))
    .filter(({ fields }) => fields.length > 0);
}

/** What is sent: what is asked and filled in, and nothing that was typed before another answer closed its field. */
export function factsToSend(form: Form, facts: Facts): Facts {
  const asked = screensOf(form, facts).flatMap(({ fields }) => fields.map(({ name }) => name));
  return Object.fromEntries(
    asked.filter((name) => isFilled(facts[name])).map((name) => [name, facts[name]]),
  );
}

interface Head {
  readonly title: string;
  /** A card with one question is named by it; any other names each of its questions. */
  readonly each: boolean;
}

/** What stands above a group's answers when they are read over. */
export function headOf({ title, fields }: Group): Head {
  const [only, ...others] = fields;
  if (title === undefined && only && others.length === 0) return { title: only.title, each: false };
  return { title: title ?? "其他内容", each: true };
}

/** The rows of a table, as they are typed. */
export const rowsIn = (value: unknown): readonly Facts[] => (Array.isArray(value) ? value : []);

/** Where the house says that a cell is faulty. */
export const cellPath = (name: string, row: number, column: string): string =>
  `${name}.${row}.${column}`;

/** The first screen that holds one of these fields, or a cell of it; 0 when none does. */
export function screenOf(screens: readonly Group[], paths: readonly string[]): number {
  const names = paths.map((path) => path.split(".")[0]);
  const found = screens.findIndex(({ fields }) => fields.some(({ name }) => names.includes(name)));
  return Math.max(0, found);
}

/** What was filled in before comes back with stars and goes back as it came. */
export const asFilled = ({ groups }: Form, facts: Facts): Form => ({
  groups: groups.map((group) => ({
    ...group,
    fields: group.fields.map((field) => {
      const { name, columns } = field;
      if (!isFilled(facts[name])) return field;
      const known = { prefill: field.prefill ?? "case" };
      const cells = columns?.map((column) => ({ ...column, ...known }));
      return { ...field, ...known, ...(cells ? { columns: cells } : {}) };
    }),
  })),
});

/** Values an address brings along, as a poster's does: only for fields the form has. */
export function factsFrom(form: Form, values: Readonly<Record<string, string>>): Facts {
  const names = form.groups.flatMap(({ fields }) => fields.map(({ name }) => name));
  return Object.fromEntries(
    names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
  );
}

const wordOf: Partial<Record<Field["kind"], (value: unknown, field: Field) => string>> = {
  "yes-no": (value) => (value === true ? "是" : "否"),
  choice: (value, { options = [] }) =>
    options.find((option) => option.value === value)?.title ?? String(value),
  money: (value) => `${(Number(value) / 100).toFixed(2)} 元`,
  number: (value, { unit = "" }) => `${value}${unit ? ` ${unit}` : ""}`,
  files: (value) => `${(value as unknown[]).length} 份`,
  rows: (value) => `${rowsIn(value).length} 行`,
};

/**
 * An answer as it is read over before sending; a picked union or person is an id, whose name the
 * page knows.
 */
export function answerWords(field: Field, value: unknown): string {
  if (!isFilled(value)) return "未填";
  return wordOf[field.kind]?.(value, field) ?? String(value);
}
