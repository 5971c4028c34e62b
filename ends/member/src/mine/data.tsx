// My data (我的信息): what the union knows of me, from where and since when, and who looked behind the mask.
import type { Read } from "../client/api.ts";
import { useAnswer } from "../client/use-answer.ts";
import { go } from "../device/go.ts";
import { Button, Card, Coming, Empty, Tag, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { dayWords, momentWords } from "../words.ts";

type Person = NonNullable<Read<"/api/members/mine">["person"]>;
type Fact = Person["facts"][number];

const stateTags = {
  active: { tone: "done", words: "在册" },
  kept: { tone: "warn", words: "保留会籍" },
  ended: { tone: "off", words: "已离会" },
} as const;

/** The function by which a member has a fact put right. */
const correcting = "membership.change";

export default function Data() {
  const { data, problem, again } = useAnswer("/api/members/mine");
  return (
    <Page title="我的信息">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={6} /> : null}
      {data && !data.person ? (
        <Empty
          sentence="工会还没有登记您的信息"
          hint="入会后，工会掌握您哪些信息、从哪里来，都能在这里看到。"
        />
      ) : null}
      {data?.person ? <Known person={data.person} /> : null}
    </Page>
  );
}

function Known({ person }: { readonly person: Person }) {
  const { state, unionName, number, facts, looks } = person;
  const tag = stateTags[state];
  return (
    <>
      <Card title={unionName} side={<Tag tone={tag.tone}>{tag.words}</Tag>}>
        <Part as="p" className="help">
          会员号 {number}
        </Part>
      </Card>
      <Facts facts={facts} />
      <Card title="谁看过我的完整信息">
        {looks.length === 0 ? <Part as="p">还没有人看过。</Part> : null}
        {looks.map(({ at, viewer, fields, purpose }) => (
          <Part key={at + viewer} className="fact">
            <Part as="b">{viewer}</Part>
            <Part as="p">
              看了{fields.join("、")}，事由：{purpose}
            </Part>
            <Part as="p" className="help">
              {momentWords(at)}
            </Part>
          </Part>
        ))}
      </Card>
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const { data } = useAnswer("/api/cases/functions");
  const mayCorrect = data?.groups.some(({ functions }) =>
    functions.some(({ id }) => id === correcting),
  );
  return (
    <Card title="登记的信息">
      {facts
        .filter(({ text }) => text !== null)
        .map(({ field, title, text, source, at }) => (
          <Part key={field} className="answer">
            <Part as="p" className="answer-title">
              {title}
            </Part>
            <Part as="p" className="answer-words">
              {text}
            </Part>
            {source ? (
              <Part as="p" className="help">
                来自{source}
                {at ? `，${dayWords(at)}` : ""}
              </Part>
            ) : null}
          </Part>
        ))}
      {mayCorrect ? (
        <Button onPress={() => go("fill", { id: correcting })}>信息有误，申请更正</Button>
      ) : (
        <Part as="p" className="help">
          信息有误请告诉您的工会，或拨打 12351。
        </Part>
      )}
    </Card>
  );
}
