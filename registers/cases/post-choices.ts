// Posts chosen in a form (选承办人): who may be chosen, by the role and the place the field names.
import { type Field, fieldsOf, seatOf } from "@niangjia/engine/process";
import { type PostHolder, postsOfSeat, postsOnLine } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { type FieldFault, refuse } from "@niangjia/foundation/refusal";
import { unionsByIds } from "../organisations/index.ts";
import type { listPostChoices as contract } from "./contract.ts";
import { faultyFacts } from "./facts.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { functionOf, getOffer, type Offers } from "./functions.ts";
import { lookAtPlaces, type Places } from "./places.ts";
import { refusals } from "./refusals.ts";
import { findCase, type StoredCase } from "./store.ts";

type PostField = Extract<Field, { kind: "post" }>;

const postFieldsOf = ({ form }: CaseFunction): [string, PostField][] =>
  fieldsOf(form).flatMap(([name, field]): [string, PostField][] =>
    field.kind === "post" ? [[name, field]] : [],
  );

/** The fields of a form that hold a post, by name. */
export const postFields = (fn: CaseFunction): string[] => postFieldsOf(fn).map(([name]) => name);

/** More than hold one role from a county to the top. */
const upwardsAtMost = 1000;

/**
 * Whoever holds the role there, and where the field says so those above, nearest first; where nobody
 * does, whoever does its work up the line.
 */
async function choicesOf(
  act: Act,
  field: PostField,
  lineages: Places["lineages"],
): Promise<PostHolder[]> {
  const seat = seatOf(field, lineages);
  if (!seat) return [];
  if (!field.upwards) return postsOfSeat(act, seat);
  const { role, orgPath: path } = seat;
  return postsOnLine(act, { path, roles: [role], upwards: true, atMost: upwardsAtMost });
}

interface Chosen {
  readonly fn: CaseFunction;
  readonly facts: Facts;
  readonly places: Places;
}

/** Refuses a post that is not among those the field lets one choose. */
export async function refusePostsAstray(act: Act, { fn, facts, places }: Chosen): Promise<void> {
  const faults: FieldFault[] = [];
  for (const [path, field] of postFieldsOf(fn)) {
    if (facts[path] === undefined) continue;
    const choices = await choicesOf(act, field, places.lineages);
    if (choices.some(({ postId }) => postId === facts[path])) continue;
    faults.push({ path, say: "选的人现在不在这个岗位上，请从名单里重新选择。" });
  }
  if (faults.length > 0) throw faultyFacts(faults);
}

/** The union a path expression begins with: chosen in the form, or where the case lies. */
function rootOf(root: string, union: string | undefined, row: StoredCase | undefined) {
  if (union) return union;
  return root === "union" ? row?.orgId : (row?.facts[root] as string | undefined);
}

async function linesOf(act: Act, field: PostField, { query }: Asked<typeof contract>) {
  const row = query.case === undefined ? undefined : await findCase(act, query.case);
  if (query.case !== undefined && !row) throw refuse(refusals.notFound);
  const root = field.at.split(".")[0] ?? "";
  const id = rootOf(root, query.union, row);
  if (id === undefined) return {};
  return (await lookAtPlaces(act, { union: id, [root]: id }))?.lineages ?? {};
}

/** Where they may be of several unions, each with the name of theirs. */
async function worded(act: Act, choices: readonly PostHolder[]) {
  const ids = [...new Set(choices.map(({ orgId }) => orgId))];
  const unions = ids.length > 1 ? await unionsByIds(act, ids) : undefined;
  return choices.map(({ postId: id, orgId, words }) => {
    const name = unions?.get(orgId)?.name;
    return { id, words: name ? `${words}，${name}` : words };
  });
}

/** Nobody while the union it hangs on is not known yet. */
export async function listPostChoices(
  act: Act,
  offers: Offers,
  asked: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { params, query } = asked;
  if (!offers.has(params.id)) throw refuse(refusals.functionUnknown);
  // Whoever writes it at a step need not be one of those who may apply.
  const fn =
    query.case === undefined ? getOffer(act, offers, params.id).fn : functionOf(offers, params.id);
  const field = postFieldsOf(fn).find(([name]) => name === query.field)?.[1];
  if (!field) throw refuse(refusals.noChoice);
  const choices = await choicesOf(act, field, await linesOf(act, field, asked));
  return { rows: await worded(act, choices) };
}
