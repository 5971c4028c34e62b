// How our flows are said in BPMN 2.0 (国际标准流程图): ids, elements, and our own data beside them.
import { BpmnModdle, type Element } from "bpmn-moddle";
import type { DrawnStep, Gate } from "./graph-reading.ts";

/** Our own data stands in `extensionElements`, as JSON: what BPMN has no words for. */
const descriptor = {
  name: "Niangjia",
  prefix: "niangjia",
  uri: "urn:niangjia:flow:1",
  xml: { tagAlias: "lowerCase" },
  types: [
    {
      name: "Data",
      superClass: ["Element"],
      properties: [{ name: "json", type: "String", isBody: true }],
    },
  ],
};

export const moddle = new BpmnModdle({ niangjia: descriptor });

export const gateTypes: Readonly<Record<Gate, string>> = {
  exclusive: "bpmn:ExclusiveGateway",
  inclusive: "bpmn:InclusiveGateway",
  parallel: "bpmn:ParallelGateway",
};

export const stepTypes: Readonly<Record<DrawnStep["kind"], string>> = {
  review: "bpmn:UserTask",
  approve: "bpmn:UserTask",
  copy: "bpmn:SendTask",
  wait: "bpmn:IntermediateCatchEvent",
  notice: "bpmn:IntermediateCatchEvent",
  sub: "bpmn:CallActivity",
};

export const extended = (data: object): Element =>
  moddle.create("bpmn:ExtensionElements", {
    values: [moddle.create("niangjia:Data", { json: JSON.stringify(data) })],
  });

const dataDepthAtMost = 20;
const dataLengthAtMost = 8_000;

/** A flow's own data is flat; whoever nests it deep means to be followed down. */
const isFlat = (value: unknown, depth = 0): boolean =>
  depth <= dataDepthAtMost &&
  (typeof value !== "object" ||
    value === null ||
    Object.values(value).every((inner) => isFlat(inner, depth + 1)));

/** Our data of an element; undefined when there is none, or it is not what we wrote. */
export function dataOf(element: Element): Record<string, unknown> | undefined {
  const ours = (element.extensionElements?.values ?? []).find(
    ({ $type }) => $type === "niangjia:Data",
  );
  const json = ours?.json ?? "";
  if (json.length > dataLengthAtMost) return undefined;
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === "object" && data !== null && !Array.isArray(data) && isFlat(data)
      ? (data as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An id as XML allows it (NCName): any other character is its number in hex between `_x` and `_`.
 * No id of ours reads as one of the sheet's, which begin with `_x-`.
 */
export const xmlId = (id: string): string =>
  id.replaceAll(/_(?=x)|[^A-Za-z0-9_.-]|^[^A-Za-z_]/gu, (letter) => {
    return `_x${letter.codePointAt(0)!.toString(16)}_`;
  });

export const idOf = (xml: string): string =>
  xml.replaceAll(/_x([0-9a-f]{1,6})_/g, (written, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });

/** Ids of what belongs to the sheet and not to the flow. */
export const sheetId = (word: string, of = ""): string => `_x-${word}${of && `-${of}`}`;
