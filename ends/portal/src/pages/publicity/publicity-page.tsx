// Public notices of one's union (公示): what is up now, or what was; each opens to be read and objected to.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useListPlace } from "../../list-state.ts";
import { paths } from "../../paths.ts";
import type { FilterField } from "../../ui/filter/fields.ts";
import { ListPage } from "../../ui/list-page.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { type Notice, noticesQuery, stateWords } from "./publicity.ts";

const columns: readonly PageColumn<Notice>[] = [
  { key: "title", title: "公示", width: 320, cell: ({ title }) => title },
  { key: "union", title: "工会", width: 220, cell: ({ unionName }) => unionName },
  { key: "from", title: "开始", width: 120, cell: ({ fromDay }) => fromDay },
  { key: "due", title: "结束", width: 120, cell: ({ dueDay }) => dueDay ?? "—" },
  {
    key: "state",
    title: "状态",
    width: 220,
    phone: "tag",
    cell: ({ state }) => (
      <StatusTag tone={stateWords[state].tone} quiet>
        {stateWords[state].words}
      </StatusTag>
    ),
  },
];

const ended: FilterField = {
  kind: "choice",
  name: "ended",
  title: "正在公示",
  options: [{ value: "true", title: "已经结束" }],
};

export function Page() {
  const place = useListPlace();
  const { history } = useRouter();
  const query = useQuery({ ...noticesQuery(place.state), placeholderData: keepPreviousData });
  return (
    <ListPage
      title="公示"
      sentence="您所在工会和下级工会正在公示的事项；有不同意见的，可以在公示期内提出异议。"
      id="publicity"
      label="公示"
      unit="条"
      columns={columns}
      keyOf={({ caseId, token }) => `${caseId} ${token}`}
      list={{ place, query }}
      fields={[ended]}
      onOpen={({ caseId, token }) => history.push(paths.publicNotice(caseId, token))}
      empty={{
        sentence: "现在没有公示",
        hint: "需要公示的事项到了公示这一步，会出现在这里。",
      }}
    />
  );
}
