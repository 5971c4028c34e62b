// The archive of questions (质询档案): what workers asked and what was answered, open to members or not.
import { useList } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { Day } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { TextLink } from "../../../ui/link.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { type Question, questionsFile, readQuestions } from "./proposals.ts";
import { ProposalsTabs } from "./proposals-tabs.tsx";

const Openness = ({ open }: Pick<Question, "open">) => (
  <StatusTag tone={open ? "done" : "off"} quiet>
    {open ? "向会员公开" : "不公开"}
  </StatusTag>
);

const columns: PageColumn<Question>[] = [
  { key: "title", title: "质询", width: 284, cell: ({ title }) => title },
  {
    key: "open",
    title: "公开",
    width: 120,
    phone: "tag",
    cell: ({ open }) => <Openness open={open} />,
  },
  { key: "number", title: "档案号", width: 120, sortable: true, cell: ({ number }) => number },
  { key: "by", title: "答复", width: 140, cell: ({ answeredBy }) => answeredBy },
  {
    key: "asked",
    title: "质询日期",
    width: 120,
    sortable: true,
    cell: ({ askedDay }) => <Day value={askedDay} />,
  },
  {
    key: "answered",
    title: "答复日期",
    width: 120,
    sortable: true,
    cell: ({ answeredDay }) => <Day value={answeredDay} />,
  },
  { key: "union", title: "工会", width: 240, cell: ({ union }) => union.name },
];

const fields: FilterField[] = [{ kind: "search", name: "q", title: "质询或档案号" }];

export function Page() {
  const list = useList(["proposals", "questions"], readQuestions);
  return (
    <ListPage
      title="质询档案"
      sentence="答复过的质询存在这里；提问人同意公开的，本工会会员看得到，不显示姓名。"
      above={<ProposalsTabs here="questions" />}
      id="proposals.questions"
      label="质询档案"
      unit="件质询"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={fields}
      file={questionsFile}
      panel={({ row, ways }) => <QuestionPanel question={row} {...ways} />}
      empty={{ sentence: "还没有答复过的质询", hint: "会员在手机上提交“职工质询”，答复后存档。" }}
    />
  );
}

interface QuestionPanelProps extends PanelWays {
  readonly question: Question | undefined;
}

function QuestionPanel({ question, ...ways }: QuestionPanelProps) {
  return (
    <SidePanel
      open={question !== undefined}
      {...ways}
      title={question?.title ?? "质询"}
      subtitle={question ? <Openness open={question.open} /> : undefined}
      actions={question ? <TextLink to={paths.case(question.id)}>看办件全过程</TextLink> : null}
    >
      {question ? (
        <Facts
          facts={[
            { title: "档案号", value: question.number },
            { title: "工会", value: question.union.name },
            { title: "质询日期", value: question.askedDay },
            { title: "答复日期", value: question.answeredDay },
            { title: "问题", value: question.question, wide: true },
            { title: `${question.answeredBy}答复`, value: question.answer, wide: true },
          ]}
        />
      ) : null}
    </SidePanel>
  );
}
