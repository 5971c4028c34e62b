// The file of parameters (参数文件): its shape, what is refused in it, and the timeline each number has at each place.
import { addCalendarDays, type Day } from "@niangjia/foundation/day";
import { z } from "zod";
import { type Citation, citationShape, type Seen, seenShape } from "./contract.ts";
import { cite, documentOf, isDocumentName } from "./documents.ts";
import { placePrefix, placeShape } from "./place.ts";
import { type Unit, unitNames, units } from "./units.ts";
import { inChineseWords, readYaml } from "./yaml.ts";

const valueShape = z.strictObject({
  from: z.iso.date("应是 2026-01-31 这样的日期"),
  to: z.iso.date("应是 2026-01-31 这样的日期").optional(),
  place: placeShape.optional(),
  document: z
    .string("缺少文件依据（document）")
    .refine(isDocumentName, { error: "文件不在清单里，请先写入 engine/policy/documents.ts" }),
  article: citationShape.shape.article,
  seen: seenShape,
  note: z.string().min(1).optional(),
  value: z.unknown(),
});

/** Units whose value is one number: what somebody can be asked for in one box. */
const plainUnits: readonly Unit[] = [
  ...(["days", "workdays", "months", "years", "age", "people"] as const),
  ...(["times", "copies", "items", "points", "fen"] as const),
];

const parameterShape = z.strictObject({
  title: z.string().min(1),
  /** A federation may set the number for its own place, with the document that says so. */
  settable: z.literal("place").optional(),
  unit: z.enum(unitNames, {
    error: ({ input }) => `不认识的单位 ${input}，可用：${unitNames.join("、")}`,
  }),
  values: z.array(valueShape).min(1, "至少要有一个数值"),
});

type Written = z.infer<typeof parameterShape>;

/** One value of a parameter and the days it holds at its place, both ends counted. */
export interface Dated {
  readonly from: Day;
  readonly to: Day;
  /** Prefix of the division code; "" is the nation. */
  readonly place: string;
  readonly value: unknown;
  readonly words: string;
  readonly citation: Citation;
  readonly seen: Seen;
  readonly note: string | null;
}

export interface ReadParameter {
  readonly title: string;
  readonly unit: Unit;
  readonly settable: boolean;
  readonly values: readonly Dated[];
}

export const endOfTime = "9999-12-31" as Day;

type Fault = (path: (string | number)[], message: string) => void;

function checkValue(written: Written["values"][number], path: (string | number)[], fault: Fault) {
  const { from, to, document, article, seen } = written;
  if (to !== undefined && to < from) fault([...path, "to"], "止期早于起期");
  if (isDocumentName(document) && from < documentOf(document).from) {
    fault([...path, "from"], `早于《${document}》的施行日期 ${documentOf(document).from}`);
  }
  if (seen === "text" && article === undefined) {
    fault(path, "读过原文的数值要写明条款（article）");
  }
}

/** At one place a value without a last day of its own ends when the next begins. */
const closed = (read: readonly Dated[]): Dated[] =>
  read.map((dated) => {
    const later = read.flatMap(({ place, from }) =>
      place === dated.place && from > dated.from ? from : [],
    );
    const next = later.sort()[0];
    return next && dated.to === endOfTime ? { ...dated, to: addCalendarDays(next, -1) } : dated;
  });

function checkOverlaps(values: readonly Dated[], fault: Fault): void {
  values.forEach(({ place, from }, nth) => {
    const under = values.find(
      (other, index) =>
        other.place === place &&
        (other.from < from || (other.from === from && index < nth)) &&
        from <= other.to,
    );
    if (under) fault(["values", nth, "from"], `同一地区的有效期与 ${under.from} 起的一条重叠`);
  });
}

const readParameter = parameterShape.transform(
  ({ title, unit, settable, values }, context): ReadParameter => {
    const fault: Fault = (path, message) =>
      context.addIssue({ code: "custom", path, message, input: values });
    const read = values.map((written, nth): Dated => {
      const path = ["values", nth];
      checkValue(written, path, fault);
      const taken = units[unit].safeParse(written.value, inChineseWords);
      for (const issue of taken.error?.issues ?? []) {
        fault([...path, "value", ...issue.path.map(String)], issue.message);
      }
      return {
        from: written.from as Day,
        to: (written.to as Day | undefined) ?? endOfTime,
        place: written.place === undefined ? "" : placePrefix(written.place),
        value: taken.data?.value,
        words: taken.data?.words ?? "",
        citation: citationOf(written),
        seen: written.seen,
        note: written.note ?? null,
      };
    });
    if (settable && !plainUnits.includes(unit))
      fault(["settable"], "只有一个数的单位可以由各地设定");
    const dated = closed(read);
    checkOverlaps(dated, fault);
    return { title, unit, settable: settable !== undefined, values: dated };
  },
);

function citationOf({ document, article }: Written["values"][number]): Citation {
  return isDocumentName(document) ? cite(document, article) : { document };
}

const fileShape = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9]*$/, "参数名用小写字母开头的英文"),
  readParameter,
);

/**
 * Reads a room's `parameters.yaml`. Throws with a line for each fault: an unknown unit or document,
 * a value without one or before its first day, a value read in the text without its article, and
 * periods that overlap at one place.
 */
export const readParameterFile = (file: URL): Readonly<Record<string, ReadParameter>> =>
  readYaml(file, fileShape);
