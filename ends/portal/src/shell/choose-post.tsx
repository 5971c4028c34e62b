// Choosing a post (选择岗位): for those who hold several and have not said which, or hold none.
import { Button } from "antd";
import type { Me } from "../session.ts";
import { Empty } from "../ui/empty.tsx";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Mark } from "./mark.tsx";
import styles from "./sign-in.module.css";
import { useActThrough } from "./use-act-through.ts";
import { useSignOut } from "./use-sign-out.ts";

export function ChoosePost({ me }: { readonly me: Me }) {
  const act = useActThrough();
  const signOut = useSignOut("this");
  return (
    <main className={styles.page}>
      <p className={styles.brand}>
        <Mark size={36} />
        <span>娘家</span>
      </p>
      <section className={`${styles.card} ${styles.roomy}`}>
        <PageHead
          title={`${me.account.name}，请选择岗位`}
          sentence="办什么、看到谁，都随岗位而定；进去后可以随时切换。"
        />
        {act.error ? <ErrorSentence problem={act.error} /> : null}
        {me.posts.length === 0 ? (
          <Empty
            sentence="您的账号还没有岗位"
            hint="请联系本级工会的系统管理员为您设置岗位，设置后重新登录即可。"
          />
        ) : (
          <ul className={styles.postList}>
            {me.posts.map((post) => (
              <li key={post.id}>
                <Button
                  block
                  size="large"
                  onClick={() => act.mutate(post.id)}
                  disabled={act.isPending}
                >
                  <span>{post.org.name}</span>
                  <span className={styles.quiet}>{post.title}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
        <button type="button" className="nj-word" onClick={() => signOut.mutate(undefined)}>
          退出登录
        </button>
      </section>
    </main>
  );
}
