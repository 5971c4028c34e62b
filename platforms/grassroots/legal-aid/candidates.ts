// Candidates (律师推荐): who may be assigned to a matter, ranked by speciality, place and load; whoever has
// to do with the other side stands last, with the reason.
import type { Decision } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { contains } from "@niangjia/foundation/orgpath";
import { getUnion, type Union, unionsByIds } from "@niangjia/registers/organisations";
import { applicationOf } from "./application.ts";
import { conflictOf, type Declared, declaredBy, type Parties } from "./conflict.ts";
import { federationsOver } from "./county.ts";
import { activeLawyersAt, type LawyerRow, loadOf } from "./lawyer-store.ts";
import type { StoredMatter } from "./matter-store.ts";
import { matterKinds } from "./words.ts";

export interface Candidate {
  readonly lawyer: LawyerRow;
  readonly decision: Decision;
  readonly special: boolean;
  /** They serve the worker's own town or union, and not only the county. */
  readonly near: boolean;
  /** They are of a federation above the one that decides. */
  readonly above: boolean;
  readonly open: number;
}

export const isBarred = ({ decision }: Candidate): boolean => decision.verdict === "conflict";

function placeWords({ near, above }: Candidate): string {
  if (near) return "就在职工所在的地方服务";
  return above ? "上级总工会的律师" : "服务全县";
}

/** How they compare, in words of whoever has to choose. */
export function rankWords(candidate: Candidate, kind: StoredMatter["kind"]): string {
  const { special, open, decision } = candidate;
  const conflicts = isBarred(candidate) ? decision.reasons.map(({ words }) => words) : [];
  return [
    ...conflicts,
    special ? `擅长“${matterKinds[kind]}”` : `专长里没有“${matterKinds[kind]}”`,
    placeWords(candidate),
    open === 0 ? "手上没有在办的援助" : `在办 ${open} 件`,
  ].join("；");
}

const rank = (candidate: Candidate): number[] => [
  isBarred(candidate) ? 1 : 0,
  candidate.special ? 0 : 1,
  candidate.near ? 0 : 1,
  candidate.open,
];

/** Free of conflict first, then who knows the matter, then who is near, then who has least to do. */
function compareCandidates(one: Candidate, other: Candidate): number {
  const [left, right] = [rank(one), rank(other)];
  const differs = left.findIndex((value, at) => value !== right[at]);
  if (differs === -1) return one.lawyer.name.localeCompare(other.lawyer.name, "zh");
  return left[differs]! - right[differs]!;
}

/** Everybody the application names; sealed names are opened for this alone and shown to nobody. */
async function partiesOf(house: Act, matter: StoredMatter): Promise<Parties> {
  const { name, contact } = (await applicationOf(house, matter.case_id)).facts;
  return { respondent: matter.respondent, people: contact ? [name, contact] : [name] };
}

interface Ground {
  readonly union: Union;
  readonly workersPath: OrgPath;
  readonly declared: Declared;
  readonly parties: Parties;
}

async function groundOf(house: Act, matter: StoredMatter): Promise<Ground> {
  return {
    union: await getUnion(house, matter.org_id),
    workersPath: (await getUnion(house, matter.union_id)).path,
    declared: await declaredBy(house),
    parties: await partiesOf(house, matter),
  };
}

async function judged(
  house: Act,
  matter: StoredMatter,
  lawyers: readonly LawyerRow[],
): Promise<Candidate[]> {
  const ground = await groundOf(house, matter);
  const loads = await loadOf(
    house,
    lawyers.map(({ post_id }) => post_id),
  );
  const served = await unionsByIds(
    house,
    lawyers.map(({ serves_id }) => serves_id),
  );
  return lawyers.map((lawyer) => {
    const serves = served.get(lawyer.serves_id);
    return {
      ...{ lawyer, decision: conflictOf(house, lawyer, ground) },
      special: lawyer.specialities.some((one) => one === matter.kind),
      near:
        serves !== undefined &&
        serves.id !== lawyer.org_id &&
        contains(serves.path, ground.workersPath),
      above: lawyer.org_path !== matter.org_path,
      open: loads.get(lawyer.post_id) ?? 0,
    };
  });
}

/**
 * Lawyers of the county, and while none of them may take it those of the federations above, up to the
 * nearest where somebody may; best first.
 */
export const candidatesFor = (act: Act, matter: StoredMatter): Promise<Candidate[]> =>
  asHouse(act, async (house) => {
    const line = (await federationsOver(house, matter.org_id)).map(({ path }) => path as string);
    const all = await judged(house, matter, await activeLawyersAt(house, line));
    const free = all.filter((one) => !isBarred(one)).map(({ lawyer }) => lawyer.org_path);
    const nearest = line.findIndex((path) => free.includes(path));
    const reached = nearest === -1 ? line : line.slice(0, nearest + 1);
    return all.filter(({ lawyer }) => reached.includes(lawyer.org_path)).sort(compareCandidates);
  });

/** One lawyer as a candidate for a matter. */
export const candidateFor = (
  act: Act,
  matter: StoredMatter,
  lawyer: LawyerRow,
): Promise<Candidate> => asHouse(act, async (house) => (await judged(house, matter, [lawyer]))[0]!);
