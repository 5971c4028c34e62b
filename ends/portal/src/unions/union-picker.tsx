// Union picker (选择工会): search by name, pinyin or initials among the unions within reach; holds the union's id.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { answer, api } from "../client.ts";
import { unionName } from "./union-name.ts";
import styles from "./unions.module.css";

/** within: what the post answers for. everywhere: any union of the house, by name. */
type Reach = "within" | "everywhere";

interface UnionPickerProps {
  readonly id?: string;
  readonly title?: string;
  readonly reach?: Reach;
  readonly value?: string | undefined;
  readonly onChange?: (unionId: string | undefined) => void;
}

const size = 20;

const search = (q: string, reach: Reach) =>
  reach === "within"
    ? answer(api.GET("/api/organisations/search", { params: { query: { q, size } } }))
    : answer(api.GET("/api/organisations/directory", { params: { query: { q, size } } }));

export function UnionPicker({ id, title = "工会", reach = "within", ...field }: UnionPickerProps) {
  const [words, setWords] = useState("");
  const [picked, setPicked] = useState<{ readonly value: string; readonly label: string }>();
  const q = words.trim();
  const found = useQuery({
    queryKey: ["unions", "search", reach, q],
    queryFn: () => search(q, reach),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const known = useQuery({
    ...unionName(field.value ?? ""),
    enabled: reach === "within" && Boolean(field.value) && picked?.value !== field.value,
  });
  const label = picked?.value === field.value ? picked?.label : known.data;
  const options = (q === "" ? [] : (found.data?.rows ?? [])).map((union) => ({
    value: union.id,
    label: union.name,
    line: union.line.join(" › "),
  }));
  return (
    <Select<{ value: string; label: string }>
      {...(id ? { id } : {})}
      allowClear
      labelInValue
      aria-label={title}
      placeholder={title}
      className={styles.picker ?? ""}
      popupMatchSelectWidth={360}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={found.isFetching}
      value={field.value ? { value: field.value, label: label ?? "…" } : null}
      notFoundContent={q === "" ? "请输入名称、拼音或首字母" : wordsWhenNone(found.isFetching)}
      options={options}
      optionRender={({ label, data }) => (
        <span className={styles.option}>
          <span>{label}</span>
          {data.line ? <small>{data.line}</small> : null}
        </span>
      )}
      onChange={(next) => {
        setPicked(next);
        setWords("");
        field.onChange?.(next?.value);
      }}
    />
  );
}

const wordsWhenNone = (asking: boolean) => (asking ? "正在查找" : "没有找到，请换一个字词");
