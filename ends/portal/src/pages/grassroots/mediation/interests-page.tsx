// Interests (利害关系申报): a mediator says whom they may not mediate for, so that nobody puts them there.
import { useQuery } from "@tanstack/react-query";
import { Button, List } from "antd";
import { useState } from "react";
import { useConfirm } from "../../../ui/confirm.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { dayWords } from "../../../ui/words.ts";
import { CaseForm } from "../../functions/case-form.tsx";
import { interestForm } from "./forms.ts";
import { interestsQuery, type NewInterest, useDeclare, useEndInterest } from "./mediation.ts";
import { MediationTabs } from "./mediation-tabs.tsx";

export function Page() {
  const [declaring, setDeclaring] = useState(false);
  const { data, error, refetch } = useQuery(interestsQuery);
  return (
    <>
      <PageHead
        title="利害关系申报"
        sentence="任职过的单位、代理过的当事人、近亲属写在这里；涉及他们的争议不会分派给您。"
        action={
          data ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDeclaring(true)}>
              申报
            </Button>
          ) : null
        }
      />
      <MediationTabs here="interests" />
      {error && !data ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <LinesSkeleton count={6} /> : null}
      {data ? <Declared rows={data} /> : null}
      <Declare open={declaring} onClose={() => setDeclaring(false)} />
    </>
  );
}

type Rows = Awaited<ReturnType<NonNullable<(typeof interestsQuery)["queryFn"]>>>;

function Declared({ rows }: { readonly rows: Rows }) {
  const end = useEndInterest();
  const confirm = useConfirm();
  if (rows.length === 0) return <Empty sentence="还没有申报" hint="没有利害关系的不用填。" />;
  const endIt = (id: string, name: string) =>
    confirm({
      title: `与“${name}”不再有利害关系？`,
      effects: ["以后涉及它的争议可以分派给您。", "这条申报的记录仍保留。"],
      verb: "不再有",
      run: () => end.mutateAsync(id),
    });
  return (
    <Section title="正在起作用的申报">
      <List
        dataSource={[...rows]}
        rowKey={({ id }) => id}
        renderItem={({ id, name, kindName, note, declaredAt }) => (
          <List.Item
            actions={[
              <Button key="end" onClick={() => endIt(id, name)}>
                不再有关系
              </Button>,
            ]}
          >
            <List.Item.Meta
              title={name}
              description={`${kindName}${note ? `；${note}` : ""}（${dayWords(declaredAt)} 申报）`}
            />
          </List.Item>
        )}
      />
    </Section>
  );
}

interface DeclareProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

function Declare({ open, onClose }: DeclareProps) {
  const declare = useDeclare(onClose);
  return (
    <SidePanel open={open} onClose={onClose} title="申报利害关系">
      <FormShell<NewInterest>
        name="interest"
        onSubmit={(values) => declare.mutate(values)}
        submit="申报"
        submitting={declare.isPending}
        problem={declare.error}
      >
        <CaseForm form={interestForm} />
      </FormShell>
    </SidePanel>
  );
}
