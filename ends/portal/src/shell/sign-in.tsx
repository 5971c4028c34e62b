// Sign-in page (登录页): one thing to do, errors in words, demo accounts when the server is a demo.
import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { paths, safeBack } from "../paths.ts";
import { meQuery } from "../session.ts";
import type { Credentials } from "./credentials.ts";
import { DemoAccounts } from "./demo-accounts.tsx";
import { Mark } from "./mark.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import styles from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.tsx";

export function SignIn() {
  const { back } = useSearch({ strict: false }) as { back?: string };
  const [filled, setFilled] = useState<Credentials>();
  const router = useRouter();
  const client = useQueryClient();
  useEffect(() => {
    document.title = "登录 · 娘家";
  }, []);
  const enter = async () => {
    client.clear();
    await client.prefetchQuery(meQuery);
    router.history.replace(safeBack(back));
  };
  return (
    <>
      <OfflineBar />
      <main className={styles.page}>
        <h1 className={styles.brand}>
          <Mark size={40} />
          <span>娘家</span>
          <small>数字工会</small>
        </h1>
        <section className={styles.card} aria-label="登录">
          {back && back !== paths.home() ? (
            <p className={styles.backNote}>登录后会回到您刚才要看的页面。</p>
          ) : null}
          <SignInForm onSignedIn={enter} filled={filled} />
        </section>
        <DemoAccounts onPick={setFilled} />
        <p className={styles.foot}>登录有问题，请联系本级工会的安全管理员。</p>
      </main>
    </>
  );
}
