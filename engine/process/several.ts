// Several cases at once (一次办几件): what a step that begins cases goes through, values of a field or rows of a table.
import type { CaseFacts } from "./condition.ts";
import type { SubNode } from "./definition.ts";
import type { Fields } from "./feasible.ts";

/** What one case is begun for: a value, and the row it stands in where it is a cell. */
interface Subject {
  readonly value?: string;
  readonly row?: CaseFacts;
}

/** `people` names a field, `people.idNumber` a column of a table. */
function partsOf(path: string): { readonly field: string; readonly column: string | undefined } {
  const [field = path, column] = path.split(".");
  return { field, column };
}

const isRow = (one: unknown): one is CaseFacts => typeof one === "object" && one !== null;

/** Once for each value; a field that holds only one is read as one. */
function valuesAt(path: string, facts: CaseFacts): Subject[] {
  const { field, column } = partsOf(path);
  const fact = facts[field];
  const held: readonly unknown[] = Array.isArray(fact) ? fact : [fact];
  const found = new Map<string, Subject>();
  for (const one of held) {
    const row = column !== undefined && isRow(one) ? one : undefined;
    const value = column === undefined ? one : row?.[column];
    if (typeof value !== "string" || value === "" || found.has(value)) continue;
    found.set(value, { value, ...(row && { row }) });
  }
  return [...found.values()];
}

/** What a step begins a case for, one by one; without `each` a single case. */
export const subjectsOf = ({ each }: SubNode, facts: CaseFacts): readonly Subject[] =>
  each ? valuesAt(each.field, facts) : [{}];

/** What a case begun for this subject is filled in with. */
export function factsFor({ each, facts: asked }: SubNode, facts: CaseFacts, about: Subject) {
  const factAt = (path: string): unknown => {
    const { field, column } = partsOf(path);
    return column === undefined ? facts[field] : about.row?.[column];
  };
  const given = Object.entries(asked).map(([name, fact]) => [
    name,
    "field" in fact ? factAt(fact.field) : fact.value,
  ]);
  const own = each && about.value !== undefined ? { [each.as]: about.value } : {};
  return { ...Object.fromEntries(given), ...own } as CaseFacts;
}

/** Whether the form has this field, or this column of a table. */
export function isKnown(path: string, fields: Fields): boolean {
  const { field: name, column } = partsOf(path);
  const field = fields.get(name);
  if (column === undefined) return field !== undefined;
  return field?.kind === "rows" && column in field.columns;
}

/** The field that holds it. */
export const fieldOf = (path: string): string => partsOf(path).field;

const personal: readonly string[] = ["person-name", "phone", "id-number"];

/**
 * Why a step cannot go through what it names: rows that nothing tells apart, a cell of another table, or rows told
 * apart by what may not be kept in the open.
 */
export function wrongOfEach({ each, facts, wait }: SubNode, fields: Fields): string[] {
  const through = each && partsOf(each.field);
  const table = through && fields.get(through.field);
  const isTable = table?.kind === "rows";
  const says: string[] = [];
  if (isTable && through?.column === undefined) {
    says.push(`“${table.label}”有很多行，请写明按哪一列逐行办理。`);
  }
  for (const fact of Object.values(facts)) {
    const cell = "field" in fact ? partsOf(fact.field) : undefined;
    if (cell?.column !== undefined && cell.field !== through?.field) {
      says.push(`“${cell.field}.${cell.column}”不在逐行办理的名单里。`);
    }
  }
  const column = isTable && through?.column !== undefined && table.columns[through.column];
  if (!wait && column && personal.includes(column.kind)) {
    says.push(`不等结果的关联事项不能按“${column.label}”逐行办理，请换不是个人信息的一列。`);
  }
  return says;
}
