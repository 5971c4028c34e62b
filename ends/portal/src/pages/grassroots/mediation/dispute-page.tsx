// A dispute (一件劳动争议): what is asked, sittings and minutes, the agreement, money received, files handed on.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { paths } from "../../../paths.ts";
import { Moment } from "../../../ui/day.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { Money } from "../../../ui/money.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Facts, Section } from "../../../ui/section.tsx";
import { PageSkeleton } from "../../../ui/skeletons.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { moneyWords } from "../../../ui/words.ts";
import { mediationPaths } from "./addresses.ts";
import { AgreementSection } from "./agreement-section.tsx";
import { DeliveriesSection } from "./deliveries-section.tsx";
import { clockTone, disputeQuery, type WholeDispute } from "./mediation.ts";
import { type Panel, Panels } from "./panels.tsx";
import { SittingsSection } from "./sittings-section.tsx";

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery(disputeQuery(id));
  if (error && !data) return <ErrorSentence size="page" problem={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  return <Shown dispute={data} />;
}

function Shown({ dispute }: { readonly dispute: WholeDispute }) {
  const [panel, open] = useState<Panel>();
  const { tone, words } = clockTone(dispute);
  const { id, applicant, people, respondent, mayHandle, state } = dispute;
  const who = people > 1 ? `${applicant}等 ${people} 人` : applicant;
  return (
    <>
      <PageHead
        title={`${who}与${respondent}`}
        tag={<StatusTag tone={tone}>{words}</StatusTag>}
        sentence={`请求 ${moneyWords(dispute.claimedFen)}，办结期限 ${dispute.dueDay}。`}
        back={<TextLink to={mediationPaths.disputes()}>调解台账</TextLink>}
        action={
          mayHandle && state === "accepted" ? (
            <Button type="primary" onClick={() => open({ kind: "call" })}>
              约调解会议
            </Button>
          ) : null
        }
        more={<TextLink to={paths.case(id)}>去办件页办理</TextLink>}
      />
      <About dispute={dispute} />
      <SittingsSection dispute={dispute} onPanel={open} />
      <AgreementSection dispute={dispute} onPanel={open} />
      <DeliveriesSection dispute={dispute} onPanel={open} />
      <Panels dispute={dispute} panel={panel} onClose={() => open(undefined)} />
    </>
  );
}

function About({ dispute }: { readonly dispute: WholeDispute }) {
  const { claims, evidence, assignments } = dispute;
  return (
    <Section title="争议">
      <Facts
        facts={[
          { title: "办件编号", value: dispute.number },
          { title: "受理工会", value: dispute.unionName },
          { title: "申请时间", value: <Moment value={dispute.filedAt} /> },
          { title: "申请方式", value: dispute.oral ? "口头，由工会干事记录" : "本人在线申请" },
          { title: "答复期限", value: dispute.acceptDueDay },
          {
            title: "答复时间",
            value: dispute.acceptedAt ? <Moment value={dispute.acceptedAt} /> : null,
          },
          { title: "调解员", value: dispute.mediatorName },
          {
            title: "利害关系核查",
            value: assignments
              .map(({ name, reasons }) => `${name}：${reasons.join("；")}`)
              .join("；"),
            wide: true,
          },
          {
            title: "请求事项",
            value: claims.map(({ kindName, amountFen, words }) => (
              <div key={`${kindName}${words}`}>
                {kindName}：{words} {amountFen === null ? null : <Money fen={amountFen} />}
              </div>
            )),
            wide: true,
          },
          {
            title: "证据",
            value: evidence.length > 0 ? evidence.map(({ name }) => name).join("、") : null,
            wide: true,
          },
        ]}
      />
    </Section>
  );
}
