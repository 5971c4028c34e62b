// Demo messages (演示短信): the short messages a real house would have sent to phones; only when the server is a demo.
import { useQuery } from "@tanstack/react-query";
import { Moment } from "../ui/day.tsx";
import { Empty } from "../ui/empty.tsx";
import styles from "./demo-messages.module.css";
import { Mark } from "./mark.tsx";

interface DemoMessage {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly text: string;
}

const everyMs = 3_000;

/** Stands outside the typed client: only a house of invented people has this route. */
async function readMessages(): Promise<readonly DemoMessage[]> {
  const response = await fetch("/api/demo/messages");
  if (!response.ok) return [];
  const { rows } = (await response.json()) as { rows: readonly DemoMessage[] };
  return rows;
}

export function DemoMessages() {
  const { data = [] } = useQuery({
    queryKey: ["demo-messages"],
    queryFn: readMessages,
    refetchInterval: everyMs,
    staleTime: 0,
  });
  return (
    <main className={styles.page}>
      <Mark />
      <h1 className={styles.title}>演示短信</h1>
      <p className={styles.sentence}>
        演示系统不真的发短信，本来要发到手机上的内容都显示在这里，最新的在最前面。
      </p>
      {data.length === 0 ? (
        <Empty sentence="还没有短信。在登录页用短信验证码登录，验证码会出现在这里。" />
      ) : (
        <ol className={styles.list}>
          {data.map(({ id, at, to, text }) => (
            <li key={id} className={styles.message}>
              <div className={styles.head}>
                <span>发给 {to}</span>
                <Moment value={at} since />
              </div>
              <p className={styles.text}>{text}</p>
            </li>
          ))}
        </ol>
      )}
    </main>
  );
}
