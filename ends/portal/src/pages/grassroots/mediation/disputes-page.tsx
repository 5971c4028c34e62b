// Disputes (调解台账): every dispute in reach with its clock, to be narrowed down, sorted and taken out.
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useList } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { useMe } from "../../../session.ts";
import { NotFound } from "../../../shell/not-found.tsx";
import { Day } from "../../../ui/day.tsx";
import { Empty } from "../../../ui/empty.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { Money } from "../../../ui/money.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { dayWords } from "../../../ui/words.ts";
import { mediationPaths } from "./addresses.ts";
import { clockTone, type Dispute, disputesFile, readDisputes } from "./mediation.ts";
import { MediationTabs } from "./mediation-tabs.tsx";

const columns: PageColumn<Dispute>[] = [
  { key: "respondent", title: "用人单位", width: 220, cell: ({ respondent }) => respondent },
  {
    key: "state",
    title: "进度",
    width: 150,
    phone: "tag",
    cell: (row) => {
      const { tone, words } = clockTone(row);
      return (
        <StatusTag tone={tone} quiet>
          {words}
        </StatusTag>
      );
    },
  },
  {
    key: "applicant",
    title: "申请人",
    width: 120,
    cell: ({ applicant, people }) => (people > 1 ? `${applicant}等 ${people} 人` : applicant),
  },
  { key: "number", title: "办件编号", width: 150, cell: ({ number }) => number },
  {
    key: "filed",
    title: "申请日期",
    width: 116,
    sortable: true,
    cell: ({ filedAt }) => <Day value={dayWords(filedAt)} />,
  },
  {
    key: "due",
    title: "办结期限",
    width: 116,
    sortable: true,
    cell: ({ dueDay }) => <Day value={dueDay} />,
  },
  {
    key: "claimed",
    title: "请求金额",
    width: 124,
    align: "right",
    sortable: true,
    cell: ({ claimedFen }) => <Money fen={claimedFen} />,
  },
  {
    key: "recovered",
    title: "追回金额",
    width: 124,
    align: "right",
    cell: ({ recoveredFen }) => <Money fen={recoveredFen} />,
  },
  { key: "union", title: "受理工会", width: 160, hidden: true, cell: ({ unionName }) => unionName },
];

const fields: FilterField[] = [
  { kind: "search", name: "q", title: "办件编号或单位名称" },
  {
    kind: "choice",
    name: "state",
    title: "进度",
    width: 148,
    options: [
      { value: "filed", title: "等待受理" },
      { value: "returned", title: "等待补正" },
      { value: "accepted", title: "调解中" },
      { value: "agreed", title: "达成协议" },
      { value: "failed", title: "未达成协议" },
      { value: "redirected", title: "已告知去向" },
      { value: "refused", title: "未签字或者终止" },
      { value: "withdrawn", title: "已撤回" },
    ],
  },
  {
    kind: "choice",
    name: "late",
    title: "时限",
    width: 120,
    options: [{ value: "true", title: "没有按期" }],
  },
  { kind: "days", name: "filed", title: "申请日期", from: "from", to: "to", more: true },
];

const mine: FilterField = {
  kind: "choice",
  name: "mine",
  title: "承办",
  width: 120,
  options: [{ value: "true", title: "我承办的" }],
};

const leads = (role: string): boolean => role === "cadre" || role === "chair";

export function Page() {
  const { role } = useMe();
  if (role === "mediator" || leads(role)) return <Disputes />;
  return role === "officer" ? <OralOnly /> : <NotFound />;
}

/** An officer of a union records what a worker asks by mouth; the county looks after it from there. */
function OralOnly() {
  const { history } = useRouter();
  const record = () => history.push(paths.function("mediation.apply"));
  return (
    <>
      <PageHead
        title="劳动争议多元化解"
        sentence="职工口头申请的，当场替他记下来；受理、调解由县（市、区）总工会办。"
        action={
          <Button type="primary" icon={<PlusOutlined />} onClick={record}>
            记录口头申请
          </Button>
        }
      />
      <Section>
        <Empty
          sentence="替职工记下的申请，在工作台“我发起的”里看办到了哪一步"
          action={
            <TextLink to={paths.desk("mine", { function: "mediation.apply" })}>看我记下的</TextLink>
          }
        />
      </Section>
    </>
  );
}

function Disputes() {
  const { history } = useRouter();
  const { role } = useMe();
  const list = useList(["mediation", "disputes"], readDisputes);
  return (
    <ListPage
      title="劳动争议多元化解"
      sentence="一个工作日内答复是否受理，五个工作日办结；快到期和超期的会提醒调解员和县总工会。"
      above={<MediationTabs here="disputes" />}
      id="mediation.disputes"
      label="劳动争议"
      unit="件争议"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={role === "mediator" ? [...fields, mine] : fields}
      file={leads(role) ? disputesFile : undefined}
      onOpen={({ id }) => history.push(mediationPaths.dispute(id))}
      empty={{ sentence: "没有劳动争议", hint: "职工在手机上提交“调解申请”后出现在这里。" }}
    />
  );
}
