// A matter (一件法律援助): what the worker says, the verdict with its reasons, who is to act, the journal.
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
import { legalAidPaths } from "./addresses.ts";
import { CandidatesSection } from "./candidates-section.tsx";
import { ContactFact } from "./contact-fact.tsx";
import { EntryPanel } from "./entry-panel.tsx";
import { JournalSection } from "./journal-section.tsx";
import styles from "./legal-aid.module.css";
import { filedFile, matterQuery, type WholeMatter } from "./legal-aid.ts";
import { stateTones, verdictTones } from "./words.ts";

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery(matterQuery(id));
  if (error && !data) return <ErrorSentence size="page" problem={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  return <Shown matter={data} />;
}

function Shown({ matter }: { readonly matter: WholeMatter }) {
  const [writing, setWriting] = useState(false);
  const { id, applicant, respondent, state, stateName, mayWrite, assigning } = matter;
  const toCase = <TextLink to={paths.case(id)}>去办件页</TextLink>;
  return (
    <>
      <PageHead
        title={`${applicant}与${respondent}`}
        tag={<StatusTag tone={stateTones[state] ?? "wait"}>{stateName}</StatusTag>}
        sentence={sentenceOf(matter)}
        back={<TextLink to={legalAidPaths.matters()}>援助案件</TextLink>}
        action={
          mayWrite ? (
            <Button type="primary" onClick={() => setWriting(true)}>
              写日志
            </Button>
          ) : null
        }
        more={mayWrite ? null : toCase}
      />
      {assigning ? <CandidatesSection matter={matter} assigning={assigning} /> : null}
      <About matter={matter} />
      <Verdict matter={matter} />
      <JournalSection matter={matter} />
      <EntryPanel id={id} open={writing} onClose={() => setWriting(false)} />
    </>
  );
}

function sentenceOf(matter: WholeMatter): string {
  const { number, state, assignDueDay, lawyer, unionName, asked } = matter;
  if (asked) return `${number}，${unionName}，已指派${asked}，等本人接受。`;
  if (state === "granted") return `${number}，${unionName}，最迟 ${assignDueDay} 指派律师。`;
  return lawyer ? `${number}，由${lawyer}律师承办。` : `${number}，${unionName}。`;
}

function About({ matter }: { readonly matter: WholeMatter }) {
  const { papers, mayWrite, resultName, stars, starsWords } = matter;
  return (
    <Section title="什么事">
      <Facts
        facts={[
          { title: "什么事", value: matter.kindName },
          { title: "涉及金额", value: <Money fen={matter.claimFen} /> },
          { title: "申请时间", value: <Moment value={matter.filedAt} /> },
          {
            title: "申请人",
            value: mayWrite ? <ContactFact matter={matter} /> : matter.applicant,
          },
          {
            title: "事情经过",
            value: <span className={styles.words}>{matter.story}</span>,
            wide: true,
          },
          {
            title: "申请材料",
            value:
              papers.length === 0
                ? null
                : papers.map(({ id, name }) => (
                    <a key={id} className={styles.file} href={filedFile(id)} download>
                      {name}
                    </a>
                  )),
            wide: true,
          },
          ...(resultName
            ? [
                { title: "结果", value: resultName },
                { title: "认定追回", value: <Money fen={matter.recoveredFen} /> },
                {
                  title: "职工评价",
                  value: `${stars} 分${starsWords ? `：${starsWords}` : ""}`,
                  wide: true,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** What the policy found, what people decided, and how each lawyer came to it. */
function Verdict({ matter }: { readonly matter: WholeMatter }) {
  const { verdict, verdictName, reasons, decidedAt, decidedWhy, replays, assignments } = matter;
  return (
    <Section title="认定和指派">
      <p>
        系统认定：<StatusTag tone={verdictTones[verdict] ?? "wait"}>{verdictName}</StatusTag>
      </p>
      <ul className={styles.reasons}>
        {reasons.map(({ words, citation }) => (
          <li key={words}>
            {words}
            <span className={styles.by}>（{citation}）</span>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          {
            title: "审批",
            value: decidedAt ? <Moment value={decidedAt} /> : "还没有决定",
          },
          { title: "审批意见", value: decidedWhy },
          {
            title: "复算",
            value: replays ? "按当时的材料和规定重算，结果一致" : "重算的结果不一致，请查参数",
          },
          ...assignments.map(({ at, lawyer, rank, reasons: checked }) => ({
            title: "指派",
            value: (
              <>
                {lawyer}律师，
                <Moment value={at} />：{rank}；{checked.map(({ words }) => words).join("；")}
              </>
            ),
            wide: true,
          })),
        ]}
      />
    </Section>
  );
}
