// Questions that lawyers answered (法律咨询): of which kind, by whom, on duty or not, and what the worker thinks of it.
import { useRouter } from "@tanstack/react-router";
import { useList } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { Moment } from "../../../ui/day.tsx";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { ListPage } from "../../../ui/list-page.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { type Consultation, readConsultations } from "./legal-aid.ts";
import { LegalAidTabs } from "./legal-aid-tabs.tsx";
import { matterKinds, starWords } from "./words.ts";

const columns: PageColumn<Consultation>[] = [
  { key: "kind", title: "哪方面", width: 180, cell: ({ kindName }) => kindName },
  {
    key: "stars",
    title: "职工评价",
    width: 110,
    phone: "tag",
    cell: ({ stars }) => starWords(stars),
  },
  {
    key: "lawyer",
    title: "答复的律师",
    width: 150,
    cell: ({ lawyer, onDuty }) => `${lawyer}律师${onDuty ? "（值班）" : ""}`,
  },
  { key: "asked", title: "提问", width: 150, cell: ({ askedAt }) => <Moment value={askedAt} /> },
  {
    key: "answered",
    title: "答复",
    width: 150,
    cell: ({ answeredAt }) => <Moment value={answeredAt} />,
  },
  {
    key: "suggestion",
    title: "建议的下一步",
    width: 200,
    cell: ({ suggestionName }) => suggestionName,
  },
  { key: "number", title: "办件编号", width: 150, cell: ({ number }) => number },
  { key: "union", title: "总工会", width: 160, hidden: true, cell: ({ unionName }) => unionName },
];

const fields: FilterField[] = [
  { kind: "choice", name: "kind", title: "哪方面", width: 200, options: matterKinds },
];

export function Page() {
  const { history } = useRouter();
  const list = useList(["legal-aid", "consultations"], readConsultations);
  return (
    <ListPage
      title="法律咨询"
      sentence="职工在手机上提问，当天值班的律师两个工作日内答复；县里没人值班的送到市里。"
      above={<LegalAidTabs here="consultations" />}
      id="legal-aid.consultations"
      label="法律咨询记录"
      unit="次咨询"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={fields}
      onOpen={({ id }) => history.push(paths.case(id))}
      empty={{ sentence: "还没有答复过的咨询", hint: "等着答复的在律师的工作台里。" }}
    />
  );
}
