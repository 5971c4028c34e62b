// Demo messages (演示消息): what a real house would have sent to phones, to WeChat and to devices; only when the server is a demo.
import { useQuery } from "@tanstack/react-query";
import { Moment } from "../ui/day.tsx";
import { Empty } from "../ui/empty.tsx";
import styles from "./demo-messages.module.css";
import { Mark } from "./mark.tsx";

interface DemoMessage {
  readonly id: string;
  readonly at: string;
  readonly channel: "sms" | "wechat" | "push";
  readonly to: string;
  /** Heading of a message of WeChat or a push. */
  readonly title: string | null;
  readonly text: string;
}

const channels = { sms: "短信", wechat: "微信订阅消息", push: "手机推送" } as const;

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
      <h1 className={styles.title}>演示消息</h1>
      <p className={styles.sentence}>
        演示系统不真的发短信、微信消息和手机推送，本来要发出的内容都显示在这里，最新的在最前面。
      </p>
      {data.length === 0 ? (
        <Empty sentence="还没有消息。在登录页用短信验证码登录，验证码会出现在这里。" />
      ) : (
        <ol className={styles.list}>
          {data.map(({ id, at, channel, to, title, text }) => (
            <li key={id} className={styles.message}>
              <div className={styles.head}>
                <span>
                  {channels[channel]}，发给 {to}
                </span>
                <Moment value={at} since />
              </div>
              {title === null ? null : <p className={styles.heading}>{title}</p>}
              <p className={styles.text}>{text}</p>
            </li>
          ))}
        </ol>
      )}
    </main>
  );
}
