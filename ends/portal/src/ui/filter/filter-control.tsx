// Filter control (筛选控件): one field of the filter line or drawer.

import { DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { useEffect, useRef, useState } from "react";
import { SearchOutlined } from "../icons.tsx";
import type { FilterField, Filters } from "./fields.ts";

/** Typing rests this long before the list is asked for, so that a word is asked for once. */
const typingRestMs = 400;

interface FilterControlProps {
  readonly field: FilterField;
  readonly filters: Filters;
  readonly onChange: (changes: Record<string, string | undefined>) => void;
  /** Fills its line, in the drawer. */
  readonly wide?: boolean;
}

export function FilterControl({ field, filters, onChange, wide }: FilterControlProps) {
  const value = filters[field.name];
  const set = (next: string | undefined) => onChange({ [field.name]: next });
  const style = { width: wide ? "100%" : (field.width ?? usualWidth[field.kind]) };
  switch (field.kind) {
    case "search":
      return <SearchBox title={field.title} value={value ?? ""} onSearch={set} style={style} />;
    case "custom":
      return <div style={style}>{field.draw(value ?? "", set)}</div>;
    case "days":
      return <Days field={field} filters={filters} onChange={onChange} style={style} />;
    default:
      return (
        <Select<string | string[]>
          allowClear
          aria-label={field.title}
          placeholder={field.title}
          style={style}
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          showSearch={field.options.length > 8 ? { optionFilterProp: "label" } : false}
          mode={field.kind === "choices" ? "multiple" : undefined}
          options={field.options.map((option) => ({ value: option.value, label: option.title }))}
          value={field.kind === "choices" ? (value?.split(",") ?? []) : value}
          onChange={(next) => set(Array.isArray(next) ? next.join(",") : next)}
        />
      );
  }
}

const usualWidth = { search: 260, choice: 140, choices: 200, days: 250, custom: 200 } as const;

interface SearchBoxProps {
  readonly title: string;
  readonly value: string;
  readonly onSearch: (value: string) => void;
  readonly style: { width: number | string };
}

/** Asks when the typing rests, on Enter and on clearing; never in the middle of a pinyin word. */
function SearchBox({ title, value, onSearch, style }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const timer = useRef(0);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const ask = (text: string, restMs: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onSearch(text.trim()), restMs);
  };
  return (
    <Input
      allowClear
      aria-label={title}
      placeholder={title}
      prefix={<SearchOutlined style={{ color: "var(--nj-hint)" }} />}
      style={style}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        if (!composing.current) ask(event.target.value, typingRestMs);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        ask(event.currentTarget.value, typingRestMs);
      }}
      onPressEnter={(event) => ask(event.currentTarget.value, 0)}
    />
  );
}

interface DaysProps extends Pick<FilterControlProps, "filters" | "onChange"> {
  readonly field: Extract<FilterField, { kind: "days" }>;
  readonly style: { width: number | string };
}

function Days({ field, filters, onChange, style }: DaysProps) {
  const from = filters[field.from];
  const to = filters[field.to];
  return (
    <DatePicker.RangePicker
      allowEmpty={[true, true]}
      aria-label={field.title}
      placeholder={[`${field.title}起`, "止"]}
      style={style}
      value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
      onChange={(days) =>
        onChange({
          [field.from]: days?.[0]?.format("YYYY-MM-DD"),
          [field.to]: days?.[1]?.format("YYYY-MM-DD"),
        })
      }
    />
  );
}
