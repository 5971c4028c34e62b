// Layout (排版) of a flow on a BPMN sheet: steps from left to right, arms one under another. Pixels.
import type { BranchNode, Definition, FlowNode } from "./definition.ts";
import type { GraphEdge } from "./graph-reading.ts";

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const sizes = {
  event: { width: 36, height: 36 },
  task: { width: 120, height: 80 },
  gateway: { width: 50, height: 50 },
} as const satisfies Record<string, Size>;

const gap = 60;
const armGap = 40;
const margin = 80;
/** An arm without steps is a line with room for its words. */
const emptyArm: Size = { width: 80, height: 40 };

export interface Sheet {
  /** By id of the step, gateway or event. */
  readonly bounds: ReadonlyMap<string, Bounds>;
  /** How high the line of an arm runs, by the arm's id. */
  readonly rows: ReadonlyMap<string, number>;
}

const sizeOfNode = (node: FlowNode): Size => {
  if (node.kind === "branch") return sizeOfFork(node);
  return node.kind === "wait" || node.kind === "notice" ? sizes.event : sizes.task;
};

function sizeOfLine(nodes: readonly FlowNode[]): Size {
  if (nodes.length === 0) return emptyArm;
  const all = nodes.map(sizeOfNode);
  return {
    width: all.reduce((sum, { width }) => sum + width + gap, -gap),
    height: Math.max(...all.map(({ height }) => height)),
  };
}

function sizeOfFork({ arms }: BranchNode): Size {
  const all = arms.map(({ nodes }) => sizeOfLine(nodes));
  return {
    width: Math.max(...all.map(({ width }) => width)) + 2 * (sizes.gateway.width + gap),
    height: all.reduce((sum, { height }) => sum + height + armGap, -armGap),
  };
}

export function sheetOf({ nodes }: Definition): Sheet {
  const bounds = new Map<string, Bounds>();
  const rows = new Map<string, number>();
  const put = (id: string, size: Size, at: Point) =>
    bounds.set(id, { ...size, x: at.x, y: at.y - size.height / 2 });
  const putLine = (line: readonly FlowNode[], at: Point) => {
    let { x } = at;
    for (const node of line) {
      const size = sizeOfNode(node);
      if (node.kind === "branch") putFork(node, size, { x, y: at.y });
      else put(node.id, size, { x, y: at.y });
      x += size.width + gap;
    }
  };
  const putFork = ({ id, arms }: BranchNode, size: Size, at: Point) => {
    put(id, sizes.gateway, at);
    put(`${id}.join`, sizes.gateway, { x: at.x + size.width - sizes.gateway.width, y: at.y });
    let top = at.y - size.height / 2;
    for (const arm of arms) {
      const { height } = sizeOfLine(arm.nodes);
      const y = top + height / 2;
      rows.set(arm.id, y);
      putLine(arm.nodes, { x: at.x + sizes.gateway.width + gap, y });
      top += height + armGap;
    }
  };
  const line = sizeOfLine(nodes);
  const y = margin + line.height / 2;
  const x = margin + sizes.event.width + gap;
  put("start", sizes.event, { x: margin, y });
  putLine(nodes, { x, y });
  put("end", sizes.event, { x: x + line.width + gap, y });
  return { bounds, rows };
}

/** The corners of an edge: level along its row, upright only at the gateways it leaves or meets. */
export function cornersOf({ bounds, rows }: Sheet, { id, from, to }: GraphEdge): Point[] {
  const [one, other] = [bounds.get(from)!, bounds.get(to)!];
  const [start, end] = [middleOf(one), middleOf(other)];
  const y = rows.get(id) ?? start.y;
  const away: Point[] =
    y === start.y
      ? [{ x: one.x + one.width, y }]
      : [
          { x: start.x, y: edgeTowards(one, y) },
          { x: start.x, y },
        ];
  const home: Point[] =
    y === end.y
      ? [{ x: other.x, y }]
      : [
          { x: end.x, y },
          { x: end.x, y: edgeTowards(other, y) },
        ];
  return [...away, ...home];
}

const middleOf = ({ x, y, width, height }: Bounds): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

const edgeTowards = (box: Bounds, y: number): number => (y < box.y ? box.y : box.y + box.height);
