// States (状态样张): skeletons, emptiness, refusals and failures in all their sizes.
import { Button } from "antd";
import { Empty } from "../ui/empty.tsx";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Problem, problemOf } from "../ui/problem.ts";
import { Section } from "../ui/section.tsx";
import { CardsSkeleton, FormSkeleton, LinesSkeleton, PageSkeleton } from "../ui/skeletons.tsx";

const refused = problemOf(409, {
  code: "roster.too-large",
  title: "名册有 120,003 行，一次最多导入 100,000 行。",
  next: "请按街道拆成几份，分别导入。",
});
const broken = problemOf(500, { requestId: "01984f2a-7c3e-7b1a-9d55-3f2a6c1e8b90" });

export function StatesStory() {
  return (
    <>
      <PageHead title="空白与出错" sentence="没有内容、正在加载、没办成，各是什么样子。" />
      <Section title="一行">
        <div style={{ display: "grid", gap: 12 }}>
          <ErrorSentence problem={refused} />
          <ErrorSentence problem={broken} onRetry={() => undefined} />
        </div>
      </Section>
      <Section title="一块">
        <ErrorSentence
          size="block"
          problem={new Problem({ status: 0 })}
          onRetry={() => undefined}
        />
      </Section>
      <Section title="空白">
        <Empty
          sentence="名册里还没有会员"
          hint="可以从 Excel 导入，也可以逐个登记。"
          action={<Button type="primary">导入名册</Button>}
        />
      </Section>
      <Section title="骨架">
        <div style={{ display: "grid", gap: 32 }}>
          <CardsSkeleton />
          <FormSkeleton count={3} />
          <LinesSkeleton count={3} />
          <PageSkeleton />
        </div>
      </Section>
    </>
  );
}
