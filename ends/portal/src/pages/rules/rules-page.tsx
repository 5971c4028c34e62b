// Numbers of rules (规定数值): what a federation may set for its place, what holds there today and why, what it set.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Facts, Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeletons.tsx";
import { dayWords } from "../../ui/words.ts";
import { type Rule, rulesQuery } from "./rules.ts";
import { SetRule } from "./set-rule.tsx";
import { Values } from "./values.tsx";

export function Page() {
  const { data, error, refetch } = useQuery(rulesQuery);
  const [setting, setSetting] = useState<Rule>();
  const back = <TextLink to={paths.cases()}>办件总览</TextLink>;
  if (!data) {
    if (!error) return <PageSkeleton />;
    return <ErrorSentence size="page" problem={error} onRetry={refetch} action={back} />;
  }
  return (
    <>
      <PageHead
        back={back}
        title="规定数值"
        sentence={`${data.unionName}可以按当地文件设定的标准和期限。一人提出，另一人核准，最早明天生效。`}
      />
      {data.rows.length === 0 ? (
        <Section>
          <Empty sentence="没有可以由本级设定的数值。" hint="现有数值都由全国或省里统一规定。" />
        </Section>
      ) : null}
      {data.rows.map((rule) => (
        <RuleCard key={`${rule.room}.${rule.name}`} rule={rule} onSet={() => setSetting(rule)} />
      ))}
      {setting ? (
        <SetRule
          key={`${setting.room}.${setting.name}`}
          rule={setting}
          tomorrow={data.tomorrow}
          onClose={() => setSetting(undefined)}
        />
      ) : null}
    </>
  );
}

interface RuleCardProps {
  readonly rule: Rule;
  readonly onSet: () => void;
}

function RuleCard({ rule, onSet }: RuleCardProps) {
  const { title, roomTitle, now, values } = rule;
  const waits = values.some(({ state }) => state === "proposed");
  return (
    <Section
      title={title}
      sentence={`用于：${roomTitle}`}
      actions={
        <Button disabled={waits} title={waits ? "有一份在等人核准" : ""} onClick={onSet}>
          设定新的数值
        </Button>
      }
    >
      <Facts
        facts={
          now
            ? [
                { title: "现在按", value: now.words },
                { title: "适用", value: `${now.place}，${dayWords(now.fromDay)} 起` },
                { title: "依据", value: now.source, wide: true },
                ...(now.note ? [{ title: "说明", value: now.note, wide: true }] : []),
              ]
            : [{ title: "现在按", value: "还没有规定" }]
        }
      />
      <Values rule={rule} />
    </Section>
  );
}
