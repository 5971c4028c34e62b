// Demo accounts (演示账号): one for each kind of user, filled into the form by a click; only when the server is a demo.
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api.ts";
import styles from "./sign-in.module.css";
import type { Credentials } from "./sign-in-form.tsx";

export function DemoAccounts({ onPick }: { readonly onPick: (account: Credentials) => void }) {
  const { data } = useQuery({
    queryKey: ["demo-accounts"],
    queryFn: () => answer(api.GET("/api/access/demo-accounts")),
    retry: false,
    staleTime: 0,
  });
  if (!data?.demo || data.accounts.length === 0) return null;
  return (
    <section className={styles.demo} aria-label="演示账号">
      <h2 className={styles.demoTitle}>演示账号</h2>
      <p className={styles.quiet}>这是演示系统，数据都是编造的。点一个账号填入上面的表单。</p>
      <ul className={styles.demoList}>
        {data.accounts.map((account) => (
          <li key={account.phone}>
            <button
              type="button"
              className={styles.demoAccount}
              onClick={() => onPick({ ...account })}
            >
              <span>
                <b>{account.title}</b>
                <span className={styles.quiet}>{account.org}</span>
              </span>
              <span className={styles.demoPhone}>{account.phone}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
