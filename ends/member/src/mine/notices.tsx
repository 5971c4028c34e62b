// Notices (通知): what the house told this person; looking at them marks them read.
import { useEffect } from "react";
import { post, type Read } from "../client/api.ts";
import { useAnswer } from "../client/use-answer.ts";
import { goInstead, goTo, useValues } from "../device/go.ts";
import { pageOfLink } from "../pages.ts";
import { Button, Coming, Empty, Tag, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { momentWords } from "../words.ts";

type Notice = Read<"/api/notices">["rows"][number];

/** A push or a message of WeChat was pressed: straight on to what it tells of. */
function useLinked(): void {
  const { link } = useValues();
  useEffect(() => {
    const place = pageOfLink(link ?? null);
    if (place) void goInstead(place.page, place.values);
  }, [link]);
}

export default function Notices() {
  useLinked();
  const { data, problem, again } = useAnswer("/api/notices", { query: { size: 50 } });
  const unread = data?.unread ?? 0;
  useEffect(() => {
    // Silence is no harm: they stay unread and are marked the next time.
    if (unread > 0) post("/api/notices/read", { body: {} }).catch(() => undefined);
  }, [unread]);
  return (
    <Page title="通知">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming /> : null}
      {data?.rows.length === 0 ? (
        <Empty sentence="还没有通知" hint="办事有了进展，会在这里告诉您。" />
      ) : null}
      {data?.rows.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </Page>
  );
}

function NoticeCard({ notice: { title, body, at, read, link } }: { readonly notice: Notice }) {
  const place = pageOfLink(link);
  return (
    <Part as="section" className="card" label={title}>
      <Part className="card-head">
        <Part as="h2" className="card-title">
          {title}
        </Part>
        {read ? null : <Tag tone="late">未读</Tag>}
      </Part>
      <Part as="p">{body}</Part>
      <Part as="p" className="help">
        {momentWords(at)}
      </Part>
      {place ? <Button onPress={() => goTo(place)}>去看看</Button> : null}
    </Part>
  );
}
