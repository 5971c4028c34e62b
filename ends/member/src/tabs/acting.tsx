// Acting as (办事身份): as oneself or through a post one holds; whoever holds none is asked nothing.
import { post, type Read } from "../client/api.ts";
import { useOutgoing } from "../client/outgoing.ts";
import { forgetSeen } from "../client/seen.ts";
import { useCommand } from "../client/use-command.ts";
import { go, goInstead } from "../device/go.ts";
import { Button, Card, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import { Press } from "../ui/press.tsx";

type Me = Read<"/api/me">;

const myself = "myself";

/** What was seen as one is not shown as the other; home begins anew. */
function useActing() {
  return useCommand(
    async (id: string, key) => {
      if (id === myself) await post("/api/access/self/act", { key });
      else await post("/api/access/posts/{id}/act", { params: { id }, key });
    },
    () => {
      forgetSeen();
      void goInstead("home");
    },
  );
}

/** An application goes out as whoever one acts as: what waits for the network goes first. */
function Unsent({ count }: { readonly count: number }) {
  return (
    <Card title="切换身份">
      <Part as="p">还有 {count} 件申请没有发出，发出后才能换身份。</Part>
      <Button onPress={() => go("waiting")}>去看看</Button>
    </Card>
  );
}

export function Acting({ me: { post: current, posts } }: { readonly me: Me }) {
  const unsent = useOutgoing();
  const acting = useActing();
  const now = current?.id ?? myself;
  if (posts.length === 0) return null;
  if (unsent.length > 0) return <Unsent count={unsent.length} />;
  const open = posts.filter(({ closed }) => !closed);
  const choices = [
    { id: myself, title: "我本人", note: "会员卡、自己的申请和信息" },
    ...open.map(({ id, title, org }) => ({ id, title, note: org.name })),
  ];
  return (
    <Card title="切换身份">
      <Part className="choices identities" role="radiogroup" label="现在的身份">
        {choices.map(({ id, title, note }) => (
          <Press
            key={id}
            className={`choice ${id === now ? "choice-on" : ""}`}
            chosen={id === now}
            disabled={acting.busy}
            onPress={() => (id === now ? undefined : acting.run(id))}
          >
            <Part as="span" className="line-words">
              <Part as="span">{title}</Part>
              <Part as="span" className="help">
                {note}
              </Part>
            </Part>
          </Press>
        ))}
      </Part>
      {posts.map(({ id, title, org, closed }) =>
        closed ? (
          <Part key={id} className="line-closed">
            <Part as="p">
              {org.name}
              {title}
            </Part>
            <Part as="p" className="help">
              {closed.say}请打开门户网站办理。
            </Part>
          </Part>
        ) : null,
      )}
      {acting.problem ? <Trouble problem={acting.problem} /> : null}
    </Card>
  );
}
