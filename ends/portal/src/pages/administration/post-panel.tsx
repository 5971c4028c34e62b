// Post panel (岗位详情): one post and its account, with what this administrator may do to it.
import { App, Button } from "antd";
import { useState } from "react";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";
import { type Question, useConfirm } from "../../ui/confirm.tsx";
import { Day } from "../../ui/day.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { type Fact, Facts } from "../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../ui/side-panel.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag.tsx";
import { type Post, roleTitles, stateTitles } from "./posts.ts";
import { ResetForm } from "./reset-form.tsx";
import type { Slip } from "./resets.ts";

const tones = { asked: "wait", held: "done", ended: "off" } as const satisfies Record<
  Post["state"],
  Tone
>;

export const PostState = ({ state }: Pick<Post, "state">) => (
  <StatusTag tone={tones[state]}>{stateTitles[state]}</StatusTag>
);

interface PostPanelProps extends PanelWays {
  readonly post: Post | undefined;
  readonly role: string;
  readonly onSlip: (slip: Slip) => void;
}

export function PostPanel({ post, role, onSlip, ...ways }: PostPanelProps) {
  return (
    <SidePanel
      open={post !== undefined}
      {...ways}
      title={post ? `${post.accountName} · ${post.title}` : ""}
      subtitle={post ? <PostState state={post.state} /> : null}
    >
      {post ? (
        <>
          <Facts title="岗位" facts={postFacts(post)} />
          <Facts title="账号" facts={accountFacts(post)} />
          <Acts key={post.id} post={post} role={role} />
          {role === "security-admin" && post.state === "held" ? (
            <Resetting key={`reset ${post.id}`} accountId={post.accountId} onSlip={onSlip} />
          ) : null}
        </>
      ) : null}
    </SidePanel>
  );
}

const postFacts = ({ orgName, role, title, fromDay, toDay }: Post): Fact[] => [
  { title: "工会", value: orgName, wide: true },
  { title: "角色", value: roleTitles[role] ?? role },
  { title: "岗位名称", value: title },
  { title: "任职起", value: <Day value={fromDay} /> },
  { title: "任职止", value: toDay ? <Day value={toDay} /> : "没有期限" },
];

const accountFacts = ({ accountName, phone, locked }: Post): Fact[] => [
  { title: "姓名", value: accountName },
  { title: "手机号", value: phone },
  {
    title: "账号",
    value: locked ? <StatusTag tone="late">连续输错，已锁定</StatusTag> : "正常",
  },
];

interface Act {
  readonly title: string;
  readonly question: Question;
  readonly run: (headers: Record<string, string>) => Promise<unknown>;
  readonly done: string;
}

/** What each administrator may do now; the server decides again. */
function actsOf(post: Post, role: string): Act[] {
  const { state, locked } = post;
  if (role === "system-admin") return state === "ended" ? [] : [ending(post)];
  return [
    ...(state === "asked" ? [approval(post)] : []),
    ...(locked ? [unlocking(post)] : []),
    ...(state === "held" ? [signingOut(post)] : []),
  ];
}

const at = (id: string, headers: Record<string, string>) => ({ params: { path: { id } }, headers });

const ending = ({ id, accountName, title }: Post): Act => ({
  title: "撤销岗位",
  question: {
    title: `撤销${accountName}的“${title}”岗位？`,
    effects: ["本人立即不能再以这个岗位办理，手上的办件要另派人。", "办过的记录都保留。"],
    verb: "撤销这个岗位",
  },
  run: (headers) => answer(api.POST("/api/access/posts/{id}/end", at(id, headers))),
  done: "已撤销",
});

const approval = ({ id, accountName, title }: Post): Act => ({
  title: "批准岗位",
  question: {
    title: `批准${accountName}担任“${title}”？`,
    effects: ["批准后本人登录即可以这个岗位办理。", "批准人会记在操作记录里。"],
    verb: "批准这个岗位",
  },
  run: (headers) => answer(api.POST("/api/access/posts/{id}/approve", at(id, headers))),
  done: "已批准",
});

const unlocking = ({ accountId, accountName }: Post): Act => ({
  title: "解锁账号",
  question: {
    title: `为${accountName}的账号解锁？`,
    effects: ["请先确认是本人输错，不是别人在试密码。"],
    verb: "解锁账号",
  },
  run: (headers) => answer(api.POST("/api/access/accounts/{id}/unlock", at(accountId, headers))),
  done: "已解锁",
});

const signingOut = ({ accountId, accountName }: Post): Act => ({
  title: "强制下线",
  question: {
    title: `让${accountName}在所有设备上下线？`,
    effects: ["本人要重新登录，没有提交的内容不会保留。"],
    verb: "强制下线",
  },
  run: (headers) => answer(api.POST("/api/access/accounts/{id}/sign-out", at(accountId, headers))),
  done: "已下线",
});

function Acts({ post, role }: { readonly post: Post; readonly role: string }) {
  const confirm = useConfirm();
  const { message } = App.useApp();
  const command = useCommand((act: Act, headers) => act.run(headers), { refresh: [["posts"]] });
  const start = async (act: Act) => {
    if ((await confirm(act.question)) === undefined) return;
    command.mutate(act, { onSuccess: () => message.success(act.done) });
  };
  const acts = actsOf(post, role);
  return (
    <div style={{ display: "grid", gap: 12, marginTop: 24 }}>
      {command.error ? <ErrorSentence problem={command.error} /> : null}
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
        {acts.map((act) => (
          <Button
            key={act.title}
            type={act.title === "批准岗位" ? "primary" : "default"}
            loading={command.isPending}
            onClick={() => start(act)}
          >
            {act.title}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface ResettingProps {
  readonly accountId: string;
  readonly onSlip: (slip: Slip) => void;
}

function Resetting({ accountId, onSlip }: ResettingProps) {
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  const open = () => setAsking(true);
  return (
    <div style={{ marginTop: 12 }}>
      {asking ? (
        <ResetForm
          accountId={accountId}
          onDone={({ slip }) => {
            setAsking(false);
            if (slip) onSlip(slip);
            else message.success("已提交，等另一位安全管理员批准");
          }}
        />
      ) : (
        <Button onClick={open}>重置密码和动态口令</Button>
      )}
    </div>
  );
}
