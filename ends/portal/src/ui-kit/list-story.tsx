// The list (列表样张): page head, filters, table, batch, side panel, unmasking, confirmation.
import { App, Button } from "antd";
import { useListPlace } from "../list-state.ts";
import { useConfirm } from "../ui/confirm.tsx";
import { Day } from "../ui/day.tsx";
import type { FilterField } from "../ui/filter/fields.ts";
import { FilterBar } from "../ui/filter/filter-bar.tsx";
import { DownloadOutlined } from "../ui/icons.tsx";
import { openRowOf } from "../ui/list.ts";
import { Money } from "../ui/money.tsx";
import { PageHead } from "../ui/page-head.tsx";
import type { PageColumn } from "../ui/table/columns.ts";
import { PageTable } from "../ui/table/page-table.tsx";
import type { Person } from "./people.ts";
import { PersonPanel } from "./person-panel.tsx";
import { useSample } from "./sample-server.ts";
import { statusTags } from "./status-tags.tsx";

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

export function ListStory() {
  const place = useListPlace();
  const { state, go, openKey, open } = place;
  const query = useSample(state);
  const remove = useRemove();
  const keyOf = (row: Person) => row.id;
  const { row, ...ways } = openRowOf(query.data?.rows, keyOf, place);
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
        keyOf={keyOf}
        state={state}
        onState={go}
        query={query}
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
      <PersonPanel person={row} onClose={() => open(undefined)} {...ways} />
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
