// Lawyers and duty (律师和值班): who may be assigned and how much they have in hand, and who answers on which day.
import { Button } from "antd";
import { useState } from "react";
import { useList } from "../../../list-state.ts";
import { useMe } from "../../../session.ts";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { DutySection } from "./duty-section.tsx";
import { LawyerPanel } from "./lawyer-panel.tsx";
import { type Lawyer, readLawyers } from "./lawyers.ts";
import styles from "./legal-aid.module.css";
import { LegalAidTabs } from "./legal-aid-tabs.tsx";
import { RegisterPanel } from "./register-panel.tsx";
import { specialities, starWords } from "./words.ts";

const columns: PageColumn<Lawyer>[] = [
  { key: "name", title: "律师", width: 110, sortable: true, cell: ({ name }) => name },
  {
    key: "state",
    title: "状态",
    width: 110,
    phone: "tag",
    cell: ({ active, onDuty }) => (
      <StatusTag tone={active ? (onDuty ? "doing" : "done") : "off"} quiet>
        {active ? (onDuty ? "今天值班" : "在用") : "已停用"}
      </StatusTag>
    ),
  },
  { key: "firm", title: "律师事务所", width: 200, cell: ({ firm }) => firm },
  {
    key: "specialities",
    title: "专长",
    width: 260,
    cell: ({ specialityNames }) => specialityNames.join("、"),
  },
  { key: "serves", title: "优先服务", width: 140, cell: ({ servesName }) => servesName },
  {
    key: "open",
    title: "在办",
    width: 80,
    align: "right",
    sortable: true,
    cell: ({ open }) => `${open} 件`,
  },
  {
    key: "answered",
    title: "答复咨询",
    width: 96,
    align: "right",
    cell: ({ answered }) => `${answered} 次`,
  },
  {
    key: "stars",
    title: "职工评价",
    width: 110,
    sortable: true,
    cell: ({ stars }) => starWords(stars),
  },
  {
    key: "practice",
    title: "执业证号",
    width: 180,
    hidden: true,
    cell: ({ practiceNumber }) => practiceNumber,
  },
];

const fields: FilterField[] = [
  { kind: "search", name: "q", title: "姓名或律所" },
  { kind: "choice", name: "speciality", title: "专长", width: 200, options: specialities },
  {
    kind: "choice",
    name: "active",
    title: "状态",
    width: 120,
    options: [
      { value: "true", title: "在用" },
      { value: "false", title: "已停用" },
    ],
  },
];

export function Page() {
  const [adding, setAdding] = useState(false);
  const { role } = useMe();
  const list = useList(["legal-aid", "lawyers"], readLawyers);
  return (
    <ListPage
      title="律师和值班"
      sentence="登记过的律师才能值班、接受指派；与对方单位有关系的请先申报，系统不会指派。"
      action={
        role === "cadre" ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            登记律师
          </Button>
        ) : null
      }
      above={
        <>
          <LegalAidTabs here="lawyers" />
          <div className={styles.above}>
            <DutySection lawyers={list.query.data?.rows ?? []} mayChange={role === "cadre"} />
          </div>
        </>
      }
      id="legal-aid.lawyers"
      label="援助律师"
      unit="名律师"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={fields}
      panel={({ row, ways }) => <LawyerPanel lawyer={row} onClose={ways.onClose} />}
      empty={{
        sentence: "还没有登记援助律师",
        hint: "先由系统管理员设一个律师岗位，再来登记专长和律所。",
      }}
    >
      <RegisterPanel open={adding} onClose={() => setAdding(false)} />
    </ListPage>
  );
}
