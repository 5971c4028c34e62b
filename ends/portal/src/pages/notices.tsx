// Notices (通知): what this account was told; opening one marks it as read and leads to what it is about.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { answer, api } from "../client.ts";
import { useListPlace } from "../list-state.ts";
import { useCommand } from "../session.ts";
import { Moment } from "../ui/day.tsx";
import type { FilterField } from "../ui/filter/fields.ts";
import { ListPage } from "../ui/list-page.tsx";
import type { PageColumn } from "../ui/table/columns.ts";
import styles from "./notices.module.css";

interface Query {
  readonly page: number;
  readonly size: number;
  readonly unread: "true" | "false";
}

const readNotices = (query: Query) => answer(api.GET("/api/notices", { params: { query } }));
type Notice = Awaited<ReturnType<typeof readNotices>>["rows"][number];

const columns: PageColumn<Notice>[] = [
  {
    key: "title",
    title: "通知",
    width: 720,
    cell: ({ title, body, read }) => (
      <span className={styles.notice}>
        <span className={read ? undefined : styles.unread}>{title}</span>
        <span className={styles.body}>{body}</span>
      </span>
    ),
  },
  {
    key: "read",
    title: "状态",
    width: 110,
    cell: ({ read }) => (read ? "已读" : <b>未读</b>),
  },
  { key: "at", title: "时间", width: 170, cell: ({ at }) => <Moment value={at} since /> },
];

const fields: FilterField[] = [
  {
    kind: "choice",
    name: "unread",
    title: "全部通知",
    options: [{ value: "true", title: "只看未读" }],
  },
];

/** A notice leads to a page of this portal, or only to its own words. */
const isOwnPath = (link: string | null): link is string => /^\/(?![/\\])/.test(link ?? "");

export function Page() {
  const place = useListPlace();
  const { history } = useRouter();
  const { page, size, filters } = place.state;
  const query = useQuery({
    queryKey: ["notices", place.state],
    queryFn: () =>
      readNotices({ page, size, unread: filters.unread === "true" ? "true" : "false" }),
    placeholderData: keepPreviousData,
  });
  const markRead = useCommand(
    (ids: string[] | undefined, headers) =>
      answer(api.POST("/api/notices/read", { body: ids ? { ids } : {}, headers })),
    { refresh: [["notices"], ["me"]] },
  );
  const open = ({ id, read, link }: Notice) => {
    if (!read) markRead.mutate([id]);
    if (isOwnPath(link)) history.push(link);
  };
  return (
    <ListPage
      title="通知"
      sentence="办件到您手上、有了结果或快到期时，会在这里告诉您。"
      more={
        <Button
          onClick={() => markRead.mutate(undefined)}
          disabled={!query.data?.unread}
          loading={markRead.isPending}
        >
          全部标为已读
        </Button>
      }
      id="notices"
      label="通知"
      unit="条通知"
      columns={columns}
      keyOf={({ id }) => id}
      list={{ place, query }}
      fields={fields}
      onOpen={open}
      empty={{ sentence: "还没有通知", hint: "有需要您办理或知道的事，会出现在这里。" }}
    />
  );
}
