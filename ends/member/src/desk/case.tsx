// A case (办件): where it stands, who has it and until when, what is asked back, and what one may do.
import { useEffect } from "react";
import type { Problem } from "../client/problem.ts";
import { useAnswer } from "../client/use-answer.ts";
import { useValues } from "../device/go.ts";
import { scrollToPart } from "../device/scroll.ts";
import { Acting } from "../tabs/acting.tsx";
import { tones } from "../tabs/case-line.tsx";
import { Card, Coming, Tag, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { Timeline } from "../ui/timeline.tsx";
import { dayWords, momentWords, termWords } from "../words.ts";
import { CaseDoors } from "./case-doors.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { CaseRecords } from "./case-records.tsx";
import { waiting } from "./door-words.ts";
import { Rating, ratingPart } from "./rating.tsx";
import { Resubmit } from "./resubmit.tsx";
import type { Case } from "./shown-case.ts";

export default function CasePage() {
  const { id = "", filed, rate } = useValues();
  const { data, problem, again } = useAnswer("/api/cases/{id}", { params: { id } });
  const asked = rate !== undefined && data?.mayRate === true;
  useEffect(() => {
    if (asked) scrollToPart(ratingPart);
  }, [asked]);
  return (
    <Page title={data?.functionTitle ?? "办件"}>
      {filed ? (
        <Part className="sent" role="status">
          <Part as="b">已经提交</Part>
          <Part as="p">有了进展会通知您，也可以随时在“进度”里看。</Part>
        </Part>
      ) : null}
      {data ? <Shown shown={data} again={again} /> : null}
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && problem && isHidden(problem) ? <AsAnother /> : null}
      {!data && !problem ? <Coming lines={4} /> : null}
    </Page>
  );
}

const isHidden = ({ status }: Problem): boolean => status === 403 || status === 404;

/** What one was told of in a post is not seen as oneself, nor the other way round. */
function AsAnother() {
  const { data: me } = useAnswer("/api/me");
  return me ? <Acting me={me} /> : null;
}

interface ShownProps {
  readonly shown: Case;
  readonly again: () => void;
}

function Shown({ shown, again }: ShownProps) {
  const { status, statusTitle, number, union, filedAt, outcome, stages, tasks, term } = shown;
  const doors = <CaseDoors shown={shown} again={again} />;
  // What waits for this very person comes before everything else but what has to be read for it.
  const asked = shown.can.some((door) => door.open && waiting.includes(door.command));
  const decides = useAnswer("/api/me").data?.post != null;
  return (
    <>
      <Card title={shown.title} side={<Tag tone={tones[status]}>{statusTitle}</Tag>}>
        {outcome ? (
          <Part as="p" className="outcome">
            {outcome}
          </Part>
        ) : null}
        <Part as="p" className="help">
          {dayWords(filedAt)}提交到{union.name}，编号 {number}
        </Part>
      </Card>
      {shown.answers ? <Resubmit shown={shown} answers={shown.answers} again={again} /> : null}
      {decides ? <CaseFacts shown={shown} /> : null}
      <CaseRecords records={shown.records} />
      {asked ? doors : null}
      <Card title="办事进度">
        {term ? (
          <Part as="p" className="help">
            全程：{termWords(term)}
          </Part>
        ) : null}
        <Timeline stages={stages} terms={tasks.flatMap(({ clock }) => clock ?? [])} />
      </Card>
      {asked ? null : doors}
      <Rating shown={shown} again={again} />
      {decides || shown.answers ? null : <CaseFacts shown={shown} />}
      <Card title="办理记录">
        {[...shown.history].reverse().map(({ seq, title, who, at, opinion }) => (
          <Part key={seq} className="fact">
            <Part className="fact-head">
              <Part as="b">{title}</Part>
              <Part as="span" className="help">
                {momentWords(at)}
              </Part>
            </Part>
            <Part as="p">{who}</Part>
            {opinion ? (
              <Part as="p" className="opinion">
                {opinion}
              </Part>
            ) : null}
          </Part>
        ))}
      </Card>
    </>
  );
}
