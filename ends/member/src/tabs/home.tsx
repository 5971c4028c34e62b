// Home (首页): what one may want now: the card, what closes soon, what moved, then services by life event.
import type { Read } from "../client/api.ts";
import { useOutgoing } from "../client/outgoing.ts";
import { wasHere } from "../client/session.ts";
import { useElder } from "../client/settings.ts";
import { useAnswer } from "../client/use-answer.ts";
import { go, goTo } from "../device/go.ts";
import { byLifeEvent, type Functions, joining, openOnly, scanning, startOf } from "../services.ts";
import { Button, Card, Coming, Line, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { bySoonest, CaseLine, type CaseRow, closesSoon, isOpen, myCases } from "./case-line.tsx";
import { PostCard, Todo } from "./post-desk.tsx";

type Me = Read<"/api/me">;

export default function Home() {
  const { data: me, problem, again } = useAnswer("/api/me");
  // Whoever is known here is answered all at once; a stranger is first asked who they are.
  const open = me !== undefined || (wasHere() && !problem);
  return (
    <Page title="娘家" tab="home">
      {me && !me.post ? <Greeting me={me} /> : null}
      {me?.post ? (
        <>
          <PostCard name={me.account.name} post={me.post} />
          <Todo />
        </>
      ) : null}
      {!me && !problem ? <Coming /> : null}
      {!me && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {open ? (
        <>
          <Moved />
          <Services />
        </>
      ) : null}
    </Page>
  );
}

function Greeting({ me }: { readonly me: Me }) {
  const member = me.role === "member";
  return (
    <Part as="section" className="member-card" label={member ? "会员卡" : "加入工会"}>
      <Part as="p" className="member-name">
        {me.account.name || "您好"}
      </Part>
      <Part as="p" className="member-state">
        {member ? "中国工会会员" : "还不是工会会员"}
      </Part>
      {member ? <Membership /> : null}
      <Part className="member-foot">{member ? <ShowCard /> : <Joining />}</Part>
    </Part>
  );
}

function Membership() {
  const { data } = useAnswer("/api/members/mine");
  if (!data?.person) return null;
  return (
    <>
      <Part as="p">{data.person.unionName}</Part>
      <Part as="p">会员号 {data.person.number}</Part>
    </>
  );
}

const ShowCard = () => (
  <Button kind="main" onPress={() => go("card")}>
    亮会员卡
  </Button>
);

/** Who has applied already is told where that stands, and not asked again. */
function Joining() {
  const { data: functions } = useAnswer("/api/cases/functions");
  const { data: desk } = useAnswer("/api/desk", myCases);
  const applied = desk?.rows.find((row) => row.function === joining && isOpen(row));
  const offered = functions?.groups.some((group) =>
    group.functions.some(({ id }) => id === joining),
  );
  if (applied) {
    const stands = applied.status === "returned" ? "需要补正，请看下面" : "正在办理，进展就在下面";
    return <Part as="p">您的入会申请{stands}。</Part>;
  }
  if (!offered) return null;
  return (
    <>
      <Part as="p">一分钟填完，填到一半离开也会留着。</Part>
      <Button kind="main" onPress={() => go("fill", { id: joining })}>
        加入工会
      </Button>
      <Button onPress={() => go("scan")}>扫码入会</Button>
    </>
  );
}

const shownAtMost = 3;

/** What closes soon, then what was not sent yet, what runs, and what one was told. */
function Moved() {
  const { data } = useAnswer("/api/desk", myCases);
  const open = (data?.rows ?? []).filter(isOpen);
  const soon = open.filter(closesSoon).sort(bySoonest).slice(0, shownAtMost);
  return (
    <>
      {soon.length > 0 ? (
        <Card title="快到期的">
          {soon.map((row) => (
            <CaseLine key={row.id} row={row} />
          ))}
        </Card>
      ) : null}
      <Current running={open.filter((row) => !closesSoon(row)).slice(0, 2)} />
    </>
  );
}

function Current({ running }: { readonly running: readonly CaseRow[] }) {
  const waiting = useOutgoing();
  const { data: notices } = useAnswer("/api/notices", { query: { unread: true, size: 1 } });
  const news = notices?.rows[0];
  if (running.length === 0 && waiting.length === 0 && !news) return null;
  return (
    <Card title="现在要看的">
      {waiting.length > 0 ? (
        <Line
          title={`${waiting.length} 件申请还没发出`}
          note="有网络时会自动发送"
          onPress={() => go("waiting")}
        />
      ) : null}
      {running.map((row) => (
        <CaseLine key={row.id} row={row} />
      ))}
      {news ? (
        <Line
          title={news.title}
          note={notices.unread > 1 ? `还有 ${notices.unread - 1} 条未读通知` : news.body}
          onPress={() => go("notices")}
        />
      ) : null}
    </Card>
  );
}

/** Joining has its own buttons above. */
const withoutJoining = (group: Functions[number]): Functions[number] => ({
  ...group,
  functions: group.functions.filter(({ id }) => id !== joining && id !== scanning),
});

const eventsInElder = 2;

function Services() {
  const elder = useElder();
  const { data, problem, again } = useAnswer("/api/cases/functions");
  if (!data) return problem ? <Trouble problem={problem} onRetry={again} /> : <Coming />;
  const events = byLifeEvent(openOnly(data.groups).map(withoutJoining));
  return (
    <>
      {(elder ? events.slice(0, eventsInElder) : events).map(({ title, services }) => (
        <Card key={title} title={title}>
          {services.map(({ id, title: name, says }) => (
            <Line key={id} title={name} note={says} onPress={() => goTo(startOf(id))} />
          ))}
        </Card>
      ))}
    </>
  );
}
