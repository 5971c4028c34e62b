// Columns and filters of the roster (名册栏目与筛选).
import { Input } from "antd";
import { Day } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { Nothing } from "../../../ui/money.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { UnionPicker } from "../../../unions/union-picker.tsx";
import type { Member } from "./members.ts";
import { choicesOf, StateTag, stateTitles, VerdictTag, verdictTitles } from "./words.tsx";

export const columns: PageColumn<Member>[] = [
  { key: "name", title: "姓名", width: 96, sortable: true, cell: ({ name }) => name },
  {
    key: "state",
    title: "会籍",
    width: 112,
    phone: "tag",
    cell: ({ state }) => <StateTag state={state} />,
  },
  {
    key: "union",
    title: "所在工会",
    width: 260,
    sortable: true,
    cell: ({ unionName }) => <span title={unionName}>{unionName}</span>,
  },
  { key: "sex", title: "性别", width: 64, phone: "none", cell: ({ sex }) => sex },
  {
    key: "age",
    title: "年龄",
    width: 80,
    align: "right",
    sortable: true,
    phone: "none",
    cell: ({ age }) => age ?? <Nothing />,
  },
  {
    key: "occupation",
    title: "工种",
    width: 124,
    cell: ({ occupation, gig }) => (
      <>
        {occupation ?? <Nothing />}
        {gig ? <span className="nj-listen">，新就业形态劳动者</span> : null}
      </>
    ),
  },
  {
    key: "gig",
    title: "新就业形态",
    width: 104,
    hidden: true,
    phone: "none",
    cell: ({ gig }) => (gig ? "是" : "否"),
  },
  {
    key: "employer",
    title: "工作单位",
    width: 220,
    hidden: true,
    phone: "none",
    cell: ({ employer }) => (employer ? <span title={employer}>{employer}</span> : <Nothing />),
  },
  {
    key: "phone",
    title: "手机号",
    width: 128,
    cell: ({ phoneMask }) => phoneMask ?? <Nothing />,
  },
  {
    key: "document",
    title: "证件号码",
    width: 184,
    hidden: true,
    phone: "none",
    cell: ({ idMask }) => idMask,
  },
  {
    key: "verified",
    title: "实名核验",
    width: 104,
    help: "与公安、社保比对的结果；不一致和查无的要请本人核对。",
    cell: ({ verified }) => <VerdictTag verdict={verified} />,
  },
  {
    key: "joined",
    title: "入会日期",
    width: 116,
    sortable: true,
    cell: ({ joinedDay }) => <Day value={joinedDay} />,
  },
  {
    key: "number",
    title: "会员号",
    width: 160,
    hidden: true,
    phone: "none",
    cell: ({ number }) => number,
  },
];

const yesNo = [
  { value: "true", title: "新就业形态劳动者" },
  { value: "false", title: "单位职工等其他会员" },
];

/** `unionName` is the picked union's, for the tag that shows a filter out of sight. */
export const filterFields = (unionName: string | undefined): FilterField[] => [
  { kind: "search", name: "q", title: "姓名、拼音或首字母", width: 190 },
  {
    kind: "custom",
    name: "unionId",
    title: "所在工会",
    width: 220,
    draw: (value, set) => (
      <UnionPicker title="所在工会" value={value || undefined} onChange={set} />
    ),
    words: () => unionName ?? "已选的工会",
  },
  {
    kind: "choice",
    name: "state",
    title: "会籍",
    width: 116,
    options: choicesOf(stateTitles),
  },
  { kind: "choice", name: "gig", title: "就业形态", width: 132, options: yesNo },
  {
    kind: "choice",
    name: "verified",
    title: "实名核验",
    width: 116,
    options: choicesOf(verdictTitles),
  },
  { kind: "days", name: "joined", title: "入会", from: "joinedFrom", to: "joinedTo", more: true },
  {
    kind: "choice",
    name: "sex",
    title: "性别",
    more: true,
    options: [
      { value: "1", title: "男" },
      { value: "2", title: "女" },
    ],
  },
  {
    kind: "custom",
    name: "occupation",
    title: "工种",
    more: true,
    draw: (value, set) => (
      <Input
        allowClear
        aria-label="工种"
        placeholder="工种全称，例如：装配工"
        maxLength={40}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    ),
    words: (value) => value,
  },
];
