// Orders to bring cases over (转入记录): how far each has come, and which cases stayed where they were.
import { Progress } from "antd";
import { Section } from "../../ui/section.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { countWords, momentWords } from "../../ui/words.ts";
import { Stays } from "./checked-moves.tsx";
import styles from "./flows.module.css";
import type { Move } from "./moves.ts";

export function MoveHistory({ moves }: { readonly moves: readonly Move[] }) {
  if (moves.length === 0) return null;
  return (
    <Section title="转入记录">
      <ul className={styles.history}>
        {moves.map((move) => (
          <Line key={move.id} move={move} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ move }: { readonly move: Move }) {
  const { who, at, because, flowTitle, wanted, looked, moved, ended, stays } = move;
  const left = looked - moved;
  return (
    <li>
      <p>
        <b>
          {flowTitle}：已转入 {countWords(moved)} 件
          {left > 0 ? `，留在原流程 ${countWords(left)} 件` : ""}
        </b>{" "}
        <StatusTag tone={ended ? (left > 0 ? "warn" : "done") : "doing"} quiet>
          {ended ? "已转完" : "正在转"}
        </StatusTag>
      </p>
      <p className={styles.when}>
        {who} 于 {momentWords(at)} 安排，原因：{because}
      </p>
      {ended ? null : (
        <Progress
          aria-label="转入进度"
          percent={Math.floor((100 * looked) / Math.max(wanted, looked, 1))}
          format={() => `${countWords(looked)} / ${countWords(Math.max(wanted, looked))}`}
        />
      )}
      <Stays stays={stays} count={left} />
    </li>
  );
}
