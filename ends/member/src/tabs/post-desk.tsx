// The desk of a post (岗位待办): whoever acts through one sees first as whom, and what waits for them, soonest first.
import type { Read } from "../client/api.ts";
import { useAnswer } from "../client/use-answer.ts";
import { go } from "../device/go.ts";
import { Button, Card, Coming, Line, Tag, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import { clockWords } from "../words.ts";
import type { CaseRow } from "./case-line.tsx";

type Post = NonNullable<Read<"/api/me">["post"]>;

const shownAtMost = 20;
const todo = { query: { list: "todo", size: shownAtMost } };

export function PostCard({ name, post }: { readonly name: string; readonly post: Post }) {
  return (
    <Part as="section" className="member-card" label="现在的身份">
      <Part as="p" className="member-name">
        {name || "您好"}
      </Part>
      <Part as="p">
        {post.org.name} {post.title}
      </Part>
      <Part as="p" className="help">
        正在以岗位身份办事。自己的会员卡和申请，请换回本人。
      </Part>
      <Part className="member-foot">
        <Button onPress={() => go("me")}>切换身份</Button>
      </Part>
    </Part>
  );
}

/** What is to be done until when; a plea to hurry before all. */
function noteOf({ step, clock, urged, question }: CaseRow): string {
  const asks = question === null ? step : "有人问您";
  return [urged ? "申请人催办" : "", asks, clock ? clockWords(clock) : ""]
    .filter(Boolean)
    .join("，");
}

export function Todo() {
  const { data, problem, again } = useAnswer("/api/desk", todo);
  if (!data) return problem ? <Trouble problem={problem} onRetry={again} /> : <Coming />;
  const { rows, total } = data;
  return (
    <Card title="等您办的" side={total > 0 ? <Tag tone="doing">{total} 件</Tag> : null}>
      {rows.length === 0 ? <Part as="p">都办完了。</Part> : null}
      {rows.map((row) => (
        <Line
          key={`${row.id} ${row.task} ${row.question}`}
          title={row.title}
          note={noteOf(row)}
          side={row.clock?.overdue ? <Tag tone="late">超期</Tag> : null}
          onPress={() => go("case", { id: row.id })}
        />
      ))}
      {total > rows.length ? (
        <Part as="p" className="help">
          这里是期限最近的 {rows.length} 件，其余的请打开门户网站办理。
        </Part>
      ) : null}
    </Card>
  );
}
