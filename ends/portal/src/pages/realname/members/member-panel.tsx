// Member panel (会员详情): the essentials of one row beside the list, and the way to the person's page.

import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { paths } from "../../../paths.ts";
import { Day } from "../../../ui/day.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { type Fact, Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { UnmaskedText } from "../../people/unmask.tsx";
import type { Member } from "./members.ts";
import { StateTag, VerdictTag } from "./words.tsx";

interface MemberPanelProps extends PanelWays {
  readonly member: Member | undefined;
}

export function MemberPanel({ member, ...ways }: MemberPanelProps) {
  const { history } = useRouter();
  return (
    <SidePanel
      open={member !== undefined}
      {...ways}
      title={member?.name ?? ""}
      subtitle={member ? <StateTag state={member.state} /> : null}
      actions={
        <Button onClick={() => member && history.push(paths.person(member.personId))}>
          打开完整档案
        </Button>
      }
    >
      {member ? (
        <>
          <Facts title="会籍" facts={membershipOf(member)} />
          <Facts title="本人" facts={personOf(member)} />
          <Facts title="工作" facts={workOf(member)} />
        </>
      ) : null}
    </SidePanel>
  );
}

const membershipOf = ({ unionId, unionName, number, joinedDay }: Member): Fact[] => [
  {
    title: "所在工会",
    value: <TextLink to={paths.union(unionId)}>{unionName}</TextLink>,
    wide: true,
  },
  { title: "会员号", value: number },
  { title: "入会日期", value: <Day value={joinedDay} /> },
];

const personOf = ({ personId, name, sex, age, idMask, phoneMask, verified }: Member): Fact[] => [
  {
    title: "姓名",
    value: <UnmaskedText personId={personId} field="name" title="姓名" masked={name} />,
  },
  {
    title: "性别、年龄",
    value: [sex, age === null ? null : `${age} 岁`].filter(Boolean).join("，"),
  },
  {
    title: "手机号",
    value: phoneMask && (
      <UnmaskedText personId={personId} field="phone" title="手机号" masked={phoneMask} />
    ),
  },
  {
    title: "证件号码",
    value: (
      <UnmaskedText personId={personId} field="documentNumber" title="证件号码" masked={idMask} />
    ),
  },
  { title: "实名核验", value: <VerdictTag verdict={verified} /> },
];

const workOf = ({ employer, occupation, gig }: Member): Fact[] => [
  { title: "工作单位", value: employer, wide: true },
  { title: "工种", value: occupation },
  { title: "新就业形态劳动者", value: gig ? "是" : "否" },
];
