// Sharing out a seat's work (调整分工): its tasks, by whom they are held; the chosen ones go to somebody else, and back.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useListPlace } from "../../list-state.ts";
import { paths } from "../../paths.ts";
import { Moment } from "../../ui/day.tsx";
import type { FilterField } from "../../ui/filter/fields.ts";
import { TextLink } from "../../ui/link.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { countWords } from "../../ui/words.ts";
import { useUnionName } from "../../unions/union-name.ts";
import { roleTitles } from "../administration/posts.ts";
import { type Given, GivenNote } from "./given-note.tsx";
import styles from "./overview.module.css";
import { ShareTasks } from "./share-tasks.tsx";
import { type Held, type HeldTask, heldQuery, type Seat } from "./sharing.ts";
import { Term } from "./term.tsx";

const columns: readonly PageColumn<HeldTask>[] = [
  {
    key: "title",
    title: "办件",
    width: 260,
    cell: ({ title, number }) => (
      <span className={styles.title}>
        <span title={title}>{title}</span>
        <small>{number}</small>
      </span>
    ),
  },
  { key: "function", title: "事项", width: 160, cell: ({ functionTitle }) => functionTitle },
  { key: "step", title: "步骤", width: 150, cell: ({ step }) => step },
  {
    key: "clock",
    title: "时限",
    width: 190,
    phone: "tag",
    cell: ({ clock }) => <Term term={clock} quiet />,
  },
  { key: "at", title: "到岗时间", width: 150, cell: ({ at }) => <Moment value={at} since /> },
  {
    key: "holder",
    title: "在谁名下",
    width: 200,
    cell: ({ holder }) => holder ?? "还没有人认领",
  },
];

const late: FilterField = {
  kind: "choice",
  name: "late",
  title: "全部时限",
  options: [{ value: "true", title: "已超期" }],
};

const counted = (title: string, count: number) => `${title} ${countWords(count)} 件`;

const filtersOf = (held: Held | undefined): FilterField[] => [
  late,
  {
    kind: "choice",
    name: "function",
    title: "全部事项",
    width: 200,
    options: (held?.functions ?? []).map(({ id, title, count }) => ({
      value: id,
      title: counted(title, count),
    })),
  },
  {
    kind: "choice",
    name: "holder",
    title: "不论在谁名下",
    width: 220,
    options: [
      { value: "none", title: "还没有人认领的" },
      ...(held?.holders ?? []).map(({ accountId, name, count }) => ({
        value: accountId,
        title: counted(name, count),
      })),
    ],
  },
];

export function Page() {
  const seat = useParams({ strict: false }) as unknown as Seat;
  const place = useListPlace();
  const { history } = useRouter();
  const union = useUnionName(seat.unionId);
  const [given, setGiven] = useState<Given>();
  const query = useQuery({
    ...heldQuery(seat, place.state),
    placeholderData: keepPreviousData,
  });
  return (
    <ListPage
      title="调整分工"
      sentence={`${union ?? ""} · ${roleTitles[seat.role] ?? ""}的待办。选中几件，交给有空的同志；交错了可以撤回。`}
      back={<TextLink to={paths.caseView("workload")}>各岗位在办量</TextLink>}
      above={given ? <GivenNote given={given} onDone={() => setGiven(undefined)} /> : null}
      id="cases.share"
      label="岗位上的待办"
      unit="件"
      columns={columns}
      keyOf={({ id, task }) => `${id} ${task}`}
      list={{ place, query }}
      fields={filtersOf(query.data)}
      batch={(rows, clear) => (
        <ShareTasks
          seat={{ unionId: seat.unionId, role: seat.role }}
          rows={rows}
          onGiven={(done) => {
            clear();
            setGiven(done);
          }}
        />
      )}
      onOpen={({ id }) => history.push(paths.case(id))}
      empty={{ sentence: "这个岗位上没有待办", hint: "可以回到各岗位在办量，看看别的岗位。" }}
    />
  );
}
