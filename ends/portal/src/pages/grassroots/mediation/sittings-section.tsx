// Sittings of a dispute (调解会议): when and where, what was said there, what was offered.
import { Button, Space } from "antd";
import { Moment } from "../../../ui/day.tsx";
import { Section } from "../../../ui/section.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { moneyWords } from "../../../ui/words.ts";
import styles from "./mediation.module.css";
import type { Sitting, WholeDispute } from "./mediation.ts";
import type { Panel } from "./panels.tsx";

interface SectionProps {
  readonly dispute: WholeDispute;
  readonly onPanel: (panel: Panel) => void;
}

export function SittingsSection({ dispute, onPanel }: SectionProps) {
  const { sessions, mayHandle } = dispute;
  return (
    <Section title="调解会议" sentence="约好后通知双方；前一天再提醒一次。笔录只能追加，不能改。">
      {sessions.length === 0 ? <p className={styles.none}>还没有约过调解会议。</p> : null}
      {sessions.map((sitting) => (
        <article key={sitting.id} className={styles.sitting}>
          <header className={styles.sittingHead}>
            <b>
              <Moment value={sitting.startsAt} />　{sitting.place}
            </b>
            <SittingTag sitting={sitting} />
            {mayHandle ? <SittingDoors sitting={sitting} onPanel={onPanel} /> : null}
          </header>
          {sitting.calledOffWhy ? <p>取消的原因：{sitting.calledOffWhy}</p> : null}
          <MinutesOf sitting={sitting} />
        </article>
      ))}
    </Section>
  );
}

const isPast = ({ startsAt }: Sitting): boolean => new Date(startsAt) <= new Date();

function SittingTag({ sitting }: { readonly sitting: Sitting }) {
  if (sitting.calledOffWhy) return <StatusTag tone="off">已取消</StatusTag>;
  if (sitting.minutes.length > 0) return <StatusTag tone="done">已记笔录</StatusTag>;
  return isPast(sitting) ? (
    <StatusTag tone="warn">还没有记笔录</StatusTag>
  ) : (
    <StatusTag tone="wait">待开</StatusTag>
  );
}

function SittingDoors({
  sitting,
  onPanel,
}: {
  readonly sitting: Sitting;
  readonly onPanel: (panel: Panel) => void;
}) {
  if (sitting.calledOffWhy) return null;
  const id = sitting.id;
  return (
    <Space>
      {isPast(sitting) ? (
        <Button size="small" onClick={() => onPanel({ kind: "minutes", id })}>
          记笔录
        </Button>
      ) : (
        <Button size="small" onClick={() => onPanel({ kind: "call-off", id })}>
          取消会议
        </Button>
      )}
    </Space>
  );
}

const MinutesOf = ({ sitting }: { readonly sitting: Sitting }) => (
  <>
    {sitting.minutes.map(({ id, at, by, present, words, offers }) => (
      <div key={id} className={styles.minutes}>
        <p>到场：{present}</p>
        <p className={styles.words}>{words}</p>
        {offers.map((offer) => (
          <p key={`${offer.side}${offer.words}`}>
            {offer.sideName}提出：{offer.words}
            {offer.amountFen === undefined ? "" : `（${moneyWords(offer.amountFen)}）`}
          </p>
        ))}
        <p className={styles.by}>
          {by}，<Moment value={at} />
        </p>
      </div>
    ))}
  </>
);
