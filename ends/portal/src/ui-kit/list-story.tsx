// The list (列表样张): page head, filters, table, batch, side panel, unmasking, confirmation.

import { App, Button } from "antd";
import { useEffect, useState } from "react";
import { useListPlace } from "../list-state.ts";
import { useConfirm } from "../ui/confirm.tsx";
import { Day } from "../ui/day.tsx";
import type { FilterField } from "../ui/filter/fields.ts";
import { FilterBar } from "../ui/filter/filter-bar.tsx";
import { DownloadOutlined } from "../ui/icons.tsx";
import { type ListState, sortingOf } from "../ui/list.ts";
import { Masked } from "../ui/masked.tsx";
import { Money } from "../ui/money.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Facts } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { StatusTag } from "../ui/status-tag.tsx";
import type { PageColumn } from "../ui/table/columns.ts";
import { PageTable } from "../ui/table/page-table.tsx";
import { type Person, people } from "./people.ts";

const statusTags = {
  member: <StatusTag tone="done">会员</StatusTag>,
  kept: <StatusTag tone="off">保留会籍</StatusTag>,
  suspect: <StatusTag tone="warn">疑似重复</StatusTag>,
};

const columns: PageColumn<Person>[] = [
  { key: "name", title: "姓名", width: 110, cell: (row) => row.name, sortable: true },
  {
    key: "status",
    title: "会籍状态",
    width: 130,
    cell: (row) => statusTags[row.status],
    phone: "tag",
  },
  { key: "union", title: "所在工会", width: 280, cell: (row) => row.union },
  { key: "job", title: "职业", width: 120, cell: (row) => row.job },
  { key: "phone", title: "手机号", width: 150, cell: (row) => row.phone },
  { key: "idNumber", title: "身份证号", width: 200, cell: (row) => row.idNumber, hidden: true },
  {
    key: "joined",
    title: "入会日期",
    width: 130,
    cell: (row) => <Day value={row.joined} />,
    sortable: true,
  },
  {
    key: "duesFen",
    title: "本年会费",
    width: 130,
    align: "right",
    sortable: true,
    help: "今年 1 月 1 日以来已入账的会费，含代扣代缴。",
    cell: (row) => <Money fen={row.duesFen} />,
  },
];

const fields: FilterField[] = [
  { kind: "search", name: "q", title: "姓名、手机号或身份证号" },
  {
    kind: "choice",
    name: "status",
    title: "会籍状态",
    options: [
      { value: "member", title: "会员" },
      { value: "kept", title: "保留会籍" },
      { value: "suspect", title: "疑似重复" },
    ],
  },
  { kind: "days", name: "joined", from: "joinedFrom", to: "joinedTo", title: "入会" },
  {
    kind: "choices",
    name: "job",
    title: "职业",
    more: true,
    options: ["装配工", "快递员", "教师", "货车司机", "护士"].map((title) => ({
      value: title,
      title,
    })),
  },
  { kind: "choice", name: "union", title: "所在工会", more: true, options: [] },
];

/** Stands in for the server: filters, sorts and cuts a page, after a moment. */
function ask(state: ListState): { rows: Person[]; total: number } {
  const { q, status, job } = state.filters;
  const sorting = sortingOf(state.sort);
  const found = people.filter(
    (one) =>
      (!q || one.name.includes(q)) &&
      (!status || one.status === status) &&
      (!job || job.split(",").includes(one.job)),
  );
  if (sorting) {
    const key = sorting.key as keyof Person;
    found.sort((a, b) => (a[key] < b[key] ? -1 : 1) * (sorting.descending ? -1 : 1));
  }
  const from = (state.page - 1) * state.size;
  return { rows: found.slice(from, from + state.size), total: found.length };
}

export function ListStory() {
  const { state, go, openKey, open } = useListPlace();
  const [data, setData] = useState<ReturnType<typeof ask>>();
  const [times, setTimes] = useState(0);
  const [asking, setAsking] = useState(true);
  const remove = useRemove();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is what refreshing means
  useEffect(() => {
    setAsking(true);
    const timer = setTimeout(() => {
      setData(ask(state));
      setAsking(false);
    }, 500);
    return () => clearTimeout(timer);
  }, [state, times]);
  const at = data?.rows.findIndex((row) => row.id === openKey) ?? -1;
  const next = at >= 0 ? data?.rows[at + 1] : undefined;
  const previous = at > 0 ? data?.rows[at - 1] : undefined;
  return (
    <>
      <PageHead
        title="会员名册"
        sentence="本级及下级工会的会员。点一行看详情；敏感信息要写明用途才能查看。"
        action={<Button type="primary">导入名册</Button>}
        more={<Button>登记会员</Button>}
      />
      <PageTable
        id="kit.people"
        label="会员名册"
        unit="名会员"
        columns={columns}
        keyOf={(row) => row.id}
        state={state}
        onState={go}
        query={{ data, error: null, isFetching: asking, refetch: () => setTimes(times + 1) }}
        filters={
          <FilterBar
            fields={fields}
            filters={state.filters}
            onFilters={(filters) => go({ filters })}
          />
        }
        tools={<Button icon={<DownloadOutlined />}>导出</Button>}
        onOpen={(row) => open(row.id)}
        openKey={openKey}
        batch={(rows, clear) => (
          <>
            <Button onClick={clear}>发送通知</Button>
            <Button onClick={() => remove(rows, clear)}>移出名册</Button>
          </>
        )}
        empty={{ sentence: "名册里还没有会员", action: <Button type="primary">导入名册</Button> }}
      />
      <PersonPanel
        person={data?.rows[at]}
        onClose={() => open(undefined)}
        onPrevious={previous && (() => open(previous.id))}
        onNext={next && (() => open(next.id))}
      />
    </>
  );
}

function useRemove() {
  const confirm = useConfirm();
  const { message } = App.useApp();
  return async (rows: readonly Person[], clear: () => void) => {
    const note = await confirm({
      title: `将 ${rows.length} 名会员移出名册？`,
      effects: [
        "他们的电子会员卡立即失效。",
        "正在领取的待遇停发，历史记录保留。",
        "本人会收到通知和原因。",
      ],
      verb: `移出 ${rows.length} 人`,
      note: { title: "移出原因", required: true },
    });
    if (note === undefined) return;
    message.success(`已移出 ${rows.length} 人`);
    clear();
  };
}

interface PersonPanelProps {
  readonly person: Person | undefined;
  readonly onClose: () => void;
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
}

function PersonPanel({ person, onClose, onPrevious, onNext }: PersonPanelProps) {
  const reveal = (plain: string) => () =>
    new Promise<string>((resolve) => setTimeout(() => resolve(plain), 400));
  return (
    <SidePanel
      open={person !== undefined}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      title={person?.name ?? ""}
      subtitle={person?.union}
      actions={
        <>
          <Button>转接关系</Button>
          <Button type="primary">更正信息</Button>
        </>
      }
    >
      {person ? (
        <>
          <Facts
            title="基本信息"
            facts={[
              { title: "会籍状态", value: statusTags[person.status] },
              { title: "职业", value: person.job },
              {
                title: "手机号",
                value: (
                  <Masked title="手机号" masked={person.phone} onReveal={reveal("13812345678")} />
                ),
              },
              {
                title: "身份证号",
                value: (
                  <Masked
                    title="身份证号"
                    masked={person.idNumber}
                    onReveal={reveal("430121199003071234")}
                  />
                ),
              },
              {
                title: "银行账号",
                value: (
                  <Masked
                    title="银行账号"
                    masked="***************0912"
                    closed="只有经费岗位可以查看银行账号"
                  />
                ),
              },
              { title: "户籍地址", value: null },
            ]}
          />
          <Facts
            title="会籍"
            facts={[
              { title: "入会日期", value: <Day value={person.joined} /> },
              { title: "会员证号", value: "4301210026118" },
              { title: "所在工会", value: person.union, wide: true },
              { title: "本年会费", value: <Money fen={person.duesFen} /> },
            ]}
          />
        </>
      ) : null}
    </SidePanel>
  );
}
