// Printed (打印落款): on paper alone, who printed the page and when, because paper with people's data goes astray.
import { useEffect, useState } from "react";
import type { Me } from "../session.ts";
import { momentWords } from "../ui/words.ts";
import styles from "./shell.module.css";

export function Printed({ me }: { readonly me: Me }) {
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    const begin = () => setAt(new Date());
    window.addEventListener("beforeprint", begin);
    return () => window.removeEventListener("beforeprint", begin);
  }, []);
  const { account, post } = me;
  const through = post ? `（${post.org.name} ${post.title}）` : "";
  return (
    <footer className={styles.printed}>
      {account.name}
      {through} {momentWords(at)} 打印，内容请妥善保管。
    </footer>
  );
}
