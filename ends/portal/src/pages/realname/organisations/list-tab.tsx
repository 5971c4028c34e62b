// The list (工会清单): unions within reach, narrowed down, and taken out as Excel.
import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useMemo } from "react";
import { useList } from "../../../list-state.ts";
import { Day } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { TextLink } from "../../../ui/link.tsx";
import type { ListState } from "../../../ui/list.ts";
import { SidePanel } from "../../../ui/side-panel.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { countWords, dayWords } from "../../../ui/words.ts";
import { useUnionName } from "../../../unions/union-name.ts";
import { UnionPicker } from "../../../unions/union-picker.tsx";
import { membersOf } from "./addresses.ts";
import { UnionCard, UnionState } from "./union-card.tsx";
import { exportAddress, type ListedUnion, readUnions } from "./unions.ts";

/** Overdue terms are marked, since elections on time are what a county answers for. */
function TermEnd({ union }: { readonly union: ListedUnion }) {
  const late = union.termEnd !== null && union.termEnd < dayWords(new Date());
  if (!late) return <Day value={union.termEnd} />;
  return (
    <span style={{ color: "var(--nj-late-text)" }}>
      <Day value={union.termEnd} /> 已届满
    </span>
  );
}

const columns: PageColumn<ListedUnion>[] = [
  { key: "name", title: "工会名称", width: 300, sortable: true, cell: ({ name }) => name },
  {
    key: "state",
    title: "状态",
    width: 104,
    phone: "tag",
    cell: ({ state, stateName }) => <UnionState state={state}>{stateName}</UnionState>,
  },
  { key: "level", title: "级别", width: 128, cell: ({ levelName }) => levelName },
  { key: "kind", title: "组织类型", width: 160, hidden: true, cell: ({ kindName }) => kindName },
  { key: "parent", title: "上级工会", width: 220, cell: ({ parentName }) => parentName },
  {
    key: "members",
    title: "会员",
    width: 96,
    align: "right",
    help: "含下级工会的在册会员。",
    cell: ({ id, members }) => (
      <TextLink to={membersOf(id, { state: "active" })}>{countWords(members)}</TextLink>
    ),
  },
  {
    key: "since",
    title: "成立日期",
    width: 116,
    sortable: true,
    cell: ({ sinceDay }) => <Day value={sinceDay} />,
  },
  {
    key: "term-end",
    title: "本届到期",
    width: 152,
    sortable: true,
    cell: (union) => <TermEnd union={union} />,
  },
  { key: "uscc", title: "统一社会信用代码", width: 190, hidden: true, cell: ({ uscc }) => uscc },
];

const levelTitles = {
  province: "省级",
  city: "市级",
  county: "县级",
  town: "乡镇（街道）级",
  grassroots: "基层",
  branch: "分会（小组）",
} as const;
const stateTitles = { preparing: "筹建", live: "正常", closed: "已撤销" } as const;

const choicesOf = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));

const fieldsOf = (unionName: string | undefined): FilterField[] => [
  { kind: "search", name: "q", title: "名称、拼音或首字母", width: 220 },
  {
    kind: "custom",
    name: "under",
    title: "上级工会",
    width: 240,
    draw: (value, set) => (
      <UnionPicker title="某工会及其下级" value={value || undefined} onChange={set} />
    ),
    words: () => unionName ?? "已选的工会",
  },
  { kind: "choice", name: "level", title: "级别", options: choicesOf(levelTitles) },
  { kind: "choice", name: "state", title: "状态", width: 110, options: choicesOf(stateTitles) },
  {
    kind: "custom",
    name: "termEndsBefore",
    title: "本届到期早于",
    width: 160,
    draw: (value, set) => (
      <DatePicker
        aria-label="本届到期早于"
        placeholder="本届到期早于"
        style={{ width: "100%" }}
        value={value ? dayjs(value) : null}
        onChange={(day) => set(day?.format("YYYY-MM-DD"))}
      />
    ),
    words: (value) => value,
  },
];

/** Orders the server knows; the way back from any other is the order of the tree. */
const sorts = ["name", "since", "-since", "term-end"];
const known = (changes: Partial<ListState>): Partial<ListState> =>
  "sort" in changes && !sorts.includes(changes.sort ?? "")
    ? { ...changes, sort: undefined }
    : changes;

const keyOf = ({ id }: ListedUnion) => id;

export function ListTab() {
  const { place, query } = useList(["unions", "list"], readUnions);
  const go = (changes: Partial<ListState>) => place.go(known(changes));
  const picked = useUnionName(place.state.filters.under);
  const fields = useMemo(() => fieldsOf(picked), [picked]);
  return (
    <ListTable
      id="realname.unions"
      label="工会清单"
      unit="个工会"
      columns={columns}
      keyOf={keyOf}
      list={{ place: { ...place, go }, query }}
      fields={fields}
      file={exportAddress}
      panel={({ row, ways }) => (
        <SidePanel open={row !== undefined} title={row?.name ?? ""} {...ways}>
          {row ? <UnionCard id={row.id} nameless /> : null}
        </SidePanel>
      )}
      empty={{ sentence: "还没有下级工会" }}
    />
  );
}
