// The desk (工作台): what to do today with its clocks, what was done, what one applied for, what one was let know of.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { Button, Tabs } from "antd";
import { useListPlace } from "../../list-state.ts";
import { paths } from "../../paths.ts";
import { useMe } from "../../session.ts";
import type { FilterField } from "../../ui/filter/fields.ts";
import { PlusOutlined } from "../../ui/icons.tsx";
import { TextLink } from "../../ui/link.tsx";
import type { ListPlace } from "../../ui/list.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { ListTable } from "../../ui/table/list-table.tsx";
import { countWords } from "../../ui/words.ts";
import { AgreeAll } from "./agree-all.tsx";
import { columnsOf } from "./columns.tsx";
import styles from "./desk.module.css";
import {
  countsQuery,
  type DeskCounts,
  type DeskRow,
  deskQuery,
  type FunctionOn,
  functionsOnQuery,
  type List,
  listOf,
  lists,
  listTitles,
  tabWords,
} from "./desk.ts";

export function Desk() {
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const { history } = useRouter();
  const { account, post } = useMe();
  const { data: counts } = useQuery(countsQuery);
  const list = listOf(tab);
  const apply = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => history.push(paths.functions())}>
      办事
    </Button>
  );
  return (
    <>
      <PageHead
        title="工作台"
        sentence={`${account.name}，您正以“${post?.org.name ?? ""} · ${post?.title ?? ""}”的岗位办理。`}
        action={apply}
      />
      {counts && counts.late > 0 ? (
        <p className={styles.late}>
          有 {countWords(counts.late)} 件待办已超期，
          <TextLink to={paths.desk("todo", { late: "true" })}>先办这些</TextLink>。
        </p>
      ) : null}
      <Tabs
        activeKey={list}
        onChange={(next) => history.push(paths.desk(next))}
        items={lists.map((key) => ({ key, label: <TabTitle list={key} counts={counts} /> }))}
      />
      <DeskList key={list} list={list} />
    </>
  );
}

interface TabTitleProps {
  readonly list: List;
  readonly counts: DeskCounts | undefined;
}

function TabTitle({ list, counts }: TabTitleProps) {
  const words = counts && tabWords(list, counts);
  return (
    <>
      {listTitles[list]} {words ? <span className={styles.count}>{words}</span> : null}
    </>
  );
}

const empties: Record<List, { sentence: string; hint: string }> = {
  todo: { sentence: "没有要办的事", hint: "有办件到您手上时，会出现在这里，并发通知给您。" },
  done: { sentence: "还没有办过的事", hint: "您同意、退回过的办件会留在这里。" },
  mine: { sentence: "您还没有发起过办件", hint: "点“办事”，选一个事项开始。" },
  copied: { sentence: "没有抄送给您的办件", hint: "办结后需要您知道的，会出现在这里。" },
};

const late: FilterField = {
  kind: "choice",
  name: "late",
  title: "全部时限",
  options: [{ value: "true", title: "已超期" }],
};

/** Every function the list holds; what is chosen stays to be seen when nothing of it is left. */
function filtersOf(
  functions: readonly FunctionOn[] = [],
  { state }: ListPlace,
  list: List,
): FilterField[] {
  const options = functions.map(({ id, title, count }) => ({
    value: id,
    title: `${title}（${countWords(count)}）`,
  }));
  const chosen = state.filters.function;
  const gone = chosen && !functions.some(({ id }) => id === chosen);
  return [
    { kind: "search", name: "q", title: "办件编号或标题" },
    {
      kind: "choice",
      name: "function",
      title: "全部事项",
      width: 200,
      options: gone ? [...options, { value: chosen, title: "所选事项（0）" }] : options,
    },
    ...(list === "todo" ? [late] : []),
  ];
}

function DeskList({ list }: { readonly list: List }) {
  const place = useListPlace();
  const { history } = useRouter();
  const query = useQuery({ ...deskQuery(list, place.state), placeholderData: keepPreviousData });
  const { data: functions } = useQuery(functionsOnQuery(list));
  const batch = (rows: readonly DeskRow[], clear: () => void) => (
    <AgreeAll rows={rows} onDone={clear} />
  );
  return (
    <ListTable
      id={`desk.${list}`}
      label={listTitles[list]}
      unit="件"
      columns={columnsOf[list]}
      keyOf={({ id, task }) => `${id} ${task ?? ""}`}
      list={{ place, query }}
      fields={filtersOf(functions, place, list)}
      onOpen={({ id }) => history.push(paths.case(id))}
      batch={list === "todo" ? batch : undefined}
      empty={empties[list]}
    />
  );
}
