// The register of proposals (提案台账): every proposal in reach, to be narrowed down, sorted, taken out, or put to the vote.
import { Button } from "antd";
import { useState } from "react";
import { useList } from "../../../list-state.ts";
import { useMe } from "../../../session.ts";
import { Day } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { ListPage } from "../../../ui/list-page.tsx";
import { Nothing } from "../../../ui/money.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { countWords } from "../../../ui/words.ts";
import { categoryOptions, stateOptions } from "./forms.ts";
import { NewSelectionPanel } from "./new-selection.tsx";
import { ProposalPanel } from "./proposal-panel.tsx";
import { type Proposal, proposalsFile, readProposals, stateTone } from "./proposals.ts";
import { ProposalsTabs } from "./proposals-tabs.tsx";

const columns: PageColumn<Proposal>[] = [
  { key: "title", title: "案名", width: 230, cell: ({ title }) => title },
  {
    key: "state",
    title: "进度",
    width: 150,
    phone: "tag",
    cell: (row) => (
      <StatusTag tone={stateTone(row)} quiet>
        {row.late ? `${row.stateName}，已超期` : row.stateName}
      </StatusTag>
    ),
  },
  {
    key: "number",
    title: "提案号",
    width: 104,
    sortable: true,
    cell: ({ number }) => number ?? <Nothing />,
  },
  { key: "proposer", title: "提案人", width: 84, cell: ({ proposer }) => proposer },
  {
    key: "seconded",
    title: "附议",
    width: 64,
    align: "right",
    cell: ({ seconded }) => countWords(seconded),
  },
  {
    key: "category",
    title: "类别",
    width: 160,
    hidden: true,
    cell: ({ categoryName }) => categoryName,
  },
  {
    key: "department",
    title: "承办部门",
    width: 120,
    cell: ({ department }) => department ?? <Nothing />,
  },
  {
    key: "made",
    title: "提出日期",
    width: 116,
    sortable: true,
    cell: ({ madeDay }) => <Day value={madeDay} />,
  },
  {
    key: "due",
    title: "这一步的期限",
    width: 128,
    sortable: true,
    cell: ({ dueDay }) => <Day value={dueDay} />,
  },
  {
    key: "rating",
    title: "评价",
    width: 92,
    cell: ({ satisfactionName }) => satisfactionName ?? <Nothing />,
  },
  { key: "union", title: "工会", width: 200, hidden: true, cell: ({ union }) => union.name },
  {
    key: "campaign",
    title: "征集活动",
    width: 180,
    hidden: true,
    cell: ({ campaign }) => campaign ?? <Nothing />,
  },
];

const fields: FilterField[] = [
  { kind: "search", name: "q", title: "提案号、案名或承办部门" },
  { kind: "choice", name: "state", title: "进度", width: 148, options: stateOptions },
  { kind: "choice", name: "category", title: "类别", width: 168, options: categoryOptions },
  {
    kind: "choice",
    name: "late",
    title: "时限",
    width: 112,
    options: [{ value: "true", title: "已超期" }],
  },
];

export function Page() {
  const [nominees, setNominees] = useState<readonly Proposal[]>();
  const { post } = useMe();
  const list = useList(["proposals", "list"], readProposals);
  return (
    <ListPage
      title="提案与厂务公开"
      sentence="会员提案，同事附议，工会立案交部门答复，提案人评价；不满意的重新办理一次。"
      above={<ProposalsTabs here="proposals" />}
      id="proposals.list"
      label="提案"
      unit="件提案"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={fields}
      batch={(rows) => <Nominate rows={rows} onNominate={setNominees} />}
      panel={({ key, ways }) => <ProposalPanel id={key} {...ways} />}
      empty={{
        sentence: "还没有提案",
        hint: "会员在手机上提交“职工提案”后出现在这里；也可以开一次征集。",
      }}
      file={proposalsFile}
    >
      {post ? (
        <NewSelectionPanel
          union={post.org.id}
          nominees={nominees}
          onClose={() => setNominees(undefined)}
        />
      ) : null}
    </ListPage>
  );
}

interface NominateProps {
  readonly rows: readonly Proposal[];
  readonly onNominate: (rows: readonly Proposal[]) => void;
}

/** Only what was answered and closed stands for election. */
function Nominate({ rows, onNominate }: NominateProps) {
  const closed = rows.filter(({ state }) => state === "closed");
  const fit = closed.length === rows.length && rows.length > 1;
  return (
    <>
      <Button disabled={!fit} onClick={() => onNominate(rows)}>
        用选中的 {rows.length} 件开展评选
      </Button>
      {fit ? null : <span>至少选两件，而且都要是“已办结”的。</span>}
    </>
  );
}
