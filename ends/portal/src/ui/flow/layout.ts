// Flow layout (流程图排版): from nested stages to boxes and lines on paper, from top to bottom. Pure.

import { type StageKind, type StageState, whoWords } from "../stage-words.ts";
import { lettersIn, linesOf } from "./letters.ts";

export interface FlowStage {
  readonly id: string;
  readonly kind?: StageKind;
  readonly title: string;
  readonly who: string;
  readonly state: StageState;
  readonly arms?: readonly FlowArm[] | undefined;
}

export interface FlowArm {
  readonly title: string;
  readonly taken: boolean;
  /** Nobody can say yet whether it is taken. */
  readonly open?: boolean | undefined;
  readonly stages: readonly FlowStage[];
}

export interface Box<S extends FlowStage = FlowStage> {
  readonly stage: S;
  readonly kind: "step" | "fork" | "wait" | "notice";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly who: readonly string[];
}

type Point = readonly [x: number, y: number];

export interface Line {
  readonly points: readonly Point[];
  /** Nothing goes along it: its arm is not taken. */
  readonly idle: boolean;
  readonly arrow: boolean;
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "middle" | "start";
  readonly idle: boolean;
  readonly open: boolean;
}

export interface Picture<S extends FlowStage = FlowStage> {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box<S>[];
  readonly lines: readonly Line[];
  readonly labels: readonly Label[];
}

/** A picture with where it is entered, at its top, and left, at its foot. */
interface Block extends Picture {
  readonly spine: number;
  readonly tail: number;
}

const boxWidth = 184;
const forkWidth = 152;
const forkHeight = 52;
const gap = 28;
const armGap = 20;
const indent = 28;
const labelHeight = 22;
const lineHeight = 20;
const smallLine = 18;
const padding = 10;
const titleLetters = 11;
const whoLetters = 13;
const labelLetter = 13;
/** `（不经过）` */
const toldLetters = 5;

const nothing = { boxes: [], lines: [], labels: [], width: 0, height: 0, spine: 0, tail: 0 };

/** `tells` says that each box bears a line about where the case stands. */
interface Paper {
  readonly room: number;
  readonly tells: boolean;
}

/** Lays stages out for a sheet of so many pixels in width: arms beside each other where there is room. */
export function layOut<S extends FlowStage>(stages: readonly S[], paper: Paper): Picture<S> {
  const drawn = paper.tells ? stages : stages.map(asTaken);
  let block = sequence(drawn, paper, false);
  // Parts of different widths hang on one line and may reach further than each of them alone.
  for (let room = paper.room; block.width > paper.room && room > boxWidth; room -= indent) {
    block = sequence(drawn, { ...paper, room }, false);
  }
  return block as Block & Picture<S>;
}

/** Before there is a case no way is chosen yet. */
function asTaken<S extends FlowStage>(stage: S): S {
  const arms = stage.arms?.map((arm) => ({
    ...{ ...arm, taken: true, open: false },
    stages: arm.stages.map(asTaken),
  }));
  return { ...stage, ...(arms && { arms }) };
}

function moved({ boxes, lines, labels, ...rest }: Block, dx: number, dy: number): Block {
  return {
    ...rest,
    boxes: boxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy })),
    lines: lines.map((line) => ({
      ...line,
      points: line.points.map(([x, y]): Point => [x + dx, y + dy]),
    })),
    labels: labels.map((label) => ({ ...label, x: label.x + dx, y: label.y + dy })),
  };
}

function joined(
  parts: readonly Block[],
  size: Pick<Block, "width" | "height" | "spine" | "tail">,
): Block {
  return {
    ...size,
    boxes: parts.flatMap(({ boxes }) => boxes),
    lines: parts.flatMap(({ lines }) => lines),
    labels: parts.flatMap(({ labels }) => labels),
  };
}

/** One under another, joined by arrows along one line. */
function sequence(stages: readonly FlowStage[], paper: Paper, idle: boolean): Block {
  const parts = stages.map((stage) => (stage.arms ? fork(stage, paper, idle) : step(stage, paper)));
  const spine = Math.max(0, ...parts.map((part) => part.spine));
  const width = spine + Math.max(0, ...parts.map((part) => part.width - part.spine));
  const placed: Block[] = [];
  let y = 0;
  let tail = spine;
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      const points: Point[] = [
        ...(tail === spine ? [] : [[tail, y] as const]),
        [spine, y],
        [spine, y + gap],
      ];
      const line = { points, idle: idle || stages[index]!.state === "skipped", arrow: true };
      placed.push({ ...nothing, lines: [line], spine });
      y += gap;
    }
    placed.push(moved(part, spine - part.spine, y));
    y += part.height;
    tail = spine - part.spine + part.tail;
  }
  return joined(placed, { width, height: y, spine, tail });
}

function step(stage: FlowStage, { tells }: Paper): Block {
  const title = linesOf(stage.title, titleLetters, 2);
  const who = linesOf(whoWords(stage.who, stage.kind), whoLetters, 2);
  const told = tells ? smallLine : 0;
  const height = 2 * padding + title.length * lineHeight + who.length * smallLine + told;
  const kind = stage.kind === "wait" || stage.kind === "notice" ? stage.kind : "step";
  const box: Box = { stage, kind, x: 0, y: 0, width: boxWidth, height, title, who };
  const middle = boxWidth / 2;
  return { ...nothing, boxes: [box], width: boxWidth, height, spine: middle, tail: middle };
}

function diamond(stage: FlowStage): Block {
  const title = linesOf(stage.title, 7, 1);
  const size = { width: forkWidth, height: forkHeight };
  const box: Box = { stage, kind: "fork", x: 0, y: 0, ...size, title, who: [] };
  return { ...nothing, boxes: [box], ...size, spine: forkWidth / 2, tail: forkWidth / 2 };
}

function fork(stage: FlowStage, paper: Paper, idle: boolean): Block {
  const arms = stage.arms ?? [];
  const blocks = arms.map((arm) => armBlock(arm, paper, idle));
  const width = blocks.reduce((sum, block) => sum + block.width + armGap, -armGap);
  if (width <= paper.room) return besideEachOther(stage, arms, blocks);
  const narrower = { ...paper, room: paper.room - indent };
  return oneUnderAnother(
    stage,
    arms,
    arms.map((arm) => armBlock(arm, narrower, idle)),
  );
}

const isIdle = ({ taken, open = false }: FlowArm): boolean => !taken && !open;

/** An arm without steps is a bare line, wide enough for its words and for what is said of it. */
function armBlock(arm: FlowArm, paper: Paper, idle: boolean): Block {
  const { title, taken, stages } = arm;
  if (stages.length > 0) return sequence(stages, paper, idle || isIdle(arm));
  const told = paper.tells && !taken ? toldLetters : 0;
  const width = Math.max(boxWidth / 2, (lettersIn(title) + told) * labelLetter);
  return { ...nothing, width, spine: width / 2, tail: width / 2 };
}

function besideEachOther(
  stage: FlowStage,
  arms: readonly FlowArm[],
  blocks: readonly Block[],
): Block {
  const head = diamond(stage);
  const armsWidth = blocks.reduce((sum, block) => sum + block.width + armGap, -armGap);
  const width = Math.max(armsWidth, head.width);
  const spine = width / 2;
  const bar = head.height + gap / 2;
  const top = bar + labelHeight + gap / 2;
  const foot = top + Math.max(...blocks.map(({ height }) => height)) + gap / 2;
  const placed: Block[] = [moved(head, spine - head.spine, 0)];
  let x = (width - armsWidth) / 2;
  for (const [index, block] of blocks.entries()) {
    const at = x + block.spine;
    const arm = arms[index]!;
    const idle = isIdle(arm);
    const lines: Line[] = [
      {
        points: [
          [spine, head.height],
          [spine, bar],
          [at, bar],
          [at, top],
        ],
        idle,
        arrow: block.height > 0,
      },
      {
        points: [
          [x + block.tail, top + block.height],
          [x + block.tail, foot],
          [spine, foot],
        ],
        idle,
        arrow: false,
      },
    ];
    const words = { x: at, y: bar + labelHeight, text: arm.title };
    const label: Label = { ...words, anchor: "middle", idle, open: arm.open ?? false };
    placed.push({ ...nothing, lines, labels: [label], spine });
    placed.push(moved(block, x, top));
    x += block.width + armGap;
  }
  return joined(placed, { width, height: foot, spine, tail: spine });
}

/** Where there is no room: each arm under its words, hung on a rail at the left. */
function oneUnderAnother(
  stage: FlowStage,
  arms: readonly FlowArm[],
  blocks: readonly Block[],
): Block {
  const spine = boxWidth / 2;
  const head = moved(diamond(stage), spine - forkWidth / 2, 0);
  const rail = indent / 2;
  const placed: Block[] = [head];
  let y = head.height + gap / 2;
  for (const [index, block] of blocks.entries()) {
    const arm = arms[index]!;
    const idle = isIdle(arm);
    const middle = y + labelHeight / 2;
    const line: Line = {
      points: [
        [rail, middle],
        [indent, middle],
      ],
      idle,
      arrow: false,
    };
    const words = { x: indent + 6, y: middle + 5, text: arm.title };
    const label: Label = { ...words, anchor: "start", idle, open: arm.open ?? false };
    placed.push({ ...nothing, lines: [line], labels: [label], spine: 0 });
    placed.push(moved(block, indent, y + labelHeight));
    y += labelHeight + block.height + gap / 2;
  }
  const corner: Point = [spine - forkWidth / 2, head.height / 2];
  const points: Point[] = [corner, [rail, corner[1]], [rail, y]];
  const line = { points, idle: false, arrow: false };
  placed.unshift({ ...nothing, lines: [line], spine });
  const width = Math.max(boxWidth, ...blocks.map((block) => block.width + indent));
  return joined(placed, { width, height: y, spine, tail: rail });
}
