// Post switcher (岗位切换): which post one acts through; everything shown and allowed follows from it.

import { App, Dropdown, type MenuProps } from "antd";
import { useState } from "react";
import type { Me, Post } from "../session.ts";
import { CheckOutlined, DownOutlined } from "../ui/icons.tsx";
import { sentenceOf } from "../ui/problem.ts";
import { ClosedPost } from "./closed-post.tsx";
import styles from "./shell.module.css";
import { useActThrough } from "./use-act-through.ts";

interface PostSwitcherProps {
  readonly me: Me;
  readonly wide?: boolean;
}

export function PostSwitcher({ me, wide }: PostSwitcherProps) {
  const { message } = App.useApp();
  const act = useActThrough();
  const [closed, setClosed] = useState<Post>();
  const { post, posts } = me;
  if (!post) return null;
  if (posts.length < 2) return <PostWords post={post} wide={wide ?? false} />;
  const items: MenuProps["items"] = posts.map((one) => ({
    key: one.id,
    label: <PostLine post={one} current={one.id === post.id} />,
  }));
  const turnTo = (id: string) => {
    if (id === post.id) return;
    const chosen = posts.find((one) => one.id === id);
    if (chosen?.closed) return setClosed(chosen);
    act.mutate(id, { onError: (failure) => message.error(sentenceOf(failure).title) });
  };
  return (
    <>
      <Dropdown
        trigger={["click"]}
        placement="bottomRight"
        menu={{
          items: [{ type: "group", label: "切换岗位", children: items }],
          selectedKeys: [post.id],
          onClick: ({ key }) => turnTo(key),
          className: styles.posts ?? "",
        }}
      >
        <button
          type="button"
          className={styles.post}
          data-wide={wide || undefined}
          aria-label={`当前岗位：${post.org.name}${post.title}，点击切换`}
          aria-busy={act.isPending}
        >
          <PostWords post={post} wide={wide ?? false} />
          <DownOutlined className={styles.postArrow} />
        </button>
      </Dropdown>
      <ClosedPost post={closed} onClose={() => setClosed(undefined)} />
    </>
  );
}

function PostWords({ post, wide }: { readonly post: Post; readonly wide: boolean }) {
  return (
    <span className={styles.postWords} data-wide={wide || undefined}>
      <span className={styles.postOrg}>{post.org.name}</span>
      <span className={styles.postTitle}>{post.title}</span>
    </span>
  );
}

function PostLine({ post, current }: { readonly post: Post; readonly current: boolean }) {
  return (
    <span className={styles.postLine}>
      <span>
        <span className={styles.postOrg}>{post.org.name}</span>
        <span className={styles.postTitle}>{post.title}</span>
        {post.closed ? <small className={styles.postWhy}>{post.closed.next}</small> : null}
      </span>
      {current ? <CheckOutlined aria-label="当前岗位" /> : null}
    </span>
  );
}
