// Picking people (选同志): by name, pinyin or initials among those a task can go to; who may not, says why.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { answer, api } from "../../client.ts";
import { sentenceOf } from "../../ui/problem.ts";
import styles from "./cases.module.css";

export type Purpose = "transfer" | "delegate" | "add-sign" | "ask" | "copy";

interface PeoplePickerProps {
  readonly id: string;
  readonly caseId: string;
  readonly task: number | undefined;
  readonly purpose: Purpose;
  readonly several: boolean;
  /** Ids of posts. */
  readonly value: readonly string[];
  readonly onChange: (posts: readonly string[]) => void;
}

const atMost = 20;

export function PeoplePicker({ id, several, value, onChange, ...about }: PeoplePickerProps) {
  const [words, setWords] = useState("");
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const { caseId, task = 1, purpose } = about;
  const q = words.trim();
  const found = useQuery({
    queryKey: ["cases", caseId, "parties", task, purpose, q],
    queryFn: () =>
      answer(
        api.GET("/api/cases/{id}/parties", {
          params: { path: { id: caseId }, query: { task, purpose, q } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  const pick = (posts: readonly string[]) => {
    const known = rows.map(({ post, name }) => [post, name] as const);
    setNames((now) => new Map([...now, ...known]));
    setWords("");
    onChange(posts);
  };
  const labelled = value.map((post) => ({ value: post, label: names.get(post) ?? post }));
  return (
    <Select<{ value: string; label: string }[] | { value: string; label: string }>
      id={id}
      labelInValue
      allowClear
      style={{ width: "100%" }}
      {...(several ? { mode: "multiple" as const, maxCount: atMost } : {})}
      placeholder="输入姓名、岗位、拼音或首字母"
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={found.isFetching}
      value={several ? labelled : (labelled[0] ?? null)}
      notFoundContent={wordsWhenNone(found)}
      options={rows.map(({ post, name, unionName, barred }) => ({
        value: post,
        label: name,
        disabled: barred !== null,
        line: barred ?? unionName,
      }))}
      optionRender={({ label, data }) => (
        <span className={styles.party}>
          <span>{label}</span>
          <small>{data.line}</small>
        </span>
      )}
      onChange={(next) => pick([next ?? []].flat().map(({ value: post }) => post))}
    />
  );
}

function wordsWhenNone({ error, isFetching }: { error: unknown; isFetching: boolean }): string {
  if (error) return sentenceOf(error).title;
  return isFetching ? "正在查找" : "没有找到，请换一个字词";
}
