// A proposal (提案): its text for whoever is asked to second it, its way for whoever made it.
import { useState } from "react";
import { post, type Read } from "../../client/api.ts";
import { useAnswer } from "../../client/use-answer.ts";
import { useCommand } from "../../client/use-command.ts";
import { go, useValues } from "../../device/go.ts";
import { TextBox } from "../../ui/boxes.tsx";
import { FieldFrame } from "../../ui/field.tsx";
import { Button, Card, Coming, Tag, Trouble } from "../../ui/kit.tsx";
import { Page } from "../../ui/page.tsx";
import { Part } from "../../ui/part.tsx";
import { dayWords } from "../../words.ts";
import { proposalTone } from "./tones.ts";

type Shown = Read<"/api/proposals/proposals/{id}">;

export default function Proposal() {
  const { id = "" } = useValues();
  const { data, problem, again } = useAnswer("/api/proposals/proposals/{id}", { params: { id } });
  return (
    <Page title="提案">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={4} /> : null}
      {data ? (
        <>
          <About shown={data} />
          {data.asked === "invited" ? <Seconding shown={data} again={again} /> : null}
          <Answers shown={data} />
          {data.mine ? <Seconders shown={data} again={again} /> : null}
        </>
      ) : null}
    </Page>
  );
}

function About({ shown }: { readonly shown: Shown }) {
  const { id, title, state, stateName, proposer, madeDay, number, why, wish, mine } = shown;
  return (
    <Card title={title} side={<Tag tone={proposalTone(state)}>{stateName}</Tag>}>
      <Part as="p" className="help">
        {proposer}，{dayWords(madeDay)}提出{number ? `，提案号 ${number}` : ""}
      </Part>
      <Line title="案由" words={why} />
      <Line title="建议" words={wish} />
      {mine ? <Button onPress={() => go("case", { id })}>看办理进度</Button> : null}
    </Card>
  );
}

function Line({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <Part className="answer">
      <Part as="p" className="answer-title">
        {title}
      </Part>
      <Part as="p" className="answer-words">
        {words}
      </Part>
    </Part>
  );
}

interface OpenProps {
  readonly shown: Shown;
  readonly again: () => void;
}

function Seconding({ shown: { id, proposer }, again }: OpenProps) {
  const command = useCommand(
    (body: { seconds: boolean }, key) =>
      post("/api/proposals/proposals/{id}/second", { params: { id }, body, key }),
    again,
  );
  return (
    <Card title={`${proposer}请您附议`}>
      <Part as="p" className="help">
        附议就是您也支持这件提案；答复以后不能改。
      </Part>
      {command.problem ? <Trouble problem={command.problem} /> : null}
      <Button kind="main" busy={command.busy} onPress={() => command.run({ seconds: true })}>
        附议
      </Button>
      <Button busy={command.busy} onPress={() => command.run({ seconds: false })}>
        不附议
      </Button>
    </Card>
  );
}

function Answers({ shown: { answers } }: { readonly shown: Shown }) {
  return (
    <>
      {answers.map(({ round, department, resultName, words, approvedDay, ...rated }) => (
        <Card
          key={round}
          title={round === 1 ? "答复" : "重新答复"}
          side={<Tag tone="done">{resultName}</Tag>}
        >
          <Part as="p">{words}</Part>
          <Part as="p" className="help">
            {department}，{dayWords(approvedDay)}
            {rated.satisfactionName ? `；提案人评价：${rated.satisfactionName}` : ""}
          </Part>
        </Card>
      ))}
    </>
  );
}

function Seconders({ shown, again }: OpenProps) {
  const { seconders, least, seconded, mayInvite } = shown;
  return (
    <Card title="附议人">
      <Part as="p" className="help">
        至少 {least} 位附议才能立案，现在有 {seconded} 位。
      </Part>
      {seconders.map(({ name, stateName }, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: who is invited later comes last, and nobody goes
        <Part key={`${nth} ${name}`} className="fact">
          <Part className="fact-head">
            <Part as="b">{name}</Part>
            <Part as="span" className="help">
              {stateName}
            </Part>
          </Part>
        </Part>
      ))}
      {mayInvite ? <Inviting id={shown.id} again={again} /> : null}
    </Card>
  );
}

function Inviting({ id, again }: { readonly id: string; readonly again: () => void }) {
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const command = useCommand(
    (body: { name: string; phone: string }, key) =>
      post("/api/proposals/proposals/{id}/invite", { params: { id }, body, key }),
    () => {
      setName("");
      setPhone("");
      again();
    },
  );
  const filled = name.trim() !== "" && phone.trim() !== "";
  return (
    <>
      <FieldFrame id="invite-name" title="再邀请一位：姓名">
        <TextBox id="invite-name" title="姓名" value={name} onValue={setName} maxLength={30} />
      </FieldFrame>
      <FieldFrame id="invite-phone" title="手机号" help="同一工会的会员，凭姓名和手机号找到">
        <TextBox
          id="invite-phone"
          title="手机号"
          value={phone}
          onValue={setPhone}
          maxLength={20}
          keys="phone"
        />
      </FieldFrame>
      {command.problem ? <Trouble problem={command.problem} /> : null}
      <Button
        busy={command.busy}
        disabled={!filled}
        onPress={() => command.run({ name: name.trim(), phone: phone.trim() })}
      >
        邀请
      </Button>
    </>
  );
}
