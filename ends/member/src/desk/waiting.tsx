// What waits (待发送): applications that have not reached the house, why, and what one may do.
import { useState } from "react";
import { keepDraft } from "../client/drafts.ts";
import { outgoing, useOutgoing } from "../client/outgoing.ts";
import type { Waiting } from "../client/queue.ts";
import { go, goInstead } from "../device/go.ts";
import { Button, Card, Empty, Tag } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { momentWords } from "../words.ts";

export default function WaitingPage() {
  const items = useOutgoing();
  return (
    <Page title="待发送">
      {items.length === 0 ? (
        <Empty sentence="没有要发送的了" hint="已发出的申请可以在“进度”里看到。">
          <Button onPress={() => go("cases")}>去看进度</Button>
        </Empty>
      ) : null}
      {items.map((item) => (
        <Item key={item.key} item={item} />
      ))}
    </Page>
  );
}

/** Back into the form as it was sent. */
function edit({ key, functionId, facts, labels }: Waiting): void {
  keepDraft(functionId, { facts, labels, screen: 0, at: Date.now(), sent: false });
  outgoing.remove(key);
  void goInstead("fill", { id: functionId });
}

function Item({ item }: { readonly item: Waiting }) {
  const [busy, setBusy] = useState(false);
  const { title, at, refused } = item;
  const send = () => {
    setBusy(true);
    void outgoing.flush().finally(() => setBusy(false));
  };
  return (
    <Card
      title={title}
      side={<Tag tone={refused ? "late" : "warn"}>{refused ? "没有办成" : "等网络"}</Tag>}
    >
      {refused ? (
        <>
          <Part as="p">{refused.title}</Part>
          <Part as="p">{refused.next}</Part>
        </>
      ) : (
        <Part as="p">
          {momentWords(new Date(at).toISOString())}
          填好，已存在手机里。有网络时会自动发送，不会重复。
        </Part>
      )}
      <Part className="buttons">
        <Button onPress={() => edit(item)}>{refused ? "去修改" : "先不发，改一改"}</Button>
        {refused ? null : (
          <Button kind="main" busy={busy} onPress={send}>
            现在发送
          </Button>
        )}
      </Part>
    </Card>
  );
}
