// Campaigns (提案征集活动): those in reach with what came of them; opening one, ending one early.
import { Button } from "antd";
import { useState } from "react";
import { useList } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useMe } from "../../../session.ts";
import { useConfirm } from "../../../ui/confirm.tsx";
import { Day } from "../../../ui/day.tsx";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { countWords } from "../../../ui/words.ts";
import { CaseForm } from "../../functions/case-form.tsx";
import { proposalPaths } from "./addresses.ts";
import { campaignForm } from "./forms.ts";
import {
  type Campaign,
  type NewCampaign,
  readCampaigns,
  useCloseCampaign,
  useOpenCampaign,
} from "./proposals.ts";
import { ProposalsTabs } from "./proposals-tabs.tsx";

const tones: Record<Campaign["state"], Tone> = { early: "wait", open: "doing", over: "off" };

const columns: PageColumn<Campaign>[] = [
  { key: "title", title: "名称", width: 240, cell: ({ title }) => title },
  {
    key: "state",
    title: "状态",
    width: 104,
    phone: "tag",
    cell: ({ state, stateName }) => (
      <StatusTag tone={tones[state]} quiet>
        {stateName}
      </StatusTag>
    ),
  },
  { key: "words", title: "征集说明", width: 250, cell: ({ words }) => words },
  { key: "from", title: "开始", width: 116, cell: ({ fromDay }) => <Day value={fromDay} /> },
  { key: "to", title: "结束", width: 116, cell: ({ toDay }) => <Day value={toDay} /> },
  {
    key: "made",
    title: "收到提案",
    width: 92,
    align: "right",
    cell: ({ id, made }) => (
      <TextLink to={withSearch(proposalPaths.proposals(), { campaign: id })}>
        {countWords(made)}
      </TextLink>
    ),
  },
  {
    key: "filed",
    title: "已立案",
    width: 80,
    align: "right",
    cell: ({ filed }) => countWords(filed),
  },
  { key: "union", title: "工会", width: 200, hidden: true, cell: ({ union }) => union.name },
  { key: "end", title: "操作", width: 104, cell: (campaign) => <EndEarly campaign={campaign} /> },
];

function EndEarly({ campaign: { id, title, state } }: { readonly campaign: Campaign }) {
  const close = useCloseCampaign();
  const confirm = useConfirm();
  if (state === "over") return null;
  const end = () =>
    confirm({
      title: `结束“${title}”？`,
      effects: ["以后的提案不再列入这次征集。", "已经提交的提案照常办理。"],
      verb: "结束征集",
      run: () => close.mutateAsync(id),
    });
  return (
    <button type="button" className="nj-word" onClick={end}>
      提前结束
    </button>
  );
}

export function Page() {
  const [opening, setOpening] = useState(false);
  const list = useList(["proposals", "campaigns"], readCampaigns);
  return (
    <ListPage
      title="提案征集活动"
      sentence="征集期间会员的提案自动列入；平时也可以随时提案。"
      action={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
          开展征集
        </Button>
      }
      above={<ProposalsTabs here="campaigns" />}
      id="proposals.campaigns"
      label="征集活动"
      unit="次征集"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      empty={{ sentence: "还没有开过征集", hint: "开职代会以前，可以先开一次征集。" }}
    >
      <OpenCampaign open={opening} onClose={() => setOpening(false)} />
    </ListPage>
  );
}

function OpenCampaign({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { post } = useMe();
  const command = useOpenCampaign(onClose);
  return (
    <SidePanel open={open} onClose={onClose} title="开展提案征集">
      <FormShell<NewCampaign>
        name="campaign"
        initialValues={post ? { union: post.org.id } : {}}
        onSubmit={(values) => command.mutate(values)}
        submit="开展征集"
        submitting={command.isPending}
        problem={command.error}
      >
        <CaseForm form={campaignForm()} />
      </FormShell>
    </SidePanel>
  );
}
