// Filter fields (筛选项): what a list may be narrowed by, and how a chosen value is said in words.
import type { ReactNode } from "react";
import type { ListState } from "../list.ts";

interface Choice {
  readonly value: string;
  readonly title: string;
}

interface Common {
  /** The word in the URL and in the server's query. */
  readonly name: string;
  readonly title: string;
  /** Behind “更多筛选” instead of in the line. */
  readonly more?: boolean;
  readonly width?: number;
}

/** One of the ways to narrow a list. `choices` joins its values with commas; `days` writes two filters. */
export type FilterField =
  | (Common & { readonly kind: "search" })
  | (Common & { readonly kind: "choice" | "choices"; readonly options: readonly Choice[] })
  | (Common & { readonly kind: "days"; readonly from: string; readonly to: string })
  | (Common & {
      readonly kind: "custom";
      readonly draw: (value: string, set: (value: string | undefined) => void) => ReactNode;
      readonly words: (value: string) => string;
    });

export type Filters = ListState["filters"];

const namesOf = (field: FilterField): readonly string[] =>
  field.kind === "days" ? [field.from, field.to] : [field.name];

export const isSet = (field: FilterField, filters: Filters): boolean =>
  namesOf(field).some((name) => Boolean(filters[name]));

/** The changes that take a field's filters away. */
export const without = (field: FilterField): Record<string, undefined> =>
  Object.fromEntries(namesOf(field).map((name) => [name, undefined]));

/** `单位类型：民营企业、个体工商户`, for the tags that show what is hidden in the drawer. */
export function filterWords(field: FilterField, filters: Filters): string {
  const value = filters[field.name] ?? "";
  return `${field.title}：${valueWords(field, value, filters)}`;
}

function valueWords(field: FilterField, value: string, filters: Filters): string {
  if (field.kind === "search") return value;
  if (field.kind === "custom") return field.words(value);
  if (field.kind === "days") {
    return `${filters[field.from] ?? "不限"} 至 ${filters[field.to] ?? "不限"}`;
  }
  const titles = new Map(field.options.map((option) => [option.value, option.title]));
  return value
    .split(",")
    .map((one) => titles.get(one) ?? one)
    .join("、");
}
