// Disclosures (公开事项): what is open to members, how many read it; publishing one, withdrawing one with a reason.
import { Button } from "antd";
import { useState } from "react";
import { useList } from "../../../list-state.ts";
import { useMe } from "../../../session.ts";
import { Day } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { countWords } from "../../../ui/words.ts";
import { CaseForm } from "../../functions/case-form.tsx";
import { DisclosurePanel } from "./disclosure-panel.tsx";
import { disclosureForm, kindOptions } from "./forms.ts";
import {
  type Disclosure,
  disclosuresFile,
  disclosureTones,
  type NewDisclosure,
  readDisclosures,
  useDisclose,
} from "./proposals.ts";
import { ProposalsTabs } from "./proposals-tabs.tsx";

const columns: PageColumn<Disclosure>[] = [
  { key: "title", title: "标题", width: 300, sortable: true, cell: ({ title }) => title },
  {
    key: "state",
    title: "状态",
    width: 130,
    phone: "tag",
    cell: ({ state, stateName }) => (
      <StatusTag tone={disclosureTones[state]} quiet>
        {stateName}
      </StatusTag>
    ),
  },
  { key: "kind", title: "类别", width: 240, cell: ({ kindName }) => kindName },
  {
    key: "from",
    title: "公开日期",
    width: 120,
    sortable: true,
    cell: ({ fromDay }) => <Day value={fromDay} />,
  },
  {
    key: "seen",
    title: "看过的会员",
    width: 120,
    sortable: true,
    align: "right",
    cell: ({ seen }) => countWords(seen ?? 0),
  },
  { key: "union", title: "工会", width: 240, cell: ({ union }) => union.name },
];

const fields: FilterField[] = [
  { kind: "search", name: "q", title: "标题" },
  { kind: "choice", name: "kind", title: "类别", width: 260, options: kindOptions },
];

export function Page() {
  const [writing, setWriting] = useState(false);
  const list = useList(["proposals", "disclosures"], readDisclosures);
  return (
    <ListPage
      title="公开事项"
      sentence="应当向职工公开的事项；本工会的会员在手机上看得到，别的工会看不到。"
      action={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setWriting(true)}>
          发布公开事项
        </Button>
      }
      above={<ProposalsTabs here="disclosures" />}
      id="proposals.disclosures"
      label="公开事项"
      unit="个事项"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={fields}
      file={disclosuresFile}
      panel={({ key, ways }) => <DisclosurePanel id={key} {...ways} />}
      empty={{ sentence: "还没有公开事项", hint: "发布一个，会员在手机上就能看到。" }}
    >
      <Publish open={writing} onClose={() => setWriting(false)} />
    </ListPage>
  );
}

function Publish({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { post } = useMe();
  const disclose = useDisclose(onClose);
  return (
    <SidePanel open={open} onClose={onClose} title="发布公开事项">
      <FormShell<NewDisclosure>
        name="disclosure"
        initialValues={post ? { union: post.org.id } : {}}
        onSubmit={(values) => disclose.mutate(values)}
        submit="发布"
        submitting={disclose.isPending}
        problem={disclose.error}
        note="发布后不能改，只能撤回；请不要写入职工的身份证号、病情等个人信息。"
      >
        <CaseForm form={disclosureForm()} />
      </FormShell>
    </SidePanel>
  );
}
