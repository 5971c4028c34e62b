// Form description (表单说明): a form as JSON without functions, from which every end draws it.
import { listOn } from "@niangjia/foundation/codelists";
import type { Day } from "@niangjia/foundation/day";
import type { FieldDescription, FormDescription } from "./contract.ts";
import type { Choices, Field, Form, Section, When } from "./form.ts";

type Named = readonly [name: string, field: Field];

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
  return fields;
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
  const { label, kind, required, help, prefill, when } = field;
  return {
    name,
    title: label,
    kind,
    required,
    ...(help !== undefined && { help }),
    ...(prefill && { prefill }),
    ...(when && { when: { field: when.field, is: valuesOf(when) } }),
    ...specifics(field, today),
  };
}

function specifics(field: Field, today: Day): Partial<FieldDescription> {
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
    case "files":
      return { maxCount: field.maxCount, accept: [...field.accept] };
    default:
      return {};
  }
}

/** What may be chosen on a day, in the order people see it. */
export const optionsOf = (choices: Choices, today: Day): { value: string; title: string }[] =>
  typeof choices === "string"
    ? listOn(choices, today).entries.map(({ code, name }) => ({ value: code, title: name }))
    : Object.entries(choices).map(([value, title]) => ({ value, title }));

export const valuesOf = ({ is }: When): (string | boolean)[] =>
  typeof is === "object" ? [...is] : [is];
