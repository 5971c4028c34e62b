// Arrivals (扫码入会名单): fills by itself while people scan; the newest stand first.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useListPlace } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { Moment } from "../../../ui/day.tsx";
import { Nothing } from "../../../ui/money.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { type Arrival, invitationKey, readArrivals, readVersion } from "./joining.ts";

/** How often the table asks whether somebody came. */
const lookEveryMs = 3_000;

const tones: Readonly<Record<Arrival["status"], Tone>> = {
  running: "doing",
  returned: "warn",
  approved: "done",
  rejected: "off",
  withdrawn: "off",
};

const columns: PageColumn<Arrival>[] = [
  { key: "name", title: "姓名", width: 110, cell: ({ name }) => name },
  {
    key: "status",
    title: "状态",
    width: 120,
    phone: "tag",
    cell: ({ status, statusName }) => (
      <StatusTag tone={tones[status]} quiet>
        {statusName}
      </StatusTag>
    ),
  },
  {
    key: "trade",
    title: "群体",
    width: 130,
    cell: ({ tradeName }) => tradeName ?? <Nothing />,
  },
  {
    key: "filed",
    title: "提交时间",
    width: 160,
    cell: ({ filedAt }) => <Moment value={filedAt} since />,
  },
];

const fields = [
  {
    kind: "choice" as const,
    name: "status",
    title: "状态",
    width: 132,
    options: [
      { value: "running", title: "等待审核" },
      { value: "approved", title: "已入会" },
      { value: "returned", title: "退回补正" },
      { value: "rejected", title: "不予通过" },
      { value: "withdrawn", title: "本人撤回" },
    ],
  },
];

export function Arrivals({ id }: { readonly id: string }) {
  const place = useListPlace();
  const { history } = useRouter();
  const client = useQueryClient();
  const versionKey = ["joining", "arrivals-version", id];
  const version = useQuery({
    queryKey: versionKey,
    queryFn: async () => {
      const known = client.getQueryData<string>(versionKey) ?? "";
      const { changed, version: now } = await readVersion(id, known);
      if (changed && known) client.invalidateQueries({ queryKey: invitationKey(id) });
      return now;
    },
    refetchInterval: lookEveryMs,
  });
  const query = useQuery({
    queryKey: ["joining", "arrivals", id, place.state, version.data],
    queryFn: () => readArrivals(id, place.state),
    placeholderData: keepPreviousData,
  });
  return (
    <ListTable
      id="joining.arrivals"
      label="扫码入会名单"
      unit="人"
      columns={columns}
      keyOf={({ caseId }) => caseId}
      list={{ place, query }}
      fields={fields}
      onOpen={({ caseId }) => history.push(paths.case(caseId))}
      empty={{ sentence: "还没有人扫码提交", hint: "有人提交后这里自动出现，不用刷新。" }}
    />
  );
}
