// Matters of one's firm (单位的事): what colleagues ask one to second, one's own proposals, votes under way, what is
// disclosed, questions that were answered.
import type { Read } from "../../client/api.ts";
import { useAnswer } from "../../client/use-answer.ts";
import { go, goTo } from "../../device/go.ts";
import { startOf } from "../../services.ts";
import { Button, Card, Coming, Empty, Line, Tag, Trouble } from "../../ui/kit.tsx";
import { Page } from "../../ui/page.tsx";
import { Part } from "../../ui/part.tsx";
import { dayWords } from "../../words.ts";
import { proposalTone } from "./tones.ts";

type Own = Read<"/api/proposals/own">;

export default function Proposals() {
  const { data, problem, again } = useAnswer("/api/proposals/own");
  return (
    <Page title="单位的事">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={5} /> : null}
      {data ? <Mine own={data} /> : null}
      <Selections />
      <Disclosures />
      <Questions />
    </Page>
  );
}

function Mine({ own: { campaign, asked, mine } }: { readonly own: Own }) {
  const waiting = asked.filter(({ said }) => said === "invited");
  const answered = asked.filter(({ said }) => said !== "invited");
  return (
    <>
      {waiting.length > 0 ? (
        <Card title="请您附议">
          {waiting.map(({ id, title, proposer }) => (
            <Line
              key={id}
              title={title}
              note={`${proposer}提出`}
              side={<Tag tone="doing">等您答复</Tag>}
              onPress={() => go("proposal", { id })}
            />
          ))}
        </Card>
      ) : null}
      <Card title={campaign ? campaign.title : "职工提案"}>
        <Part as="p" className="help">
          {campaign
            ? `${campaign.words}（到${dayWords(campaign.toDay)}为止）`
            : "对单位的事有建议，写下来请同事附议，附议的人够了，工会交部门办理。"}
        </Part>
        <Button kind="main" onPress={() => goTo(startOf("proposals.submit"))}>
          写提案
        </Button>
        <Button onPress={() => goTo(startOf("proposals.ask"))}>提质询</Button>
      </Card>
      {mine.length > 0 ? (
        <Card title="我的提案">
          {mine.map(({ id, title, state, stateName, seconded, madeDay }) => (
            <Line
              key={id}
              title={title}
              note={`${dayWords(madeDay)}提出，${seconded} 位附议`}
              side={<Tag tone={proposalTone(state)}>{stateName}</Tag>}
              onPress={() => go("proposal", { id })}
            />
          ))}
        </Card>
      ) : null}
      {answered.length > 0 ? (
        <Card title="我答复过的">
          {answered.map(({ id, title, saidName, state, stateName }) => (
            <Line
              key={id}
              title={title}
              note={saidName}
              side={<Tag tone={proposalTone(state)}>{stateName}</Tag>}
              onPress={() => go("proposal", { id })}
            />
          ))}
        </Card>
      ) : null}
    </>
  );
}

const few = { size: 20 };

function Selections() {
  const { data } = useAnswer("/api/proposals/selections", { query: few });
  if (!data || data.rows.length === 0) return null;
  return (
    <Card title="优秀提案评选">
      {data.rows.map(({ id, title, state, stateName, endsDay, places }) => (
        <Line
          key={id}
          title={title}
          note={`评出 ${places} 件，投票到${dayWords(endsDay)}`}
          side={<Tag tone={state === "voting" ? "doing" : "off"}>{stateName}</Tag>}
          onPress={() => go("selection", { id })}
        />
      ))}
    </Card>
  );
}

function Disclosures() {
  const { data, problem, again } = useAnswer("/api/proposals/disclosures", { query: few });
  if (!data) return problem ? <Trouble problem={problem} onRetry={again} /> : null;
  return (
    <Card title="公开事项">
      {data.rows.length === 0 ? (
        <Empty sentence="还没有公开事项" hint="单位应当向职工公开的事，会出现在这里。" />
      ) : null}
      {data.rows.map(({ id, title, kindName, fromDay, state, stateName }) => (
        <Line
          key={id}
          title={title}
          note={`${kindName}，${dayWords(fromDay)}`}
          side={state === "withdrawn" ? <Tag tone="off">{stateName}</Tag> : null}
          onPress={() => go("disclosure", { id })}
        />
      ))}
    </Card>
  );
}

function Questions() {
  const { data } = useAnswer("/api/proposals/questions", { query: few });
  if (!data || data.rows.length === 0) return null;
  return (
    <Card title="质询和答复">
      {data.rows.map(({ id, title, question, answer, answeredBy, answeredDay }) => (
        <Part key={id} className="answer">
          <Part as="p" className="answer-title">
            {title}
          </Part>
          <Part as="p">{question}</Part>
          <Part as="p" className="opinion">
            {answer}
          </Part>
          <Part as="p" className="help">
            {answeredBy}，{dayWords(answeredDay)}
          </Part>
        </Part>
      ))}
    </Card>
  );
}
