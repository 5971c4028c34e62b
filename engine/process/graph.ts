// Graphs (流程图): a flow as drawn, with gateways and edges, and back to the flow that is stored.
import type { Arm, BranchNode, Definition, FlowNode } from "./definition.ts";
import { faultIn } from "./faults.ts";
import type { FlowOptions } from "./flow.ts";
import {
  arrange,
  type Chart,
  firstOf,
  type Gate,
  type Graph,
  type GraphEdge,
  type GraphNode,
} from "./graph-reading.ts";
import { type Stop, type Unsound, unsound } from "./soundness.ts";

const gates = { one: "exclusive", several: "inclusive", all: "parallel" } as const;
const takes = { exclusive: "one", inclusive: "several", parallel: "all" } as const;

/** The drawing of a flow: every fork a pair of gateways, `x` and `x.join`. */
export function toGraph(definition: Definition): Graph {
  const start: GraphNode = { kind: "start", id: "start", title: "提交申请" };
  const end: GraphNode = { kind: "end", id: "end", title: "办结" };
  const nodes: GraphNode[] = [start];
  const edges: GraphEdge[] = [];
  const link = (edge: Omit<GraphEdge, "to">, to: string) => edges.push({ ...edge, to });
  const draw = (line: readonly FlowNode[], first: Omit<GraphEdge, "to">) => {
    let edge = first;
    for (const node of line) {
      const { id, title } = node;
      link(edge, id);
      if (node.kind !== "branch") nodes.push({ kind: "step", id, title, step: node });
      else drawFork(node);
      const from = node.kind === "branch" ? `${id}.join` : id;
      edge = { id: `${from}.next`, from, title: "" };
    }
    return edge;
  };
  const drawFork = ({ id, title, take, arms }: BranchNode) => {
    const gate = gates[take];
    nodes.push({ kind: "gateway", id, title, gate });
    for (const { id: arm, title: name, when, nodes: inner } of arms) {
      link(draw(inner, { id: arm, from: id, title: name, ...(when && { when }) }), `${id}.join`);
    }
    nodes.push({ kind: "gateway", id: `${id}.join`, title: "", gate });
  };
  link(draw(definition.nodes, { id: "start.next", from: start.id, title: "" }), end.id);
  return { nodes: [...nodes, end], edges };
}

/**
 * The flow of a drawing, or what is wrong with it and on which way. Every fork must be joined by
 * one gateway of its kind; several ends are one. Ids of steps, gateways and edges are kept.
 */
export function fromGraph(graph: Graph, options: FlowOptions = {}): Definition | Unsound[] {
  const chart = arrange(graph);
  if (Array.isArray(chart)) return chart;
  const line = readLine(chart, firstOf(chart), [chart.start]);
  if (!("nodes" in line)) return [line];
  if (line.at !== "end") return [unsound(line.path, "unstructured", "汇合之前没有分开过。")];
  const definition: Definition = { nodes: line.nodes, ...options };
  const fault = faultIn(definition);
  return fault ? [unsound([chart.start], "malformed", `流程写法有误（${fault}）。`)] : definition;
}

/** Steps up to a join or the end, `at` which it stops, and the way there. */
interface Line {
  readonly nodes: readonly FlowNode[];
  readonly at: string;
  readonly path: readonly Stop[];
}

function readLine(chart: Chart, edge: GraphEdge, before: readonly Stop[]): Line | Unsound {
  const nodes: FlowNode[] = [];
  let path = before;
  for (let next = edge; ; ) {
    const node = chart.nodes.get(next.to)!;
    if (node.kind === "end") return { nodes, at: "end", path };
    if (chart.into(node.id).length > 1) return { nodes, at: node.id, path };
    path = [...path, node];
    if (node.kind === "gateway" && chart.from(node.id).length > 1) {
      const fork = readFork(chart, node, path);
      if (!("join" in fork)) return fork;
      nodes.push(fork.branch);
      path = fork.path;
      if (fork.join === "end") return { nodes, at: "end", path };
      path = [...path, chart.nodes.get(fork.join)!];
      next = chart.from(fork.join)[0]!;
      continue;
    }
    if (node.kind === "step") nodes.push(node.step);
    next = chart.from(node.id)[0]!;
  }
}

type Gateway = Extract<GraphNode, { readonly kind: "gateway" }>;

interface Fork {
  readonly branch: BranchNode;
  readonly join: string;
  readonly path: readonly Stop[];
}

function readFork(chart: Chart, split: Gateway, path: readonly Stop[]): Fork | Unsound {
  const arms: Arm[] = [];
  const joins = new Map<string, readonly Stop[]>();
  for (const edge of chart.from(split.id)) {
    const { id, title, when } = edge;
    const line = readLine(chart, edge, [...path, { id, title }]);
    if (!("nodes" in line)) return line;
    arms.push({ id, title, ...(when && { when }), nodes: line.nodes });
    joins.set(line.at, line.path);
  }
  const [join = "end", ...others] = joins.keys();
  if (others.length > 0) {
    const words = "分开的各路没有在同一处汇合，请让它们先汇合再往下走。";
    return unsound(joins.get(others[0]!) ?? path, "unstructured", words);
  }
  const meeting = chart.nodes.get(join);
  const fault = meeting?.kind === "gateway" && mismatch(split.gate, meeting.gate);
  if (fault) return unsound([...path, meeting], ...fault);
  const { id, title, gate } = split;
  const branch: BranchNode = { kind: "branch", id, title, take: takes[gate], arms };
  return { branch, join, path };
}

type Mismatch = readonly [fault: Unsound["fault"], words: string] | undefined;

const twice = [
  "fires-twice",
  "几路同时到来却各自往下走，后面的步骤会办两遍。请改用与分支同类的汇合。",
] as const;

/** How a join answers a split of another kind. */
function mismatch(split: Gate, join: Gate): Mismatch {
  if (split === join || join === "inclusive") return undefined;
  if (join === "exclusive") return twice;
  return ["cannot-fire", "要等齐每一路，可分支只走其中几路，永远等不齐。请改用与分支同类的汇合。"];
}
