// BPMN 2.0 (导出流程图): a flow as XML with its picture, which any BPMN tool opens, and back through
// `bpmn-reading.ts`.
import type { Element } from "bpmn-moddle";
import { type Bounds, cornersOf, type Sheet, sheetOf } from "./bpmn-layout.ts";
import { extended, gateTypes, moddle, sheetId, stepTypes, xmlId } from "./bpmn-words.ts";
import { conditionWords } from "./condition.ts";
import { type Definition, isDecision, isWait } from "./definition.ts";
import { toGraph } from "./graph.ts";
import type { DrawnStep, Graph, GraphEdge, GraphNode } from "./graph-reading.ts";
import { isByRule, type Rules, termWords } from "./term.ts";

export interface BpmnOptions {
  /** What the flow is for, such as 入会申请. */
  readonly title: string;
  /** Numbers of today for terms that a rule sets. */
  readonly rules?: Rules | undefined;
}

/** The flow as BPMN 2.0 XML with diagram interchange; our own data stands in extension elements. */
export async function toBpmn(
  definition: Definition,
  { title, rules }: BpmnOptions,
): Promise<string> {
  const graph = toGraph(definition);
  const elements = new Map<string, Element>();
  for (const node of graph.nodes) elements.set(node.id, elementOf(node, rules));
  const flows = graph.edges.map((edge) => sequenceFlow(edge, elements));
  markDefaults(graph, elements, flows);
  const { nodes: _nodes, ...options } = definition;
  const process = moddle.create("bpmn:Process", {
    ...{ id: sheetId("process"), name: title, isExecutable: false },
    ...(Object.keys(options).length > 0 && { extensionElements: extended(options) }),
    flowElements: [...elements.values(), ...flows],
  });
  const sheet = sheetOf(definition);
  const root = moddle.create("bpmn:Definitions", {
    ...{ id: sheetId("definitions"), name: title, targetNamespace: "urn:niangjia:flow" },
    ...{ exporter: "娘家", exporterVersion: "1" },
    ...{
      rootElements: [process],
      diagrams: [diagramOf({ graph, sheet, process, elements, flows })],
    },
  });
  const { xml } = await moddle.toXML(root, { format: true });
  return xml;
}

function elementOf(node: GraphNode, rules: Rules | undefined): Element {
  const named = { id: xmlId(node.id), ...(node.title && { name: node.title }) };
  switch (node.kind) {
    case "start":
      return moddle.create("bpmn:StartEvent", named);
    case "end":
      return moddle.create("bpmn:EndEvent", named);
    case "gateway":
      return moddle.create(gateTypes[node.gate], named);
    case "step": {
      const { id: _id, title: _title, ...data } = node.step;
      const own = {
        ...{ ...named, extensionElements: extended(data) },
        ...wordsOf(node.step, rules),
        ...documented(node.step, rules),
      };
      return moddle.create(stepTypes[node.step.kind], own);
    }
  }
}

/** What BPMN itself can say of a step: the term of a wait, the function a sub-case is of. */
function wordsOf(step: DrawnStep, rules: Rules | undefined): object {
  if (step.kind === "sub") return { calledElement: xmlId(step.function) };
  if (!isWait(step)) return {};
  const within = isByRule(step.within) ? rules?.(step.within.rule).period : step.within;
  if (!within) return { eventDefinitions: [moddle.create("bpmn:TimerEventDefinition")] };
  // ISO 8601 has no working days: the exact term is in our own data.
  const body = `P${"workdays" in within ? within.workdays : within.days}D`;
  const timeDuration = moddle.create("bpmn:FormalExpression", { body });
  return { eventDefinitions: [moddle.create("bpmn:TimerEventDefinition", { timeDuration })] };
}

/** The term of today with its document, for whoever reads the drawing elsewhere. */
function documented(step: DrawnStep, rules: Rules | undefined): object {
  const within = isDecision(step) || isWait(step) ? step.within : null;
  if (!within || !isByRule(within) || !rules) return {};
  const text = `期限 ${termWords(within, rules)}：${rules(within.rule).basis}`;
  return { documentation: [moddle.create("bpmn:Documentation", { text })] };
}

function sequenceFlow(edge: GraphEdge, elements: ReadonlyMap<string, Element>): Element {
  const { id, from, to, title, when } = edge;
  const [sourceRef, targetRef] = [elements.get(from)!, elements.get(to)!];
  const flow = moddle.create("bpmn:SequenceFlow", {
    ...{ id: xmlId(id), ...(title && { name: title }), sourceRef, targetRef },
    ...(when && {
      extensionElements: extended({ when }),
      conditionExpression: moddle.create("bpmn:FormalExpression", { body: conditionWords(when) }),
    }),
  });
  for (const [element, side] of [
    [sourceRef, "outgoing"],
    [targetRef, "incoming"],
  ] as const) {
    element[side] = [...(element[side] ?? []), flow];
  }
  return flow;
}

/** The way out for when no other condition holds. */
function markDefaults(graph: Graph, elements: ReadonlyMap<string, Element>, flows: Element[]) {
  for (const node of graph.nodes) {
    if (node.kind !== "gateway" || node.gate === "parallel") continue;
    const out = graph.edges.flatMap((edge, index) => (edge.from === node.id ? [index] : []));
    const open = out.find((index) => !graph.edges[index]!.when);
    if (out.length > 1 && open !== undefined) elements.get(node.id)!.default = flows[open];
  }
}

interface Drawing {
  readonly graph: Graph;
  readonly sheet: Sheet;
  readonly process: Element;
  readonly elements: ReadonlyMap<string, Element>;
  readonly flows: readonly Element[];
}

function diagramOf({ graph, sheet, process, elements, flows }: Drawing): Element {
  const shapes = graph.nodes.map(({ id, kind }) =>
    moddle.create("bpmndi:BPMNShape", {
      ...{ id: sheetId("shape", xmlId(id)), bpmnElement: elements.get(id) },
      ...(kind === "gateway" && elements.get(id)!.$type === gateTypes.exclusive
        ? { isMarkerVisible: true }
        : {}),
      bounds: boundsOf(sheet.bounds.get(id)!),
    }),
  );
  const edges = graph.edges.map((edge, index) =>
    moddle.create("bpmndi:BPMNEdge", {
      ...{ id: sheetId("edge", xmlId(edge.id)), bpmnElement: flows[index] },
      waypoint: cornersOf(sheet, edge).map((corner) => moddle.create("dc:Point", corner)),
    }),
  );
  const plane = moddle.create("bpmndi:BPMNPlane", {
    ...{ id: sheetId("plane"), bpmnElement: process, planeElement: [...shapes, ...edges] },
  });
  return moddle.create("bpmndi:BPMNDiagram", { id: sheetId("diagram"), plane });
}

const boundsOf = (bounds: Bounds): Element => moddle.create("dc:Bounds", bounds);
