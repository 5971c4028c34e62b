// Public notices (公示): what is up at one's own union now, and what was.
import { useState } from "react";
import type { Read } from "../client/api.ts";
import { useAnswer } from "../client/use-answer.ts";
import { go } from "../device/go.ts";
import { Button, Card, Coming, Empty, Line, Tag, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { noticeTones, untilWords } from "./public-words.ts";

type Notice = Read<"/api/cases/notices">["rows"][number];

export default function Publicity() {
  const [ended, setEnded] = useState(false);
  const query = { ended, size: 50 };
  const { data, problem, again } = useAnswer("/api/cases/notices", { query });
  return (
    <Page title="公示">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming /> : null}
      {data?.rows.length === 0 ? (
        <Empty
          sentence={ended ? "还没有结束的公示" : "现在没有公示"}
          hint="您所在工会要公示的事项，会出现在这里。"
        />
      ) : null}
      {data && data.rows.length > 0 ? (
        <Card title={ended ? "已经结束的" : "正在公示"}>
          {data.rows.map((notice) => (
            <NoticeLine key={`${notice.caseId} ${notice.token}`} notice={notice} />
          ))}
        </Card>
      ) : null}
      <Part className="foot">
        <Button kind="plain" onPress={() => setEnded(!ended)}>
          {ended ? "看正在公示的" : "看已经结束的"}
        </Button>
      </Part>
    </Page>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { caseId, token, title, unionName, state } = notice;
  const { tone, words } = noticeTones[state];
  return (
    <Line
      title={title}
      note={`${unionName}，${untilWords(notice)}`}
      side={<Tag tone={tone}>{words}</Tag>}
      onPress={() => go("public-notice", { id: caseId, token: String(token) })}
    />
  );
}
