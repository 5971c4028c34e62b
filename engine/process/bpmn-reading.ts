// Reading BPMN 2.0 (读入流程图): XML that we or another tool wrote becomes a draft of a flow, or its faults.
import type { Element } from "bpmn-moddle";
import { z } from "zod";
import { gateFault } from "./bpmn-gate.ts";
import { dataOf, gateTypes, idOf, moddle, stepTypes } from "./bpmn-words.ts";
import type { Definition } from "./definition.ts";
import { conditionShape, flowOptionsShape, stepShape } from "./definition-shape.ts";
import { days, officerOf, review, wait } from "./flow.ts";
import { fromGraph } from "./graph.ts";
import type { DrawnStep, Gate, GraphEdge, GraphNode } from "./graph-reading.ts";
import { type Stop, type Unsound, unsound } from "./soundness.ts";

/** No flow of a union is longer; beyond it nobody can follow the picture. */
const elementsAtMost = 300;

/**
 * A draft: nobody has proven it sound. Steps another tool drew become what BPMN says of them: a task
 * is a review by the union's own officer, a timer a wait; names and order are as drawn.
 */
export async function fromBpmn(xml: string): Promise<Definition | Unsound[]> {
  const process = await processIn(xml);
  if (!("$type" in process)) return [process];
  const elements: readonly Element[] = process.flowElements ?? [];
  if (elements.length > elementsAtMost) {
    const words = `步骤和连线有 ${elements.length} 个，最多 ${elementsAtMost} 个。`;
    return [unsound([], "malformed", words)];
  }
  const faults: Unsound[] = [];
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const element of elements) {
    if (besides.includes(element.$type)) continue;
    const isFlow = element.$type === "bpmn:SequenceFlow";
    const read = isFlow ? edgeOf(element) : nodeOf(element);
    if ("fault" in read) faults.push(read);
    else if ("from" in read) edges.push(read);
    else nodes.push(read);
  }
  const options = flowOptionsShape.safeParse(dataOf(process) ?? {});
  if (!options.success) faults.push(unsound([], "malformed", "整件的期限写得不对。"));
  return faults.length > 0 ? faults : fromGraph({ nodes, edges }, options.data);
}

/** Drawn beside the flow, and no part of it. */
const besides = ["bpmn:DataObject", "bpmn:DataObjectReference", "bpmn:DataStoreReference"];

async function processIn(xml: string): Promise<Element | Unsound> {
  const barred = gateFault(xml);
  if (barred) return unsound([], "malformed", barred);
  try {
    const { rootElement } = await moddle.fromXML(xml);
    const roots: readonly Element[] = rootElement.rootElements ?? [];
    const [process, another] = roots.filter(({ $type }) => $type === "bpmn:Process");
    if (process && !another) return process;
    return unsound([], "malformed", "文件里须有且只有一个流程。");
  } catch {
    return unsound([], "malformed", "这不是 BPMN 2.0 文件，或文件不完整，请重新导出。");
  }
}

const stopOf = ({ id = "", name = "" }: Element): Stop => ({
  id: idOf(id),
  title: name || idOf(id),
});

const conditionDataShape = z.strictObject({ when: conditionShape });

function edgeOf(element: Element): GraphEdge | Unsound {
  const { id = "", name: title = "", sourceRef, targetRef, conditionExpression } = element;
  if (!sourceRef?.id || !targetRef?.id) {
    return unsound([stopOf(element)], "malformed", "连线的一头没有接到步骤上。");
  }
  const edge = { id: idOf(id), from: idOf(sourceRef.id), to: idOf(targetRef.id), title };
  if (!conditionExpression) return edge;
  const data = conditionDataShape.safeParse(dataOf(element));
  if (data.success) return { ...edge, ...data.data };
  return unsound(
    [stopOf(element)],
    "malformed",
    "这条线的条件不是本系统写的，读不懂，请重新选择。",
  );
}

const ends: Readonly<Record<string, "start" | "end">> = {
  "bpmn:StartEvent": "start",
  "bpmn:EndEvent": "end",
};

const gates = new Map(Object.entries(gateTypes).map(([gate, type]) => [type, gate as Gate]));

function nodeOf(element: Element): GraphNode | Unsound {
  const { $type, name: title = "" } = element;
  const id = idOf(element.id ?? "");
  const gate = gates.get($type);
  if (gate) return { kind: "gateway", id, title, gate };
  const end = ends[$type];
  if (end) return { kind: end, id, title };
  const data = dataOf(element);
  const step = data ? ownStep(element, data) : drawnStep(element);
  return "fault" in step ? step : { kind: "step", id, title: step.title, step };
}

function ownStep(element: Element, data: Record<string, unknown>): DrawnStep | Unsound {
  const { id, title } = stopOf(element);
  const step = stepShape.safeParse({ ...data, id, title });
  if (step.success && stepTypes[step.data.kind] === element.$type) return step.data;
  return unsound([{ id, title }], "malformed", "这一步的设置读不懂，请重新设置。");
}

const tasks = ["bpmn:Task", "bpmn:UserTask", "bpmn:ManualTask"];

/** A step another tool drew, as far as BPMN says what it is. */
function drawnStep(element: Element): DrawnStep | Unsound {
  const { id, title } = stopOf(element);
  if (tasks.includes(element.$type)) return { ...review(officerOf("union"), { title }), id };
  const [timer] = element.eventDefinitions ?? [];
  const [, count] = /^P(\d{1,4})D$/.exec(timer?.timeDuration?.body ?? "") ?? [];
  if (element.$type === "bpmn:IntermediateCatchEvent" && count) {
    return { ...wait(days(Number(count)), { title }), id };
  }
  const word = element.$type.replace("bpmn:", "");
  return unsound([{ id, title }], "malformed", `这种图形（${word}）不知道怎样办理，请换成任务。`);
}
