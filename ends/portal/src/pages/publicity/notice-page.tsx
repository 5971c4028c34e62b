// A public notice (公示内容): what is up, until when, and the box for whoever objects.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { answer, api } from "../../client.ts";
import { paths } from "../../paths.ts";
import { useCommand } from "../../session.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeletons.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import styles from "./publicity.module.css";
import { noticeKey, noticeQuery, stateWords, untilWords } from "./publicity.ts";

export function Page() {
  const { id, token } = useParams({ strict: false }) as { id: string; token: string };
  const number = Number(token);
  const { data, error, refetch } = useQuery(noticeQuery(id, number));
  const back = <TextLink to={paths.publicity()}>公示</TextLink>;
  if (!data) {
    if (!error) return <PageSkeleton />;
    return <ErrorSentence size="page" problem={error} onRetry={refetch} action={back} />;
  }
  const { tone, words } = stateWords[data.state];
  return (
    <>
      <PageHead
        back={back}
        title={data.title}
        tag={<StatusTag tone={tone}>{words}</StatusTag>}
        sentence={`${data.unionName}，${untilWords(data)}。`}
        more={<PrintButton />}
      />
      <div className={styles.notice}>
        <Section title="公示内容">
          <p className={styles.words}>{data.words}</p>
        </Section>
        <Section title="提出异议" sentence="请写明异议和理由，工会核实后答复；处理期间公示暂停。">
          {data.objection.open ? (
            <Objection id={id} token={number} />
          ) : (
            <p className={styles.closed}>
              {data.objection.why}
              {data.objection.next}
            </p>
          )}
        </Section>
      </div>
    </>
  );
}

const shortest = 2;
const longest = 500;

function Objection({ id, token }: { readonly id: string; readonly token: number }) {
  const box = useId();
  const [reason, setReason] = useState("");
  const params = { path: { id, token } };
  const command = useCommand(
    (body: { reason: string }, headers) =>
      answer(api.POST("/api/cases/{id}/notices/{token}/object", { params, body, headers })),
    { refresh: [noticeKey(id, token)] },
  );
  const said = reason.trim();
  return (
    <div className={styles.objection}>
      <label htmlFor={box}>异议和理由</label>
      <Input.TextArea
        id={box}
        autoSize={{ minRows: 3, maxRows: 10 }}
        showCount
        maxLength={longest}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {command.error ? <ErrorSentence problem={command.error} /> : null}
      <Button
        type="primary"
        disabled={said.length < shortest}
        loading={command.isPending}
        onClick={() => command.mutate({ reason: said })}
      >
        提出异议
      </Button>
    </div>
  );
}
