// My union (我的工会): who was elected to its committees, their offices and until when, and where to turn.
import type { Read } from "../../client/api.ts";
import { useAnswer } from "../../client/use-answer.ts";
import { goTo } from "../../device/go.ts";
import { joining, startOf } from "../../services.ts";
import { Button, Card, Coming, Empty, Trouble } from "../../ui/kit.tsx";
import { Page } from "../../ui/page.tsx";
import { Part } from "../../ui/part.tsx";
import { dayWords } from "../../words.ts";

type Mine = Read<"/api/election/mine">;

export default function UnionPage() {
  const { data, problem, again } = useAnswer("/api/election/mine");
  return (
    <Page title="我的工会">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={5} /> : null}
      {data && !data.union ? (
        <Empty
          sentence="您还没有入会"
          hint="入会后，工会由谁负责、任期到什么时候，都能在这里看到。"
        >
          <Button kind="main" onPress={() => goTo(startOf(joining))}>
            加入工会
          </Button>
        </Empty>
      ) : null}
      {data?.union ? <Known name={data.union.name} term={data.term} bodies={data.bodies} /> : null}
    </Page>
  );
}

interface KnownProps extends Pick<Mine, "term" | "bodies"> {
  readonly name: string;
}

function Known({ name, term, bodies }: KnownProps) {
  return (
    <>
      <Card title={name}>
        <Part as="p" className="help">
          {term
            ? `第 ${term.number} 届委员会，${dayWords(term.fromDay)}至${dayWords(term.endDay)}。`
            : "还没有登记这一届委员会。"}
        </Part>
      </Card>
      {bodies.map(({ title, seats }) => (
        <Card key={title} title={title}>
          {seats.map(({ officeTitle, name: who, fromDay }) => (
            <Part key={`${officeTitle} ${who}`} className="fact">
              <Part className="fact-head">
                <Part as="b">{who}</Part>
                <Part as="span">{officeTitle}</Part>
              </Part>
              <Part as="p" className="help">
                {dayWords(fromDay)}起任职
              </Part>
            </Part>
          ))}
        </Card>
      ))}
      {term && bodies.length === 0 ? (
        <Card>
          <Part as="p">委员名单还没有登记。</Part>
        </Card>
      ) : null}
      <Part as="p" className="help">
        有事找工会：在“服务”里提出申请，或拨打 12351。
      </Part>
    </>
  );
}
