// Checks (校验) while typing: the house's own readers of numbers, so that both say the same. The house decides.
import { dayOf } from "@niangjia/foundation/day";
import { readIdNumber } from "@niangjia/foundation/idnumber";
import { readPhone } from "@niangjia/foundation/phone";
import { isMasked } from "@niangjia/foundation/text";
import { cellPath, type Facts, type Field, type Group, rowsIn } from "./form.ts";

const picked = new Set<Field["kind"]>(["choice", "day", "union", "yes-no", "post"]);

function missing({ kind, title }: Field): string {
  if (kind === "yes-no") return "请选择是或否";
  if (kind === "files") return `请上传${title}`;
  return `${picked.has(kind) ? "请选择" : "请填写"}${title}`;
}

const amount = (value: number, { kind, unit = "" }: Field): string =>
  kind === "money" ? `${(value / 100).toFixed(2)} 元` : `${value} ${unit}`.trim();

function boundFault(value: number, field: Field): string | undefined {
  const { title, min, max } = field;
  if (Number.isNaN(value)) return `${title}应是数字`;
  if (min !== undefined && value < min) return `${title}不能少于 ${amount(min, field)}`;
  if (max !== undefined && value > max) return `${title}不能超过 ${amount(max, field)}`;
  return undefined;
}

function dayFault(value: string, { title, earliest, latest }: Field): string | undefined {
  if (earliest && value < earliest) return `${title}不能早于 ${earliest}`;
  if (latest && value > latest) return `${title}不能晚于 ${latest}`;
  return undefined;
}

function textFault(value: string, field: Field, now: Date): string | undefined {
  const { kind, title, maxLength } = field;
  // What the union knows already comes masked and goes back as it came.
  if (isMasked(value) && field.prefill) return undefined;
  if (kind === "phone") {
    const read = readPhone(value);
    return read.ok ? undefined : read.say;
  }
  if (kind === "id-number") {
    const read = readIdNumber(value, { today: dayOf(now), typed: true });
    return read.ok ? undefined : read.say;
  }
  if (kind === "day") return dayFault(value, field);
  if (maxLength !== undefined && [...value].length > maxLength) {
    return `${title}最多 ${maxLength} 个字`;
  }
  return undefined;
}

function countFault(count: number, { title, minCount = 0, maxCount }: Field): string | undefined {
  if (count < minCount) return `${title}至少填 ${minCount} 行，现在有 ${count} 行`;
  return maxCount !== undefined && count > maxCount ? `${title}最多填 ${maxCount} 行` : undefined;
}

/** What is wrong with an answer, in a sentence; undefined when nothing is. */
export function faultOf(field: Field, value: unknown, now: Date): string | undefined {
  const empty = value === undefined || value === null || value === "";
  if (empty || (Array.isArray(value) && value.length === 0)) {
    return field.required ? missing(field) : undefined;
  }
  if (field.kind === "rows") return countFault(rowsIn(value).length, field);
  if (field.kind === "number" || field.kind === "money") return boundFault(Number(value), field);
  return typeof value === "string" ? textFault(value.trim(), field, now) : undefined;
}

/** Faults of a screen by field name, in the order of its fields; a table's cells after it. */
export function faultsOf({ fields }: Group, facts: Facts, now: Date): ReadonlyMap<string, string> {
  const found = fields.flatMap((field) => [
    [field.name, faultOf(field, facts[field.name], now)] as const,
    ...cellFaults(field, facts[field.name], now),
  ]);
  return new Map(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

const cellFaults = ({ name, columns = [] }: Field, value: unknown, now: Date) =>
  columns.length === 0
    ? []
    : rowsIn(value).flatMap((row, index) =>
        columns.map((column) => {
          const path = cellPath(name, index, column.name);
          return [path, faultOf(column, row[column.name], now)] as const;
        }),
      );
