// Demo accounts (演示账号): one for each kind of user, filled into the form by a click; only when the server is a demo.
import { useQuery } from "@tanstack/react-query";
import { TextLink } from "../ui/link.tsx";
import type { Credentials } from "./credentials.ts";
import styles from "./sign-in.module.css";

interface DemoAccount {
  readonly kind: string;
  readonly name: string;
  readonly union: string;
  readonly phone: string;
  /** None for those who sign in by a code. */
  readonly password: string | null;
  /** The one-time password of this moment. */
  readonly totp: string | null;
}

/** Stands outside the typed client: only a house of invented people has this route. */
async function readAccounts(): Promise<readonly DemoAccount[]> {
  const response = await fetch("/api/demo/accounts");
  if (!response.ok) return [];
  const { rows } = (await response.json()) as { rows: readonly DemoAccount[] };
  return rows;
}

/** The post's own title tells more than its role: `总工会干部 · 县总工会经办` → `县总工会经办`. */
const titleOf = (kind: string): string => kind.split(" · ").at(-1) ?? kind;

interface DemoAccountsProps {
  readonly onPick: (account: Credentials) => void;
}

export function DemoAccounts({ onPick }: DemoAccountsProps) {
  const { data = [], refetch } = useQuery({
    queryKey: ["demo-accounts"],
    queryFn: readAccounts,
    retry: false,
    staleTime: 0,
  });
  if (data.length === 0) return null;
  /** Asked anew at the click, because the one-time password lives half a minute. */
  const pick = async (phone: string) => {
    const { data: now = data } = await refetch();
    const account = now.find((one) => one.phone === phone);
    if (!account) return;
    const { password, totp } = account;
    onPick({ phone, password: password ?? "", totp: totp ?? "" });
  };
  return (
    <section className={styles.demo} aria-label="演示账号">
      <h2 className={styles.demoTitle}>演示账号</h2>
      <p className={styles.quiet}>这是演示系统，人和数据都是编造的。点一个账号填入上面的表单。</p>
      <p className={styles.quiet}>
        短信和微信消息不会真的发出，都在<TextLink to="/demo/messages">演示消息</TextLink>里。
      </p>
      <ul className={styles.demoList}>
        {data.map(({ kind, union, phone }) => (
          <li key={phone}>
            <button type="button" className={styles.demoAccount} onClick={() => pick(phone)}>
              <span className={styles.demoWho}>
                <b>{titleOf(kind)}</b>
                <span className={styles.quiet}>{union}</span>
              </span>
              <span className={styles.demoPhone}>{phone}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
