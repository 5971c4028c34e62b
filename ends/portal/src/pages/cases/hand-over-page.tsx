// Handing over (工作交接): what a colleague holds goes to another, after one has seen what it is.
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useCommand } from "../../session.ts";
import { useConfirm } from "../../ui/confirm.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Section } from "../../ui/section.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { countWords } from "../../ui/words.ts";
import { type Colleague, takers } from "./colleagues.ts";
import { HandOverList } from "./hand-over-list.tsx";
import { HandOverPreview } from "./hand-over-preview.tsx";
import { PostSelect } from "./post-select.tsx";
import styles from "./sharing.module.css";
import { handOver, previewQuery } from "./sharing.ts";

const shortest = 2;
const everywhere = takers();

/** The hand-over just made. */
interface Done {
  readonly words: string;
  readonly left: number;
  readonly more: boolean;
}

const doneWords = ({ words, left, more }: Done): string =>
  [
    words,
    ...(left > 0 ? [`${countWords(left)} 件没有人可以接办，留在原岗位`] : []),
    ...(more ? ["还有没交接的，请再办一次"] : []),
  ].join("；");

export function Page() {
  return (
    <>
      <PageHead
        title="工作交接"
        sentence="同志离岗、休长假前，把其名下的待办交给别人。岗位结束后，没有交接的会自动转出。"
      />
      <Handing />
      <HandOverList />
    </>
  );
}

function Handing() {
  const [done, setDone] = useState<Done>();
  const [from, setFrom] = useState<Colleague>();
  const [to, setTo] = useState<Colleague>();
  const [reason, setReason] = useState("");
  const ids = { from: useId(), to: useId(), reason: useId() };
  const confirm = useConfirm();
  const preview = useQuery({ ...previewQuery(from?.post ?? ""), enabled: from !== undefined });
  const held = (preview.data?.held ?? 0) + (preview.data?.toMend ?? 0);
  const hand = useCommand(handOver, {
    refresh: [["cases"], ["desk"]],
    onDone: ({ handed, left, more }) => {
      const words = `${from?.name ?? ""}的 ${countWords(handed)} 件交给了${to?.name ?? "原岗位或上级"}`;
      setDone({ words, left, more });
      if (left > 0 || more) return;
      setFrom(undefined);
      setReason("");
    },
  });
  const why = missingOf({ from, held, reason, same: from?.post === to?.post });
  const ask = () =>
    from &&
    confirm({
      title: `交接 ${from.name} 的 ${countWords(held)} 件？`,
      effects: [
        to ? `全部交给 ${to.name}。` : "退回原岗位；岗位上没有别人时，交给上级。",
        "期限照旧，接办的同志会收到通知。",
        "办理记录写明是您安排的。",
      ],
      verb: `交接 ${countWords(held)} 件`,
    }).then((sure) => {
      if (sure === undefined) return;
      hand.mutate({ from: from.post, reason: reason.trim(), ...(to ? { to: to.post } : {}) });
    });
  return (
    <>
      <Section>
        <div className={styles.form}>
          <label htmlFor={ids.from}>交接谁的工作</label>
          <PostSelect
            id={ids.from}
            search={everywhere}
            value={from?.post}
            onChange={(_, who) => setFrom(who)}
          />
          <label htmlFor={ids.to}>
            交给谁<span className={styles.hint}>（选填）</span>
          </label>
          <PostSelect
            id={ids.to}
            search={everywhere}
            value={to?.post}
            onChange={(_, who) => setTo(who)}
          />
          <p className={styles.hint}>不选就退回原岗位；岗位上没有别人时，交给上级。</p>
          <label htmlFor={ids.reason}>原因</label>
          <Input
            id={ids.reason}
            placeholder="如：长期病休"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {hand.error ? <ErrorSentence problem={hand.error} /> : null}
          <div>
            <Button
              type="primary"
              disabled={why !== undefined}
              loading={hand.isPending}
              onClick={ask}
            >
              交接{held > 0 ? ` ${countWords(held)} 件` : ""}
            </Button>
            {why && from ? <p className={styles.hint}>{why}</p> : null}
          </div>
          {done ? (
            <p role="status">
              <StatusTag tone={done.left > 0 || done.more ? "warn" : "done"}>
                {doneWords(done)}
              </StatusTag>
            </p>
          ) : null}
        </div>
      </Section>
      {from ? <HandOverPreview query={preview} /> : null}
    </>
  );
}

interface Filled {
  readonly from: Colleague | undefined;
  readonly held: number;
  readonly reason: string;
  readonly same: boolean;
}

/** What is missing before it can be handed over. */
function missingOf({ from, held, reason, same }: Filled): string | undefined {
  if (!from) return "请选择交接谁的工作。";
  if (held === 0) return "对方名下没有待办，也没有等其补正的申请，不用交接。";
  if (same) return "不能交给同一个岗位。";
  return reason.trim().length < shortest ? "请写明原因。" : undefined;
}
