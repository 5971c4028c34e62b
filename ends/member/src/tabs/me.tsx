// Me (我的): who is signed in, notices, devices, one's own data, big type, signing out.
import { useState } from "react";
import type { Read } from "../client/api.ts";
import { useOutgoing } from "../client/outgoing.ts";
import { signOut } from "../client/session.ts";
import { useAnswer } from "../client/use-answer.ts";
import { go, goInstead } from "../device/go.ts";
import { Button, Card, Coming, Line, Tag, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { Acting } from "./acting.tsx";
import { ElderSwitch } from "./elder-switch.tsx";
import { PushSwitch } from "./push-switch.tsx";

export default function Me() {
  const { data, problem, again } = useAnswer("/api/me");
  return (
    <Page title="我的" tab="me">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={1} /> : null}
      {data ? (
        <Part className="card who">
          <Part as="h2" className="who-name">
            {data.account.name || "未登记姓名"}
          </Part>
          <Standing me={data} />
        </Part>
      ) : null}
      {data ? <Acting me={data} /> : null}
      <Card>
        <Line
          title="通知"
          side={data && data.unread > 0 ? <Tag tone="late">{data.unread} 条未读</Tag> : null}
          onPress={() => go("notices")}
        />
        {data?.post ? null : <OwnAffairs />}
        <Line title="登录设备" onPress={() => go("devices")} />
      </Card>
      <PushSwitch />
      <ElderSwitch />
      <SigningOut />
    </Page>
  );
}

type Me = Read<"/api/me">;

function Standing({ me: { role, post } }: { readonly me: Me }) {
  if (post) return <Tag tone="doing">{post.title}</Tag>;
  const member = role === "member";
  return <Tag tone={member ? "done" : "off"}>{member ? "工会会员" : "还不是会员"}</Tag>;
}

/** Whoever acts through a post looks after others; these are about oneself. */
const OwnAffairs = () => (
  <>
    <Line title="我的工会" note="由谁负责，任期到什么时候" onPress={() => go("union")} />
    <Line title="我的信息" note="工会掌握您哪些信息，从哪里来" onPress={() => go("data")} />
    <Line
      title="公示"
      note="您所在工会正在公示的事项，可以提出异议"
      onPress={() => go("publicity")}
    />
    <Line
      title="单位的事"
      note="提案和附议、评选投票、公开事项、质询答复"
      onPress={() => go("proposals")}
    />
  </>
);

function SigningOut() {
  const waiting = useOutgoing();
  const [asked, setAsked] = useState(false);
  const leave = () => signOut().then(() => goInstead("sign-in"));
  if (!asked) {
    return (
      <Part className="foot">
        <Button kind="plain" onPress={() => (waiting.length > 0 ? setAsked(true) : void leave())}>
          退出登录
        </Button>
      </Part>
    );
  }
  return (
    <Card title={`还有 ${waiting.length} 件申请没有发出`}>
      <Part as="p">现在退出，这些内容会从手机上删掉。</Part>
      <Part className="buttons">
        <Button onPress={() => setAsked(false)}>先不退出</Button>
        <Button kind="plain" onPress={() => void leave()}>
          删掉并退出
        </Button>
      </Part>
    </Card>
  );
}
