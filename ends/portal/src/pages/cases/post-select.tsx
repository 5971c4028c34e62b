// Choosing a colleague (选同志): by name, post, pinyin or initials; the form holds the id of their post.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { sentenceOf } from "../../ui/problem.ts";
import styles from "./cases.module.css";
import type { Colleague, Search } from "./colleagues.ts";

interface PostSelectProps {
  readonly id?: string | undefined;
  readonly search: Search;
  readonly value?: string | undefined;
  /** Called with whom it is as well: what they are called is not asked again. */
  readonly onChange?: ((post: string | undefined, who: Colleague | undefined) => void) | undefined;
}

export function PostSelect({ id, search, value, onChange }: PostSelectProps) {
  const [words, setWords] = useState("");
  const [picked, setPicked] = useState<Colleague>();
  const found = useQuery({ ...search(words.trim()), placeholderData: keepPreviousData });
  const known = picked?.post === value ? picked : undefined;
  const rows = found.data ?? [];
  const listed = known && !rows.some(({ post }) => post === known.post) ? [known, ...rows] : rows;
  return (
    <Select
      {...(id ? { id } : {})}
      allowClear
      style={{ width: "100%" }}
      placeholder="输入姓名、岗位、拼音或首字母"
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={found.isFetching}
      value={value ?? null}
      notFoundContent={
        found.error ? sentenceOf(found.error).title : found.isFetching ? "正在查找" : "没有找到"
      }
      options={listed.map(({ post, name, line }) => ({ value: post, label: name, line }))}
      optionRender={({ label, data }) => (
        <span className={styles.party}>
          <span>{label}</span>
          <small>{data.line}</small>
        </span>
      )}
      onChange={(post: string | null) => {
        const who = listed.find((one) => one.post === post);
        setPicked(who);
        setWords("");
        onChange?.(post ?? undefined, who);
      }}
    />
  );
}
