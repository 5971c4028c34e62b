// Matters (援助案件): every application in reach and what came of it; a lawyer's own.
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useList } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { useMe } from "../../../session.ts";
import { Day } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { ListPage } from "../../../ui/list-page.tsx";
import { Money, Nothing } from "../../../ui/money.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { dayWords } from "../../../ui/words.ts";
import { legalAidPaths } from "./addresses.ts";
import { type Matter, mattersFile, readMatters } from "./legal-aid.ts";
import { LegalAidTabs } from "./legal-aid-tabs.tsx";
import { matterKinds, states, stateTones, verdictTones } from "./words.ts";

const columns: PageColumn<Matter>[] = [
  { key: "respondent", title: "对方单位", width: 190, cell: ({ respondent }) => respondent },
  {
    key: "state",
    title: "进度",
    width: 130,
    phone: "tag",
    cell: ({ state, stateName }) => (
      <StatusTag tone={stateTones[state] ?? "wait"} quiet>
        {stateName}
      </StatusTag>
    ),
  },
  { key: "applicant", title: "申请人", width: 80, cell: ({ applicant }) => applicant },
  { key: "kind", title: "什么事", width: 130, cell: ({ kindName }) => kindName },
  {
    key: "verdict",
    title: "系统认定",
    width: 160,
    help: "按法律援助法和本地参数认定，最后由人决定；理由在案件里",
    cell: ({ verdict, verdictName }) => (
      <StatusTag tone={verdictTones[verdict] ?? "wait"} quiet>
        {verdictName}
      </StatusTag>
    ),
  },
  { key: "lawyer", title: "承办律师", width: 90, cell: ({ lawyer }) => lawyer ?? <Nothing /> },
  {
    key: "filed",
    title: "申请日期",
    width: 112,
    sortable: true,
    cell: ({ filedAt }) => <Day value={dayWords(filedAt)} />,
  },
  {
    key: "due",
    title: "指派期限",
    hidden: true,
    width: 116,
    sortable: true,
    cell: ({ assignDueDay, state }) => <Day value={state === "granted" ? assignDueDay : null} />,
  },
  {
    key: "claim",
    title: "涉及金额",
    width: 118,
    align: "right",
    sortable: true,
    cell: ({ claimFen }) => <Money fen={claimFen} />,
  },
  {
    key: "recovered",
    title: "追回金额",
    width: 118,
    align: "right",
    sortable: true,
    cell: ({ recoveredFen }) => <Money fen={recoveredFen} />,
  },
  { key: "number", title: "案号", width: 150, hidden: true, cell: ({ number }) => number },
  { key: "union", title: "总工会", width: 160, hidden: true, cell: ({ unionName }) => unionName },
];

const fields: FilterField[] = [
  { kind: "search", name: "q", title: "案号、单位或律师" },
  { kind: "choice", name: "state", title: "进度", width: 148, options: states },
  { kind: "choice", name: "kind", title: "什么事", width: 180, options: matterKinds },
  { kind: "days", name: "filed", title: "申请日期", from: "from", to: "to", more: true },
];

const usual = { sort: "-filed" } as const;

export function Page() {
  const { history } = useRouter();
  const { role } = useMe();
  const list = useList(["legal-aid", "matters"], readMatters, usual);
  const change = () => history.push(paths.function("legal-aid.assign"));
  return (
    <ListPage
      title="法律援助"
      sentence={
        role === "lawyer"
          ? "您在办和办过的援助；每办一步，写一条日志，职工手机上看得到。"
          : "七日内审批，批准后三日内指派律师；期限快到的先办。"
      }
      more={role === "cadre" ? <Button onClick={change}>更换律师</Button> : null}
      above={<LegalAidTabs here="matters" />}
      id="legal-aid.matters"
      label="法律援助案件"
      unit="件援助"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={fields}
      file={role === "lawyer" ? undefined : mattersFile}
      onOpen={({ id }) => history.push(legalAidPaths.matter(id))}
      empty={{
        sentence: "还没有法律援助",
        hint: "职工在手机上提交“法律援助申请”后出现在这里。",
      }}
    />
  );
}
