// Demo hint (演示提示): numbers to try and the messages sent to them; only where the house is a demo.
import { useEffect, useState } from "react";
import { readAt } from "../client/api.ts";
import { Card, Line } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";

interface Account {
  readonly kind: string;
  readonly union: string;
  readonly phone: string;
  readonly password: string | null;
}

interface Message {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

const everyMs = 3_000;

/** Only a house of invented people has these routes, so that they stand in no document. */
const rowsAt = <Row,>(address: string): Promise<readonly Row[]> =>
  readAt<{ rows: readonly Row[] }>(address).then(
    ({ rows }) => rows,
    () => [],
  );

export function DemoHint({ onPick }: { readonly onPick: (phone: string) => void }) {
  const [accounts, setAccounts] = useState<readonly Account[]>([]);
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const demo = accounts.length > 0;
  useEffect(() => {
    rowsAt<Account>("/api/demo/accounts").then((rows) =>
      setAccounts(rows.filter(({ password }) => password === null)),
    );
  }, []);
  useEffect(() => {
    if (!demo) return;
    const look = () =>
      rowsAt<Message>("/api/demo/messages").then((rows) => setMessages(rows.slice(0, 2)));
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [demo]);
  if (!demo) return null;
  return (
    <Card title="演示系统">
      <Part as="p" className="help">
        人和数据都是编造的。点一个号码试试，或填任何手机号；短信不会真的发出，显示在下面。
      </Part>
      {accounts.map(({ kind, union, phone }) => (
        <Line
          key={phone}
          title={kind.split(" · ").pop() ?? kind}
          note={`${phone}，${union}`}
          onPress={() => onPick(phone)}
        />
      ))}
      {messages.map(({ id, to, text }) => (
        <Part as="p" key={id} className="sms">
          发给 {to}：{text}
        </Part>
      ))}
    </Card>
  );
}
