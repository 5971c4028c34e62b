// Closed post (不能使用的岗位): why this session may not act through it, and the way on from here.
import { Button, Modal } from "antd";
import type { Post } from "../session.ts";
import { SecondFactorForm } from "./second-factor-form.tsx";
import { useActThrough } from "./use-act-through.ts";
import { useSignOut } from "./use-sign-out.ts";

/** The refusal that is met by opening the second factor in this very session. */
const canOpenNow = "access.no-second-factor";

interface ClosedPostProps {
  /** The post that was asked for; nothing is shown without one. */
  readonly post: Post | undefined;
  readonly onClose: () => void;
}

export function ClosedPost({ post, onClose }: ClosedPostProps) {
  const act = useActThrough();
  const signOut = useSignOut("this");
  const closed = post?.closed;
  if (!post || !closed) return null;
  const goOn = () => {
    onClose();
    act.mutate(post.id);
  };
  return (
    <Modal
      open
      centered
      width={440}
      footer={null}
      onCancel={onClose}
      title={`${post.org.name} · ${post.title}`}
    >
      <p>{closed.say}</p>
      <p style={{ color: "var(--nj-secondary)", marginBottom: 16 }}>{closed.next}</p>
      {closed.code === canOpenNow ? (
        <SecondFactorForm onBound={goOn} />
      ) : (
        <Button
          type="primary"
          size="large"
          block
          loading={signOut.isPending}
          onClick={() => signOut.mutate(undefined)}
        >
          退出并重新登录
        </Button>
      )}
    </Modal>
  );
}
