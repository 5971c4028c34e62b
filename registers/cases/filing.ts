// A filing (申请内容): answers to a form become facts, places and a person, or are refused beside their
// fields.
import { fieldsOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { findFile } from "@niangjia/foundation/files";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { type FieldFault, refuse } from "@niangjia/foundation/refusal";
import { unionsByIds } from "../organisations/index.ts";
import { faultyFacts, readFacts } from "./facts.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { unionFields } from "./functions.ts";
import { holdPlaces, type Places } from "./places.ts";
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

async function unionFaults(act: Act, fn: CaseFunction, facts: Facts): Promise<FieldFault[]> {
  const named = namedUnions(fn, facts);
  const unions = await unionsByIds(
    act,
    named.map(([, id]) => id),
  );
  const preparing = new Set(
    fieldsOf(fn.form).flatMap(([name, field]) =>
      field.kind === "union" && field.preparing ? name : [],
    ),
  );
  return named.flatMap(([path, id]): FieldFault[] => {
    const union = unions.get(id);
    if (union?.state === "live") return [];
    if (union?.state === "preparing" && preparing.has(path)) return [];
    if (!union) return [{ path, say: "没有找到这个工会，请从列表里重新选择。" }];
    const why = union.state === "closed" ? "已经撤销" : "还在筹建";
    return [{ path, say: `“${union.name}”${why}，请选择正在运行的工会。` }];
  });
}

/** Kinds of content by the words forms use for them. */
const contentOf: Readonly<Record<string, string>> = { jpg: "jpeg" };

async function fileFaults(act: Act, fn: CaseFunction, facts: Facts): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const [path, field] of fieldsOf(fn.form)) {
    if (field.kind !== "files") continue;
    const accepted = field.accept.map((kind) => contentOf[kind] ?? kind);
    for (const id of (facts[path] ?? []) as string[]) {
      const file = await findFile(act, id);
      if (!file) faults.push({ path, say: "有一个文件没有上传成功，请重新上传。" });
      else if (!accepted.includes(file.kind)) {
        faults.push({ path, say: `“${file.name}”的格式不对，请上传 ${field.accept.join("、")}。` });
      }
    }
  }
  return faults;
}

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

async function subjectOf(act: Act, fn: CaseFunction, facts: Facts): Promise<string | null> {
  if (fn.subject) return fn.subject(act, facts);
  return act.actor.kind === "person" ? act.actor.personId : null;
}

/** Reads answers to a form; `known` is what masks in them stand for. */
export async function readFiling(
  act: Act,
  fn: CaseFunction,
  given: { readonly answers: Facts; readonly known: Facts },
): Promise<Filing> {
  const facts = readFacts(act, fn, given);
  const faults = [...(await unionFaults(act, fn, facts)), ...(await fileFaults(act, fn, facts))];
  if (faults.length > 0) throw faultyFacts(faults);
  const places = await holdPlaces(act, rootsOf(fn, facts, await placeOf(act, fn, facts)));
  refuseOutOfReach(act, fn, places);
  await refusePostsAstray(act, { fn, facts, places });
  return { fn, facts, places, personId: await subjectOf(act, fn, facts) };
}
