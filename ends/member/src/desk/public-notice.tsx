// A public notice (公示内容): what is up, until when, and the box for whoever objects.
import { useState } from "react";
import { post } from "../client/api.ts";
import { useAnswer } from "../client/use-answer.ts";
import { useCommand } from "../client/use-command.ts";
import { useValues } from "../device/go.ts";
import { LongBox } from "../ui/boxes.tsx";
import { FieldFrame } from "../ui/field.tsx";
import { Button, Card, Coming, Tag, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { noticeTones, untilWords } from "./public-words.ts";

export default function PublicNotice() {
  const { id = "", token = "" } = useValues();
  const params = { id, token };
  const { data, problem, again } = useAnswer("/api/cases/{id}/notices/{token}", { params });
  return (
    <Page title="公示">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={4} /> : null}
      {data ? (
        <>
          <Card
            title={data.title}
            side={<Tag tone={noticeTones[data.state].tone}>{noticeTones[data.state].words}</Tag>}
          >
            <Part as="p" className="help">
              {data.unionName}，{untilWords(data)}
            </Part>
            <Part as="p">{data.words}</Part>
          </Card>
          {data.objection.open ? (
            <Objection id={id} token={token} again={again} />
          ) : (
            <Part as="p" className="help">
              {data.objection.why}
              {data.objection.next}
            </Part>
          )}
        </>
      ) : null}
    </Page>
  );
}

const shortest = 2;
const longest = 500;

interface ObjectionProps {
  readonly id: string;
  readonly token: string;
  readonly again: () => void;
}

function Objection({ id, token, again }: ObjectionProps) {
  const [reason, setReason] = useState("");
  const said = reason.trim();
  const command = useCommand(
    (body: { reason: string }, key) =>
      post("/api/cases/{id}/notices/{token}/object", { params: { id, token }, body, key }),
    () => {
      setReason("");
      again();
    },
  );
  return (
    <Card title="有不同意见">
      <FieldFrame
        id="objection"
        title="异议和理由"
        help="工会核实后答复您；处理期间公示暂停，您的姓名不会公开。"
      >
        <LongBox
          id="objection"
          title="异议和理由"
          value={reason}
          maxLength={longest}
          onValue={setReason}
        />
      </FieldFrame>
      {command.problem ? <Trouble problem={command.problem} /> : null}
      <Button
        kind="main"
        busy={command.busy}
        disabled={said.length < shortest}
        onPress={() => command.run({ reason: said })}
      >
        提出异议
      </Button>
    </Card>
  );
}
