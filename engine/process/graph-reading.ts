// Reading a graph (读图): ids that are there, one start, every node on a way from it to an end.
import type { Condition } from "./condition.ts";
import type { BranchNode, FlowNode } from "./definition.ts";
import { type Unsound, unsound } from "./soundness.ts";

/** 排他、包容、并行: one way out, every way that holds, all of them. */
export type Gate = "exclusive" | "inclusive" | "parallel";
export type DrawnStep = Exclude<FlowNode, BranchNode>;

export type GraphNode =
  | { readonly kind: "start" | "end"; readonly id: string; readonly title: string }
  | { readonly kind: "step"; readonly id: string; readonly title: string; readonly step: DrawnStep }
  | { readonly kind: "gateway"; readonly id: string; readonly title: string; readonly gate: Gate };

/**
 * Out of an exclusive or inclusive gateway, the edge without a condition is for when no other
 * holds.
 */
export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly when?: Condition;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A drawing with its edges at hand. */
export interface Chart {
  readonly start: GraphNode;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly from: (id: string) => readonly GraphEdge[];
  readonly into: (id: string) => readonly GraphEdge[];
}

export const firstOf = ({ start, from }: Chart): GraphEdge => from(start.id)[0]!;

/**
 * The drawing made plain, or its faults: a step where ways meet or part gets the gateway it stands
 * for, so that only gateways have several edges in or out.
 */
export function arrange(graph: Graph): Chart | Unsound[] {
  const faults = faultsOfIds(graph);
  if (faults.length > 0) return faults;
  const plain = withGateways(graph);
  const nodes = new Map(plain.nodes.map((node) => [node.id, node]));
  const from = (id: string) => plain.edges.filter((edge) => edge.from === id);
  const into = (id: string) => plain.edges.filter((edge) => edge.to === id);
  const start = plain.nodes.find(({ kind }) => kind === "start")!;
  const chart = { start, nodes, from, into };
  const lost = faultsOfReach(chart);
  if (lost.length > 0) return lost;
  const loops = loopsFrom(chart, start, []);
  return loops.length > 0 ? loops : chart;
}

function faultsOfIds({ nodes, edges }: Graph): Unsound[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const starts = nodes.filter(({ kind }) => kind === "start");
  const astray = edges.filter(({ from, to }) => !(ids.has(from) && ids.has(to)));
  return [
    ...(ids.size < nodes.length ? [unsound([], "malformed", "有两个步骤编号相同。")] : []),
    ...(starts.length === 1 ? [] : [unsound(starts, "malformed", "须有且只有一个开始。")]),
    ...(nodes.some(({ kind }) => kind === "end") ? [] : [unsound([], "endless", "没有画出结束。")]),
    ...astray.map((edge) => unsound([edge], "malformed", "连线的一头没有接到步骤上。")),
  ];
}

/**
 * Edges that meet at a step are merged as they come; edges that part from one are all taken. A
 * gateway where ways both meet and part is two.
 */
function withGateways(graph: Graph): Graph {
  let plain = graph;
  for (const node of graph.nodes) {
    const { id, title, kind } = node;
    const meets = plain.edges.filter(({ to }) => to === id).length > 1;
    const leaving = plain.edges.filter(({ from }) => from === id);
    if (meets && (kind === "step" || (kind === "gateway" && leaving.length > 1))) {
      const gate = kind === "gateway" ? node.gate : "exclusive";
      plain = before(plain, id, { kind: "gateway", id: `${id}.merge`, title, gate });
    }
    if (kind !== "gateway" && leaving.length > 1) {
      const gate = leaving.some(({ when }) => when) ? "inclusive" : "parallel";
      plain = after(plain, id, { kind: "gateway", id: `${id}.split`, title, gate });
    }
  }
  return plain;
}

const before = ({ nodes, edges }: Graph, id: string, gateway: GraphNode): Graph => ({
  nodes: [...nodes, gateway],
  edges: [
    ...edges.map((edge) => (edge.to === id ? { ...edge, to: gateway.id } : edge)),
    plainEdge(gateway.id, id),
  ],
});

const after = ({ nodes, edges }: Graph, id: string, gateway: GraphNode): Graph => ({
  nodes: [...nodes, gateway],
  edges: [
    ...edges.map((edge) => (edge.from === id ? { ...edge, from: gateway.id } : edge)),
    plainEdge(id, gateway.id),
  ],
});

const plainEdge = (from: string, to: string): GraphEdge => ({
  ...{ id: `${from}-${to}`, from, to, title: "" },
});

function faultsOfReach({ start, nodes, from, into }: Chart): Unsound[] {
  const ends = [...nodes.values()].filter(({ kind }) => kind === "end").map(({ id }) => id);
  const reached = reach([start.id], (id) => from(id).map(({ to }) => to));
  const ending = reach(ends, (id) => into(id).map((edge) => edge.from));
  return [...nodes.values()].flatMap((node) => {
    if (!reached.has(node.id)) {
      return unsound([node], "unreachable", "从开始走不到这里。");
    }
    if (ending.has(node.id)) return [];
    const path = wayOf(node.id, reached).map((id) => nodes.get(id)!);
    return unsound(path, "endless", "从这里走不到结束。");
  });
}

/** Edges back to where the way has been. What was walked once need not be walked again. */
function loopsFrom(
  chart: Chart,
  node: GraphNode,
  path: readonly GraphNode[],
  walked = new Set<string>(),
): Unsound[] {
  const here = [...path, node];
  if (path.includes(node)) return [unsound(here, "loop", backwards)];
  if (walked.has(node.id)) return [];
  walked.add(node.id);
  return chart
    .from(node.id)
    .flatMap(({ to }) => loopsFrom(chart, chart.nodes.get(to)!, here, walked));
}

const backwards = "不能画回头线。退回是每一步都有的办法，不用画出来。";

/** Everything to be reached, each with what it is reached from. */
function reach(ids: readonly string[], next: (id: string) => readonly string[]) {
  const seen = new Map<string, string | undefined>(ids.map((id) => [id, undefined]));
  for (const id of seen.keys()) {
    for (const other of next(id)) if (!seen.has(other)) seen.set(other, id);
  }
  return seen;
}

function wayOf(id: string, reached: ReadonlyMap<string, string | undefined>): string[] {
  const before = reached.get(id);
  return before === undefined ? [id] : [...wayOf(before, reached), id];
}
