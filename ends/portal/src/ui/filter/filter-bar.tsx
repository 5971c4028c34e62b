// Filter bar (筛选栏): one line of filters, the rest behind a drawer, what is hidden shown as tags.

import { Badge, Button, Drawer, Tag } from "antd";
import { useEffect, useState } from "react";
import { FilterOutlined } from "../icons.tsx";
import { withFilters } from "../list.ts";
import { useNarrow } from "../use-media.ts";
import { type FilterField, type Filters, filterWords, isSet, without } from "./fields.ts";
import styles from "./filter-bar.module.css";
import { FilterControl } from "./filter-control.tsx";

export interface FilterBarProps {
  readonly fields: readonly FilterField[];
  readonly filters: Filters;
  /** Gets all filters that are set, to be put in the URL as they are. */
  readonly onFilters: (filters: Record<string, string>) => void;
}

export function FilterBar({ fields, filters, onFilters }: FilterBarProps) {
  const narrow = useNarrow();
  const inLine = (field: FilterField) => (narrow ? field.kind === "search" : !field.more);
  const line = fields.filter(inLine);
  const hidden = fields.filter((field) => !inLine(field));
  const hiddenSet = hidden.filter((field) => isSet(field, filters));
  const change = (changes: Record<string, string | undefined>) =>
    onFilters(withFilters(filters, changes));
  return (
    <search className={styles.bar}>
      <div className={styles.line}>
        {line.map((field) => (
          <FilterControl
            key={field.name}
            field={field}
            filters={filters}
            onChange={change}
            wide={narrow}
          />
        ))}
        {hidden.length > 0 ? (
          <More
            word={line.length > 0 ? "更多筛选" : "筛选"}
            fields={hidden}
            filters={filters}
            count={hiddenSet.length}
            onChange={change}
          />
        ) : null}
        {Object.keys(filters).length > 0 ? (
          <Button type="link" className={styles.reset} onClick={() => onFilters({})}>
            清除筛选
          </Button>
        ) : null}
      </div>
      {hiddenSet.length > 0 ? (
        <div className={styles.tags}>
          {hiddenSet.map((field) => (
            <Tag
              key={field.name}
              variant="filled"
              closable={{ "aria-label": `去掉${field.title}` }}
              onClose={() => change(without(field))}
            >
              {filterWords(field, filters)}
            </Tag>
          ))}
        </div>
      ) : null}
    </search>
  );
}

interface MoreProps {
  readonly word: string;
  readonly fields: readonly FilterField[];
  readonly filters: Filters;
  readonly count: number;
  readonly onChange: (changes: Record<string, string | undefined>) => void;
}

/** The drawer holds its choice until “查看结果”, so that the list is asked for once. */
function More({ word, fields, filters, count, onChange }: MoreProps) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<Record<string, string | undefined>>({});
  useEffect(() => {
    if (open) setDraft({ ...filters });
  }, [open, filters]);
  const clear = () => setDraft((now) => ({ ...now, ...Object.assign({}, ...fields.map(without)) }));
  const apply = () => {
    onChange(draft);
    setOpen(false);
  };
  return (
    <>
      <Badge count={count} size="small" color="var(--nj-link)">
        <Button icon={<FilterOutlined />} onClick={() => setOpen(true)}>
          {word}
        </Button>
      </Badge>
      <Drawer
        title={word}
        open={open}
        size={400}
        onClose={() => setOpen(false)}
        footer={
          <div className={styles.foot}>
            <Button onClick={clear}>清空</Button>
            <Button type="primary" onClick={apply}>
              查看结果
            </Button>
          </div>
        }
      >
        <div className={styles.stack}>
          {fields.map((field) => (
            <div key={field.name}>
              <p className={styles.label}>{field.title}</p>
              <FilterControl
                wide
                field={field}
                filters={withFilters({}, draft)}
                onChange={(changes) => setDraft((now) => ({ ...now, ...changes }))}
              />
            </div>
          ))}
        </div>
      </Drawer>
    </>
  );
}
