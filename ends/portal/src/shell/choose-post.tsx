// Choosing a post (选择岗位): for those who hold several and have not said which, or hold none.
import { Button } from "antd";
import { useState } from "react";
import type { Me, Post } from "../session.ts";
import { Empty } from "../ui/empty.tsx";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { ClosedPost } from "./closed-post.tsx";
import { Mark } from "./mark.tsx";
import styles from "./sign-in.module.css";
import { useActThrough } from "./use-act-through.ts";
import { useSignOut } from "./use-sign-out.ts";

export function ChoosePost({ me }: { readonly me: Me }) {
  const signOut = useSignOut("this");
  return (
    <main className={styles.page}>
      <p className={styles.brand}>
        <Mark size={36} />
        <span>娘家</span>
      </p>
      <section className={`${styles.card} ${styles.roomy}`}>
        {me.posts.length === 0 ? <NoPost name={me.account.name} /> : <Posts me={me} />}
        <button type="button" className="nj-word" onClick={() => signOut.mutate(undefined)}>
          退出登录
        </button>
      </section>
    </main>
  );
}

function Posts({ me }: { readonly me: Me }) {
  const act = useActThrough();
  const [closed, setClosed] = useState<Post>();
  return (
    <>
      <PageHead
        title={`${me.account.name}，请选择岗位`}
        sentence="办什么、看到谁，都随岗位而定；进去后可以随时切换。"
      />
      {act.error ? <ErrorSentence problem={act.error} /> : null}
      <ul className={styles.postList}>
        {me.posts.map((post) => (
          <li key={post.id}>
            <Button
              block
              size="large"
              onClick={() => (post.closed ? setClosed(post) : act.mutate(post.id))}
              disabled={act.isPending}
            >
              <span>{post.org.name}</span>
              <span className={styles.quiet}>{post.title}</span>
            </Button>
            {post.closed ? <p className={styles.postWhy}>{post.closed.next}</p> : null}
          </li>
        ))}
      </ul>
      <ClosedPost post={closed} onClose={() => setClosed(undefined)} />
    </>
  );
}

/** Workers and members have their own end; the portal is for those who hold a post. */
function NoPost({ name }: { readonly name: string }) {
  return (
    <>
      <PageHead title={`${name}，您好`} />
      <Empty
        sentence="这个账号没有工会岗位，不能进入门户"
        hint="会员和职工请在手机上打开“娘家”办理。如果您应有岗位，请联系本级工会的系统管理员设置，设置后重新登录。"
      />
    </>
  );
}
