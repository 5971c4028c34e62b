// A lawyer (一名援助律师): what is on file, what they declared, and adding to it.
import { useQuery } from "@tanstack/react-query";
import { Button, List, Space } from "antd";
import { useState } from "react";
import { useMe } from "../../../session.ts";
import { useConfirm } from "../../../ui/confirm.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import type { FormDescription } from "../../../ui/form/description.ts";
import { FormShell } from "../../../ui/form/form-shell.tsx";
import { Facts } from "../../../ui/section.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { dayWords } from "../../../ui/words.ts";
import { CaseForm } from "../../functions/case-form.tsx";
import {
  interestsQuery,
  type Lawyer,
  type NewInterest,
  useDeclare,
  useEndInterest,
} from "./lawyers.ts";
import styles from "./legal-aid.module.css";
import { ChangeLawyer } from "./register-panel.tsx";
import { interestKinds, starWords } from "./words.ts";

interface PanelProps {
  readonly lawyer: Lawyer | undefined;
  readonly onClose: () => void;
}

type Doing = "looking" | "changing" | "declaring";

export function LawyerPanel({ lawyer, onClose }: PanelProps) {
  const [doing, setDoing] = useState<Doing>("looking");
  const { role } = useMe();
  const back = () => setDoing("looking");
  const close = () => {
    back();
    onClose();
  };
  const declares = role === "cadre" || (role === "lawyer" && lawyer?.mine);
  return (
    <SidePanel
      open={lawyer !== undefined}
      onClose={close}
      title={lawyer ? `${lawyer.name}律师` : ""}
      subtitle={lawyer?.firm}
    >
      {lawyer && doing === "looking" ? (
        <>
          <About lawyer={lawyer} />
          {declares ? <Interests lawyer={lawyer} /> : null}
          <Space>
            {declares ? <Button onClick={() => setDoing("declaring")}>申报利害关系</Button> : null}
            {role === "cadre" ? (
              <Button onClick={() => setDoing("changing")}>修改登记</Button>
            ) : null}
          </Space>
        </>
      ) : null}
      {lawyer && doing === "changing" ? <ChangeLawyer lawyer={lawyer} onDone={back} /> : null}
      {lawyer && doing === "declaring" ? <Declare id={lawyer.id} onDone={back} /> : null}
    </SidePanel>
  );
}

const About = ({ lawyer }: { readonly lawyer: Lawyer }) => (
  <Facts
    facts={[
      { title: "执业证号", value: lawyer.practiceNumber },
      { title: "所在总工会", value: lawyer.unionName },
      { title: "专长", value: lawyer.specialityNames.join("、"), wide: true },
      { title: "优先服务", value: lawyer.servesName },
      { title: "在办援助", value: `${lawyer.open} 件` },
      { title: "答复咨询", value: `${lawyer.answered} 次` },
      { title: "职工评价", value: starWords(lawyer.stars) },
    ]}
  />
);

function Interests({ lawyer }: { readonly lawyer: Lawyer }) {
  const { data, error, refetch } = useQuery(interestsQuery(lawyer.id));
  const end = useEndInterest();
  const confirm = useConfirm();
  const endIt = (id: string, name: string) =>
    confirm({
      title: `与“${name}”不再有关系？`,
      effects: ["以后对方是它的援助可以指派给这位律师。", "申报的记录仍保留。"],
      verb: "不再有",
      run: () => end.mutateAsync(id),
    });
  if (error && !data) return <ErrorSentence size="block" problem={error} onRetry={refetch} />;
  if (!data) return <LinesSkeleton count={3} />;
  const heading = <h3 className={styles.heading}>利害关系申报</h3>;
  if (data.length === 0) {
    return (
      <>
        {heading}
        <p className={styles.none}>还没有申报。没有利害关系的不用填。</p>
      </>
    );
  }
  return (
    <>
      {heading}
      <List
        dataSource={[...data]}
        rowKey={({ id }) => id}
        renderItem={({ id, name, kindName, note, declaredAt, endedAt }) => (
          <List.Item
            actions={
              endedAt
                ? [<span key="ended">{dayWords(endedAt)} 结束</span>]
                : [
                    <Button key="end" size="small" onClick={() => endIt(id, name)}>
                      不再有关系
                    </Button>,
                  ]
            }
          >
            <List.Item.Meta
              title={name}
              description={`${kindName}${note ? `；${note}` : ""}（${dayWords(declaredAt)} 申报）`}
            />
          </List.Item>
        )}
      />
    </>
  );
}

const interestForm: FormDescription = {
  groups: [
    {
      fields: [
        { name: "name", title: "单位或者人的名称", kind: "text", maxLength: 60, required: true },
        { name: "kind", title: "关系", kind: "choice", options: interestKinds, required: true },
        { name: "note", title: "说明", kind: "long-text", maxLength: 200, required: false },
      ],
    },
  ],
};

function Declare({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const declare = useDeclare(id, onDone);
  return (
    <FormShell<NewInterest>
      name="interest"
      onSubmit={(values) => declare.mutate(values)}
      submit="申报"
      submitting={declare.isPending}
      problem={declare.error}
    >
      <CaseForm form={interestForm} />
    </FormShell>
  );
}
