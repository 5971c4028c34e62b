// Selections (优秀提案评选): votes under way and what came of earlier ones.
import { useRouter } from "@tanstack/react-router";
import { useList } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { Day } from "../../../ui/day.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { Nothing } from "../../../ui/money.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { countWords } from "../../../ui/words.ts";
import { proposalPaths } from "./addresses.ts";
import { readSelections, type Selection, selectionsFile, selectionTones } from "./proposals.ts";
import { ProposalsTabs } from "./proposals-tabs.tsx";

const columns: PageColumn<Selection>[] = [
  { key: "title", title: "名称", width: 260, sortable: true, cell: ({ title }) => title },
  {
    key: "state",
    title: "状态",
    width: 110,
    phone: "tag",
    cell: ({ state, stateName }) => (
      <StatusTag tone={selectionTones[state]} quiet>
        {stateName}
      </StatusTag>
    ),
  },
  {
    key: "nominees",
    title: "参评",
    width: 80,
    align: "right",
    cell: ({ nominees }) => countWords(nominees),
  },
  {
    key: "places",
    title: "评出",
    width: 80,
    align: "right",
    cell: ({ places }) => countWords(places),
  },
  {
    key: "ends",
    title: "投票截止",
    width: 120,
    sortable: true,
    cell: ({ endsDay }) => <Day value={endsDay} />,
  },
  {
    key: "ballots",
    title: "收到选票",
    width: 120,
    sortable: true,
    align: "right",
    help: "投票截止后自动计票，以前不公布。",
    cell: ({ ballots }) => (ballots === null ? <Nothing /> : countWords(ballots)),
  },
  { key: "union", title: "工会", width: 240, cell: ({ union }) => union.name },
];

export function Page() {
  const { history } = useRouter();
  const list = useList(["proposals", "selections"], readSelections);
  const closed = withSearch(proposalPaths.proposals(), { state: "closed" });
  return (
    <ListPage
      title="优秀提案评选"
      sentence="会员一人一票，截止后自动计票；票数并列、名额不够的单独列出，由工会委员会决定。"
      more={<TextLink to={closed}>从已办结的提案里选件参评</TextLink>}
      above={<ProposalsTabs here="selections" />}
      id="proposals.selections"
      label="优秀提案评选"
      unit="次评选"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      file={selectionsFile}
      onOpen={({ id }) => history.push(proposalPaths.selection(id))}
      empty={{
        sentence: "还没有评选",
        hint: "在提案台账里勾选两件以上已办结的提案，就可以开展评选。",
      }}
    />
  );
}
