// A selection of excellent proposals (优秀提案评选): read what stands, give one's vote, see what was counted.
import { useState } from "react";
import { post, type Read } from "../../client/api.ts";
import { useAnswer } from "../../client/use-answer.ts";
import { useCommand } from "../../client/use-command.ts";
import { useValues } from "../../device/go.ts";
import { Button, Card, Coming, Tag, type Tone, Trouble } from "../../ui/kit.tsx";
import { Page } from "../../ui/page.tsx";
import { Part } from "../../ui/part.tsx";
import { dayWords } from "../../words.ts";

type Shown = Read<"/api/proposals/selections/{id}">;
type Nominee = Shown["nominees"][number];

const tones: Record<NonNullable<Nominee["outcome"]>, Tone> = {
  chosen: "done",
  tied: "warn",
  "not-chosen": "off",
};

export default function Selection() {
  const { id = "" } = useValues();
  const { data, problem, again } = useAnswer("/api/proposals/selections/{id}", { params: { id } });
  return (
    <Page title="优秀提案评选">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={4} /> : null}
      {data ? <Voting shown={data} again={again} /> : null}
    </Page>
  );
}

function Voting({ shown, again }: { readonly shown: Shown; readonly again: () => void }) {
  const { id, title, places, endsDay, state, stateName, voted, nominees } = shown;
  const [wanted, setWanted] = useState<string>();
  const command = useCommand(
    (body: { proposal: string }, key) =>
      post("/api/proposals/selections/{id}/vote", { params: { id }, body, key }),
    again,
  );
  const open = state === "voting" && voted === null;
  const chosen = nominees.find((one) => one.id === wanted);
  return (
    <>
      <Card title={title} side={<Tag tone={state === "voting" ? "doing" : "off"}>{stateName}</Tag>}>
        <Part as="p" className="help">
          {nominees.length} 件里评出 {places} 件，投票到{dayWords(endsDay)}。一人一票，投出不能改。
        </Part>
      </Card>
      {nominees.map((nominee) => (
        <Card key={nominee.id} title={nominee.title} side={<Outcome nominee={nominee} />}>
          <Part as="p" className="help">
            {nominee.proposer}提出，提案号 {nominee.number}
          </Part>
          <Part as="p">{nominee.wish}</Part>
          <Part as="p" className="opinion">
            {nominee.answer}
          </Part>
          {voted === nominee.id ? <Part as="b">您投给了这一件</Part> : null}
          {open && wanted !== nominee.id ? (
            <Button onPress={() => setWanted(nominee.id)}>选这一件</Button>
          ) : null}
          {open && chosen?.id === nominee.id ? (
            <>
              {command.problem ? <Trouble problem={command.problem} /> : null}
              <Button
                kind="main"
                busy={command.busy}
                onPress={() => command.run({ proposal: nominee.id })}
              >
                投给这一件
              </Button>
            </>
          ) : null}
        </Card>
      ))}
    </>
  );
}

function Outcome({ nominee: { votes, outcome, outcomeName } }: { readonly nominee: Nominee }) {
  if (outcome === null) return null;
  return (
    <Tag tone={tones[outcome]}>
      {outcomeName}，{votes} 票
    </Tag>
  );
}
