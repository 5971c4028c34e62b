// When terms end (届满一览): every union in reach by the last day of its committee, reminded or not, its renewal under way.
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useMemo } from "react";
import { useList } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { Day } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { ListPage } from "../../../ui/list-page.tsx";
import { Nothing } from "../../../ui/money.tsx";
import { Stat, Stats } from "../../../ui/stat.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { momentWords } from "../../../ui/words.ts";
import { useUnionName } from "../../../unions/union-name.ts";
import { UnionPicker } from "../../../unions/union-picker.tsx";
import styles from "./election.module.css";
import { readTerms, type Term, type Terms, termsFile } from "./election.ts";
import { TermPanel } from "./term-panel.tsx";
import { TermTag } from "./term-tag.tsx";

const leftWords = (left: number): string => (left < 0 ? `超期 ${-left} 天` : `${left} 天`);

/** What was only told of after the end is no reminder ahead of it. */
function reminderWords(reminders: Term["reminders"]): string {
  const ahead = reminders.filter(({ late }) => !late).map((one) => one.ahead);
  const late = reminders.some((one) => one.late) ? ["届满后"] : [];
  return [...(ahead.length > 0 ? [`提前 ${ahead.join("、")} 天`] : []), ...late].join("，");
}

const columns: PageColumn<Term>[] = [
  { key: "name", title: "工会", width: 300, sortable: true, cell: ({ union }) => union.name },
  {
    key: "state",
    title: "状态",
    width: 148,
    phone: "tag",
    cell: (term) => <TermTag term={term} />,
  },
  {
    key: "end",
    title: "届满日期",
    width: 132,
    sortable: true,
    cell: ({ endDay }) => <Day value={endDay} />,
  },
  {
    key: "left",
    title: "还有",
    width: 108,
    align: "right",
    cell: ({ left }) => (left === null ? <Nothing /> : leftWords(left)),
  },
  {
    key: "number",
    title: "届次",
    width: 90,
    cell: ({ number, extended }) =>
      number === null ? <Nothing /> : `第 ${number} 届${extended ? "（延期）" : ""}`,
  },
  { key: "chair", title: "主席", width: 100, cell: ({ chair }) => chair ?? <Nothing /> },
  {
    key: "reminders",
    title: "提醒",
    width: 150,
    help: "届满前 180、90、30 天各提醒一次，告知本级干事和主席、上级工会。",
    cell: ({ reminders }) => (reminders.length === 0 ? <Nothing /> : reminderWords(reminders)),
  },
  { key: "level", title: "级别", width: 130, cell: ({ levelName }) => levelName },
  { key: "parent", title: "上级工会", width: 220, cell: ({ parentName }) => parentName },
];

const fieldsOf = (picked: string | undefined): FilterField[] => [
  { kind: "search", name: "q", title: "工会名称", width: 200 },
  {
    kind: "choice",
    name: "state",
    title: "届满",
    width: 150,
    options: [
      { value: "over", title: "已届满" },
      { value: "month", title: "30 天内届满" },
      { value: "quarter", title: "90 天内届满" },
      { value: "half", title: "180 天内届满" },
      { value: "later", title: "180 天以后届满" },
      { value: "unknown", title: "没有届次记录" },
    ],
  },
  {
    kind: "choice",
    name: "level",
    title: "级别",
    width: 140,
    options: [
      { value: "city", title: "市级" },
      { value: "county", title: "县级" },
      { value: "town", title: "乡镇（街道）级" },
      { value: "grassroots", title: "基层" },
    ],
  },
  {
    kind: "custom",
    name: "under",
    title: "工会及其下级",
    width: 220,
    draw: (value, set) => (
      <UnionPicker title="工会及其下级" value={value || undefined} onChange={set} />
    ),
    words: () => picked ?? "已选的工会",
  },
];

/** The figures are ways into the list. */
function Counts({ terms }: { readonly terms: Terms | undefined }) {
  const at = (state: Term["state"]) => ({
    value: terms?.counts[state] ?? "—",
    unit: terms ? "个" : "",
    to: `${paths.room("grassroots", "election")}?state=${state}`,
  });
  return (
    <Stats>
      <Stat title="已届满" {...at("over")} late={terms?.counts.over ? "请督促换届" : undefined} />
      <Stat title="30 天内届满" {...at("month")} />
      <Stat title="90 天内届满" {...at("quarter")} />
      <Stat title="180 天内届满" {...at("half")} />
    </Stats>
  );
}

function lookWords(lastRun: Terms["lastRun"] | undefined): string {
  if (!lastRun) return "每天 8 时 10 分自动提醒：届满前 180、90、30 天各一次。";
  const { at, looked, reminded, told } = lastRun;
  return `每天自动提醒。上次 ${momentWords(at)} 查看 ${looked} 个任期，提醒 ${reminded} 个工会、${told} 人。`;
}

export function Page() {
  const list = useList(["election", "terms"], readTerms);
  const { history } = useRouter();
  const { data } = list.query;
  const picked = useUnionName(list.place.state.filters.under);
  const fields = useMemo(() => fieldsOf(picked), [picked]);
  const go = (id: string) => () => history.push(paths.function(id));
  return (
    <ListPage
      title="届满一览"
      sentence={lookWords(data?.lastRun)}
      action={
        <Button type="primary" onClick={go("election.renew")}>
          换届申请
        </Button>
      }
      more={
        <>
          <Button onClick={go("election.adjust")}>届中替补调整</Button>
          <Button onClick={go("election.merge")}>更名合并撤销</Button>
        </>
      }
      above={
        <div className={styles.counts}>
          <Counts terms={data} />
        </div>
      }
      id="election.terms"
      label="届满一览"
      unit="个工会"
      columns={columns}
      keyOf={({ union }) => union.id}
      list={list}
      fields={fields}
      file={termsFile}
      panel={({ row, ways }) => <TermPanel term={row} ways={ways} />}
      empty={{ sentence: "管理范围内还没有工会" }}
    />
  );
}
