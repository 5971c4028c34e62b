// The archive of questions (质询档案): what workers asked and what was answered, open to members or not.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useListPlace } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { Day } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { FilterBar } from "../../../ui/filter/filter-bar.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { openRowOf } from "../../../ui/list.ts";
import { PageHead } from "../../../ui/page-head.tsx";
import { Facts } from "../../../ui/section.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { PageTable } from "../../../ui/table/page-table.tsx";
import { type Question, readQuestions } from "./proposals.ts";
import { ProposalsTabs } from "./proposals-tabs.tsx";

const Openness = ({ open }: Pick<Question, "open">) => (
  <StatusTag tone={open ? "done" : "off"} quiet>
    {open ? "向会员公开" : "不公开"}
  </StatusTag>
);

const columns: PageColumn<Question>[] = [
  { key: "title", title: "质询", width: 300, cell: ({ title }) => title },
  {
    key: "open",
    title: "公开",
    width: 120,
    phone: "tag",
    cell: ({ open }) => <Openness open={open} />,
  },
  { key: "number", title: "档案号", width: 120, cell: ({ number }) => number },
  { key: "by", title: "答复", width: 140, cell: ({ answeredBy }) => answeredBy },
  { key: "asked", title: "质询日期", width: 120, cell: ({ askedDay }) => <Day value={askedDay} /> },
  {
    key: "answered",
    title: "答复日期",
    width: 120,
    cell: ({ answeredDay }) => <Day value={answeredDay} />,
  },
  { key: "union", title: "工会", width: 240, cell: ({ union }) => union.name },
];

const fields: FilterField[] = [{ kind: "search", name: "q", title: "质询或档案号" }];

export function Page() {
  const place = useListPlace();
  const query = useQuery({
    queryKey: ["proposals", "questions", place.state],
    queryFn: () => readQuestions(place.state),
    placeholderData: keepPreviousData,
  });
  const { row, onPrevious, onNext } = openRowOf(query.data?.rows, ({ id }) => id, place);
  return (
    <>
      <PageHead
        title="质询档案"
        sentence="职工质询答复以后存在这里；正在办的在工作台。提问的人同意的，本工会会员看得到，不显示姓名。"
      />
      <ProposalsTabs here="questions" />
      <PageTable
        id="proposals.questions"
        label="质询档案"
        unit="件质询"
        columns={columns}
        keyOf={({ id }) => id}
        state={place.state}
        onState={place.go}
        query={query}
        filters={
          <FilterBar
            fields={fields}
            filters={place.state.filters}
            onFilters={(filters) => place.go({ filters })}
          />
        }
        onOpen={({ id }) => place.open(id)}
        openKey={place.openKey}
        empty={{ sentence: "还没有答复过的质询", hint: "会员在手机上提交“职工质询”，答复后存档。" }}
      />
      <SidePanel
        open={row !== undefined}
        onClose={() => place.open(undefined)}
        title={row?.title ?? "质询"}
        subtitle={row ? <Openness open={row.open} /> : undefined}
        actions={row ? <TextLink to={paths.case(row.id)}>看办件全过程</TextLink> : null}
        onPrevious={onPrevious}
        onNext={onNext}
      >
        {row ? (
          <Facts
            facts={[
              { title: "档案号", value: row.number },
              { title: "工会", value: row.union.name },
              { title: "质询日期", value: row.askedDay },
              { title: "答复日期", value: row.answeredDay },
              { title: "问题", value: row.question, wide: true },
              { title: `${row.answeredBy}答复`, value: row.answer, wide: true },
            ]}
          />
        ) : null}
      </SidePanel>
    </>
  );
}
