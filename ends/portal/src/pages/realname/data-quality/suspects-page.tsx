// Suspects (疑似重复与异常): what the nightly look found, the likeliest first, and what people have said to it.
import { useMemo } from "react";
import { useList } from "../../../list-state.ts";
import { Moment } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { ListPage } from "../../../ui/list-page.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { useUnionName } from "../../../unions/union-name.ts";
import { UnionPicker } from "../../../unions/union-picker.tsx";
import { QualityTabs } from "./quality-tabs.tsx";
import { SuspectPanel } from "./suspect-panel.tsx";
import { readSuspects, type Suspect, type SuspectPage, stateTitles } from "./suspects.ts";

const tones: Readonly<Record<Suspect["state"], Tone>> = {
  open: "warn",
  merged: "done",
  "not-same": "off",
  accepted: "off",
  gone: "done",
};

const columns: PageColumn<Suspect>[] = [
  {
    key: "people",
    title: "会员",
    width: 140,
    cell: ({ person, other }) => (other ? `${person.name} 和 ${other.name}` : person.name),
  },
  { key: "kind", title: "种类", width: 190, cell: ({ kindTitle }) => kindTitle },
  {
    key: "score",
    title: "相似程度",
    width: 100,
    align: "right",
    help: "两条记录有多像，满分 100，供排序参考。只对疑似同一人计算。",
    cell: ({ other, score }) => (other ? score : "—"),
  },
  {
    key: "evidence",
    title: "依据",
    width: 280,
    cell: ({ evidence }) => evidence.map(({ say }) => say).join(""),
  },
  {
    key: "union",
    title: "所在工会",
    width: 190,
    cell: ({ person }) => person.unionName ?? "不在任何工会",
  },
  {
    key: "state",
    title: "状态",
    width: 100,
    phone: "tag",
    cell: ({ state, stateTitle }) => (
      <StatusTag quiet tone={tones[state]}>
        {stateTitle}
      </StatusTag>
    ),
  },
  {
    key: "found",
    title: "发现时间",
    width: 120,
    cell: (row) => <Moment value={row.foundAt} since />,
  },
];

const fieldsOf = (
  kinds: SuspectPage["kinds"] | undefined,
  unionName: string | undefined,
): FilterField[] => [
  {
    kind: "custom",
    name: "unionId",
    title: "工会",
    width: 240,
    draw: (value, set) => (
      <UnionPicker title="某工会及其下级" value={value || undefined} onChange={set} />
    ),
    words: () => unionName ?? "已选的工会",
  },
  {
    kind: "choice",
    name: "kind",
    title: "种类",
    width: 220,
    options: (kinds ?? []).map(({ kind, title, count }) => ({
      value: kind,
      title: `${title}（${count}）`,
    })),
  },
  {
    kind: "choice",
    name: "state",
    title: "待处理",
    width: 140,
    options: Object.entries(stateTitles).map(([value, title]) => ({ value, title })),
  },
];

const keyOf = ({ id }: Suspect) => id;

export function Page() {
  const list = useList(["quality", "suspects"], readSuspects);
  const { filters } = list.place.state;
  const picked = useUnionName(filters.unionId);
  const kinds = list.query.data?.kinds;
  const fields = useMemo(() => fieldsOf(kinds, picked), [kinds, picked]);
  return (
    <ListPage
      title="疑似重复与异常"
      sentence="每天凌晨找出来的：可能是同一个人的两条记录，不太可能是真的信息。由您核实后处理。"
      above={<QualityTabs here="suspects" />}
      id="realname.suspects"
      label="疑似重复与异常"
      unit="条疑似"
      columns={columns}
      keyOf={keyOf}
      list={list}
      fields={fields}
      panel={({ key, ways }) => <SuspectPanel id={key} {...ways} />}
      empty={{ sentence: "没有待处理的疑似记录", hint: "每天凌晨会再找一遍。" }}
    ></ListPage>
  );
}
