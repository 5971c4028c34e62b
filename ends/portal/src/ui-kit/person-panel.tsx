// Person panel (样例详情): one sample person beside the list.
import { Button } from "antd";
import { Day } from "../ui/day.tsx";
import { Masked } from "../ui/masked.tsx";
import { Money } from "../ui/money.tsx";
import { type Fact, Facts } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import type { Person } from "./people.ts";
import { statusTags } from "./status-tags.tsx";

interface PersonPanelProps {
  readonly person: Person | undefined;
  readonly onClose: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

export function PersonPanel({ person, ...ways }: PersonPanelProps) {
  return (
    <SidePanel
      open={person !== undefined}
      {...ways}
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
          <Facts title="基本信息" facts={basics(person)} />
          <Facts title="会籍" facts={membership(person)} />
        </>
      ) : null}
    </SidePanel>
  );
}

const reveal = (plain: string) => () =>
  new Promise<string>((resolve) => setTimeout(() => resolve(plain), 400));

function basics({ status, job, phone, idNumber }: Person): Fact[] {
  const shut = "只有经费岗位可以查看银行账号";
  return [
    { title: "会籍状态", value: statusTags[status] },
    { title: "职业", value: job },
    {
      title: "手机号",
      value: <Masked title="手机号" masked={phone} onReveal={reveal("13812345678")} />,
    },
    {
      title: "身份证号",
      value: <Masked title="身份证号" masked={idNumber} onReveal={reveal("430121199003071234")} />,
    },
    {
      title: "银行账号",
      value: <Masked title="银行账号" masked="***************0912" closed={shut} />,
    },
    { title: "户籍地址", value: null },
  ];
}

const membership = ({ joined, union, duesFen }: Person): Fact[] => [
  { title: "入会日期", value: <Day value={joined} /> },
  { title: "会员证号", value: "4301210026118" },
  { title: "所在工会", value: union, wide: true },
  { title: "本年会费", value: <Money fen={duesFen} /> },
];
