// Filters of the overview (办件筛选): what cases, seats and steps are narrowed down by.
import type { FilterField } from "../../ui/filter/fields.ts";
import { UnionPicker } from "../../unions/union-picker.tsx";

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** `picked` is the chosen union's name, for the tag that shows a filter out of sight. */
export const unionField = (
  picked: string | undefined,
  { name = "unionId", title = "工会及其下级", more = false, width = 220 } = {},
): FilterField => ({
  kind: "custom",
  name,
  title,
  more,
  width,
  draw: (value, set) => <UnionPicker title={title} value={value || undefined} onChange={set} />,
  words: () => picked ?? "已选的工会",
});

export const functionField = (
  kinds: readonly Titled[] = [],
  kind: "choice" | "choices" = "choice",
): FilterField => ({
  kind,
  name: "function",
  title: "事项",
  width: 150,
  options: kinds.map(({ id, title }) => ({ value: id, title })),
});

export const roleField = (more: boolean): FilterField => ({
  kind: "choice",
  name: "role",
  title: "由谁办理",
  more,
  options: [
    { value: "officer", title: "工会干事" },
    { value: "chair", title: "工会主席" },
    { value: "cadre", title: "总工会干部" },
  ],
});

const statusField: FilterField = {
  kind: "choices",
  name: "status",
  title: "状态",
  width: 130,
  options: [
    { value: "running", title: "办理中" },
    { value: "returned", title: "退回补正" },
    { value: "approved", title: "办结" },
    { value: "rejected", title: "不予通过" },
    { value: "withdrawn", title: "已撤回" },
  ],
};

const clockField: FilterField = {
  kind: "choice",
  name: "clock",
  title: "时限",
  width: 130,
  options: [
    { value: "red", title: "已超期" },
    { value: "amber", title: "今明两天到期" },
    { value: "ok", title: "期限内" },
    { value: "paused", title: "计时暂停" },
    { value: "none", title: "不限时" },
  ],
};

interface Known {
  readonly kinds: readonly Titled[] | undefined;
  readonly union: string | undefined;
  readonly seatUnion: string | undefined;
  /** The mask of the number that a person was looked for by. */
  readonly who: string | undefined;
}

export const caseFields = ({ kinds, union, seatUnion, who }: Known): FilterField[] => [
  { kind: "search", name: "q", title: "编号、姓名、号码或内容", width: 230 },
  functionField(kinds, "choices"),
  statusField,
  clockField,
  unionField(union, { title: "提交到的工会", width: 180 }),
  {
    kind: "days",
    name: "filed",
    title: "提交",
    from: "filedFrom",
    to: "filedTo",
    more: true,
  },
  roleField(true),
  unionField(seatUnion, { name: "seatUnionId", title: "由哪个工会办理", more: true }),
  {
    kind: "custom",
    name: "who",
    title: "按号码找的人",
    more: true,
    draw: () => <span>在搜索框里输入完整的身份证号或手机号。</span>,
    words: () => who ?? "已输入的号码",
  },
];
