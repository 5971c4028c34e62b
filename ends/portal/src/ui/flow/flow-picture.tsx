// The flow drawn (流程图): every step and fork of a function, and where a case stands in it, for screen and paper.
import { useLayoutEffect, useRef, useState } from "react";
import { stateWords } from "../stage-words.ts";
import { dayWords } from "../words.ts";
import styles from "./flow-picture.module.css";
import { type Box, type FlowStage, type Line, layOut } from "./layout.ts";

/** A stage of the case engine as it is. */
interface DrawnStage extends FlowStage {
  readonly until?: string | null | undefined;
  readonly due?: string | null | undefined;
}

interface FlowPictureProps {
  readonly stages: readonly DrawnStage[];
  readonly title: string;
  /** Only the course, before there is a case. */
  readonly plain?: boolean;
}

export function FlowPicture({ stages, title, plain = false }: FlowPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const picture = layOut(stages, { room, tells: !plain });
  const { width, height } = { width: picture.width + 2, height: picture.height + 2 };
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        role="img"
        aria-label={`${title}：${wordsOf(stages, plain)}`}
        viewBox={`-1 -1 ${width} ${height}`}
        width={width}
        height={height}
      >
        <defs>
          <marker
            id="flow-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M1 1 L7 4 L1 7" className={styles.arrow} />
          </marker>
        </defs>
        {picture.lines.map((line) => (
          <Connection key={line.points.join(" ")} {...line} />
        ))}
        {picture.labels.map(({ x, y, text, anchor, idle, open }) => (
          <text
            key={`${x} ${y}`}
            x={x}
            y={y}
            textAnchor={anchor}
            className={styles.label}
            data-idle={idle}
          >
            {text}
            {plain ? "" : idle ? "（不经过）" : open ? "（待定）" : ""}
          </text>
        ))}
        {picture.boxes.map((box) => (
          <StageBox key={box.stage.id} box={box} plain={plain} />
        ))}
      </svg>
    </div>
  );
}

const usualRoom = 640;

/** How wide the sheet is; before it is known, and on paper, as wide as a page of A4. */
function useRoom(frame: React.RefObject<HTMLDivElement>): number {
  const [room, setRoom] = useState(usualRoom);
  useLayoutEffect(() => {
    const node = frame.current;
    if (!node) return;
    const look = () => node.clientWidth > 0 && setRoom(node.clientWidth - 2);
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(node);
    return () => watcher.disconnect();
  }, [frame]);
  return room;
}

function Connection({ points, idle, arrow }: Line) {
  return (
    <polyline
      points={points.map(([x, y]) => `${x},${y}`).join(" ")}
      className={styles.line}
      data-idle={idle}
      {...(arrow ? { markerEnd: "url(#flow-arrow)" } : {})}
    />
  );
}

interface StageBoxProps {
  readonly box: Box<DrawnStage>;
  readonly plain: boolean;
}

function StageBox({ box, plain }: StageBoxProps) {
  const { stage, kind, x, y, width, height, title, who } = box;
  const middle = x + width / 2;
  if (kind === "fork") {
    const corners = [
      [middle, y],
      [x + width, y + height / 2],
      [middle, y + height],
      [x, y + height / 2],
    ];
    return (
      <g className={styles.box} data-state={plain ? "plain" : stage.state}>
        <polygon points={corners.map((corner) => corner.join(",")).join(" ")} />
        <text x={middle} y={y + height / 2 + 4} className={styles.who}>
          {title[0]}
        </text>
      </g>
    );
  }
  const whoTop = y + 10 + title.length * 20;
  return (
    <g className={styles.box} data-state={plain ? "plain" : stage.state}>
      <Outline box={box} />
      {title.map((line, index) => (
        <text key={line} x={middle} y={y + 25 + index * 20} className={styles.title}>
          {line}
        </text>
      ))}
      {who.map((line, index) => (
        <text key={line} x={middle} y={whoTop + 13 + index * 18} className={styles.who}>
          {line}
        </text>
      ))}
      {plain ? null : (
        <text x={middle} y={y + height - 10} className={styles.told}>
          {toldOf(stage)}
        </text>
      )}
    </g>
  );
}

const bevel = 14;
const fold = 14;

/** Nobody works on a wait, drawn with pointed sides, nor on a notice, a sheet with its corner folded. */
function Outline({ box: { kind, x, y, width, height } }: { readonly box: Box<DrawnStage> }) {
  if (kind === "wait") {
    const middle = y + height / 2;
    const corners = [
      ...[`${x},${middle}`, `${x + bevel},${y}`, `${x + width - bevel},${y}`],
      ...[`${x + width},${middle}`, `${x + width - bevel},${y + height}`],
      `${x + bevel},${y + height}`,
    ];
    return <polygon points={corners.join(" ")} />;
  }
  if (kind === "notice") {
    const [right, foot] = [x + width, y + height];
    return (
      <>
        <polygon
          points={`${x},${y} ${right - fold},${y} ${right},${y + fold} ${right},${foot} ${x},${foot}`}
        />
        <polygon points={`${right - fold},${y} ${right - fold},${y + fold} ${right},${y + fold}`} />
      </>
    );
  }
  return <rect x={x} y={y} width={width} height={height} rx={6} />;
}

const marks = { done: "✓ ", now: "● ", ahead: "", skipped: "", back: "↩ ", no: "✕ " } as const;

/** `✓ 已完成 11-21`, `● 正在办理，11-25 前`. */
function toldOf({ state, kind, until, due }: DrawnStage): string {
  const said = marks[state] + stateWords(state, kind);
  if (state === "now" && due) return `${said}，${dayWords(due).slice(5)} 前`;
  return until && state !== "skipped" ? `${said} ${dayWords(until).slice(5)}` : said;
}

/** The same in one sentence, for those who listen. */
function wordsOf(stages: readonly DrawnStage[], plain: boolean): string {
  return stages
    .map(({ title, kind, state, arms = [] }) => {
      const inside = arms.map((arm) => `${arm.title}（${wordsOf(arm.stages, plain)}）`).join("；");
      return title + (plain ? "" : stateWords(state, kind)) + (inside ? `：${inside}` : "");
    })
    .join("，");
}
