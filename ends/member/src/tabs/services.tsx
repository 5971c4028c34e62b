// Services (服务): found by one's own words, pinyin or initials, or by what happened in life.
import { useState } from "react";
import { useAnswer } from "../client/use-answer.ts";
import { goTo } from "../device/go.ts";
import { byLifeEvent, type Functions, type Service, searchServices, startOf } from "../services.ts";
import { TextBox } from "../ui/boxes.tsx";
import { Card, Coming, Empty, Line, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";

export default function Services() {
  const [typed, setTyped] = useState("");
  const { data, problem, again } = useAnswer("/api/cases/functions");
  return (
    <Page title="服务" tab="services">
      <Part className="search">
        <TextBox
          id="search"
          title="找服务"
          keys="search"
          value={typed}
          onValue={setTyped}
          placeholder="想办什么？如 入会、rh"
          maxLength={20}
        />
      </Part>
      {data ? <Found groups={data.groups} typed={typed} /> : null}
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={5} /> : null}
    </Page>
  );
}

function Found({ groups, typed }: { readonly groups: Functions; readonly typed: string }) {
  if (typed.trim() === "") {
    const events = byLifeEvent(groups);
    if (events.length === 0)
      return <Empty sentence="现在没有您能办的服务" hint="请稍后再来看看。" />;
    return (
      <>
        {events.map(({ title, services }) => (
          <Card key={title} title={title}>
            <Lines services={services} />
          </Card>
        ))}
      </>
    );
  }
  const found = searchServices(groups, typed);
  if (found.length === 0) {
    return (
      <Empty
        sentence={`没有找到“${typed.trim()}”`}
        hint="换个说法试试；也可以拨打 12351 问工会。"
      />
    );
  }
  return (
    <Card title={`找到 ${found.length} 项`}>
      <Lines services={found} />
    </Card>
  );
}

/** What is closed now comes last, with the reason, and leads nowhere. */
function Lines({ services }: { readonly services: readonly Service[] }) {
  const open = services.filter(({ closed }) => !closed);
  return (
    <>
      {open.map(({ id, title, says }) => (
        <Line key={id} title={title} note={says} onPress={() => goTo(startOf(id))} />
      ))}
      {services.map(({ id, title, closed }) =>
        closed ? (
          <Part key={id} className="line-closed">
            <Part as="p">{title}</Part>
            <Part as="p" className="help">
              {closed.say}
              {closed.next}
            </Part>
          </Part>
        ) : null,
      )}
    </>
  );
}
