// My notices (我的通知): reading what I was told, and marking it as read.
import type { Act } from "../act.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { type Route, route } from "../http/route.ts";
import { list, read } from "./contract.ts";
import { countUnread, markRead, ownNotices } from "./store.ts";

async function listNotices(act: Act, { query }: Asked<typeof list>): Promise<Answer<typeof list>> {
  const { rows, total } = await ownNotices(act, query);
  return {
    rows: rows.map(({ readAt, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      read: readAt !== null,
    })),
    total,
    page: query.page,
    size: query.size,
    unread: await countUnread(act),
  };
}

async function readNotices(act: Act, { body }: Asked<typeof read>): Promise<Answer<typeof read>> {
  return { read: await markRead(act, body.ids) };
}

export const noticeRoutes: readonly Route[] = [
  route(list, { may: "signed-in", run: listNotices }),
  route(read, { may: "signed-in", run: readNotices }),
];
