// A filing (申请内容): answers to a form become facts, places and a person, or are refused beside their
// fields.
import { fieldsOf, keptOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { findFile, placeFiles } from "@niangjia/foundation/files";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { type FieldFault, refuse } from "@niangjia/foundation/refusal";
import { filesIn } from "./case-files.ts";
import { faultyFacts, readFacts } from "./facts.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { unionFields } from "./functions.ts";
import { holdLines, type Places, placesOf } from "./places.ts";
import { refusePostsAstray } from "./post-choices.ts";
import { refusals } from "./refusals.ts";

/** What was handed in, understood. */
export interface Filing {
  readonly fn: CaseFunction;
  readonly facts: Facts;
  readonly places: Places;
  readonly personId: string | null;
}

/** Ids of the unions a form names, by field. */
const namedUnions = (fn: CaseFunction, facts: Facts): [string, string][] =>
  unionFields(fn).flatMap((name): [string, string][] => {
    const id = facts[name];
    return typeof id === "string" ? [[name, id]] : [];
  });

/**
 * Roots of path expressions: `union` is where the case is filed, whatever field bears that name.
 */
export const rootsOf = (fn: CaseFunction, facts: Facts, placeId: string) => ({
  ...Object.fromEntries(namedUnions(fn, facts)),
  union: placeId,
});

type Lines = Awaited<ReturnType<typeof holdLines>>;

/** What is wrong with the unions that facts name, beside their fields. */
function unionFaults(fn: CaseFunction, facts: Facts, lines: Lines): FieldFault[] {
  const preparing = new Set(
    fieldsOf(fn.form).flatMap(([name, field]) =>
      field.kind === "union" && field.preparing ? name : [],
    ),
  );
  return namedUnions(fn, facts).flatMap(([path, id]): FieldFault[] => {
    const union = lines.get(id)?.at(-1);
    if (union?.state === "live") return [];
    if (union?.state === "preparing" && preparing.has(path)) return [];
    if (!union) return [{ path, say: "没有找到这个工会，请从列表里重新选择。" }];
    const why = union.state === "closed" ? "已经撤销" : "还在筹建";
    return [{ path, say: `“${union.name}”${why}，请选择正在运行的工会。` }];
  });
}

/** Kinds of content by the words forms use for them. */
const contentOf: Readonly<Record<string, string>> = { jpg: "jpeg" };

async function fileFaults(act: Act, { fn, facts, known = [] }: Written): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const [path, field] of fieldsOf(fn.form)) {
    if (field.kind !== "files") continue;
    const accepted = field.accept.map((kind) => contentOf[kind] ?? kind);
    for (const id of (facts[path] ?? []) as string[]) {
      if (known.includes(id)) continue;
      const file = await findFile(act, id);
      if (!file) faults.push({ path, say: "有一个文件没有上传成功，请重新上传。" });
      else if (!accepted.includes(file.kind)) {
        faults.push({ path, say: `“${file.name}”的格式不对，请上传 ${field.accept.join("、")}。` });
      }
    }
  }
  return faults;
}

interface Written {
  readonly fn: CaseFunction;
  /** What somebody wrote just now; what others wrote before was looked at then. */
  readonly facts: Facts;
  readonly lines: Lines;
  /** Files that are in the case already, whoever brought them. */
  readonly known?: readonly string[];
}

/** Refuses what is not on file, or not fit to be named: unions, then files. */
async function refuseAstray(act: Act, written: Written): Promise<void> {
  const { fn, facts, lines } = written;
  const faults = [...unionFaults(fn, facts, lines), ...(await fileFaults(act, written))];
  if (faults.length > 0) throw faultyFacts(faults);
}

/** What the applicant wrote of the facts of a case. */
const ofApplicant = (fn: CaseFunction, facts: Facts): Facts => {
  const handlers = new Set(fieldsOf(fn.form).flatMap(([name, { by }]) => (by ? name : [])));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !handlers.has(name)));
};

/** Staff apply for others only within the reach of their post, and up where the function says so. */
function refuseOutOfReach({ actor }: Act, { handsUp }: CaseFunction, { union }: Places): void {
  if (actor.kind !== "staff" || !actor.post) return;
  const own = orgPath(actor.post.orgPath);
  if (contains(own, union.path) || (handsUp && contains(union.path, own))) return;
  throw refuse(refusals.outOfReach, { words: { name: union.name } });
}

async function placeOf(act: Act, fn: CaseFunction, facts: Facts): Promise<string> {
  return fn.place ? fn.place(act, facts) : String(facts.union);
}

/** Whoever applies for themselves; null when staff do for somebody. */
const selfOf = ({ actor }: Act): string | null => (actor.kind === "person" ? actor.personId : null);

interface Answers {
  readonly answers: Facts;
  /** What masks in them stand for. */
  readonly known: Facts;
  /** Who applied for themselves when it was handed in first; whoever acts, when left out. */
  readonly self?: string | null;
}

/** Answers understood, and the union they are handed in at. */
export interface Understood {
  readonly fn: CaseFunction;
  readonly facts: Facts;
  readonly placeId: string;
  readonly self: string | null;
}

/** Reads answers to a form. Refuses those the form itself does not take. */
export async function understand(act: Act, fn: CaseFunction, given: Answers): Promise<Understood> {
  const facts = readFacts(act, fn, given);
  const { self = selfOf(act) } = given;
  return { fn, facts, placeId: await placeOf(act, fn, facts), self };
}

/** Finds what was understood on file, with its unions held. Refuses what is not there. */
export async function locate(act: Act, understood: Understood): Promise<Filing> {
  const { fn, facts, placeId, self } = understood;
  const roots = rootsOf(fn, facts, placeId);
  const unions = namedUnions(fn, facts).map(([, id]) => id);
  const lines = await holdLines(act, [...Object.values(roots), ...unions]);
  const written = ofApplicant(fn, facts);
  await refuseAstray(act, { fn, facts: written, lines });
  const places = placesOf(roots, lines);
  refuseOutOfReach(act, fn, places);
  await refusePostsAstray(act, { fn, facts: written, places });
  const personId = fn.subject ? await fn.subject(act, facts, self) : self;
  return { fn, facts, places, personId };
}

/**
 * What a handler wrote at a step, found on file: its files from now on lie in reach of the case's
 * union. Answers what the case says with it.
 */
export async function locateStep(act: Act, { fn, facts, places }: Filing, written: Facts) {
  const lines = await holdLines(
    act,
    namedUnions(fn, written).map(([, id]) => id),
  );
  await refuseAstray(act, { fn, facts: written, lines });
  await refusePostsAstray(act, { fn, facts: written, places });
  await placeFiles(act, filesIn(fn, written), places.union.path);
  return keptOf(fn.form, { ...facts, ...written });
}

/** Answers to a form, understood and found on file. */
export const readFiling = async (act: Act, fn: CaseFunction, given: Answers): Promise<Filing> =>
  locate(act, await understand(act, fn, given));
