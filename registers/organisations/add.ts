// Adding unions (新增工会): one under its parent, or many that bring their paths along.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { pinyinOfOrganisation } from "@niangjia/foundation/names";
import { childOf, depthOf, findParent, type OrgPath, orgPath } from "@niangjia/foundation/orgpath";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { levels, refusals, type UnionLevel, type UnionState } from "./contract.ts";
import * as events from "./events.ts";
import { factNames, plainFacts, type Source, type UnionFacts } from "./facts.ts";
import { unionMeasures } from "./measures.ts";
import { fitsUnder, isDivision, refuseDivision, runningNumber, runningSegment } from "./place.ts";
import {
  claimCodes,
  type FactRow,
  insertFacts,
  insertTerms,
  insertUnions,
  type UnionRow,
} from "./plant-store.ts";
import { addDeltas } from "./rollups.ts";
import {
  bearerOf,
  holdUnions,
  lastSegmentOf,
  livingSibling,
  noteSegment,
  type Union,
  unionById,
  unionByPath,
  unionsOfPaths,
} from "./store.ts";
import { type NewTerm, termRow } from "./terms.ts";

/** `/` × 16: what the form of a path allows. */
export const depthAtMost = 16;

type Needed = "name" | "kind" | "division";

/** What is known of a union when it enters the register. */
export interface NewUnion
  extends Pick<UnionFacts, Needed>,
    Partial<{ readonly [F in Exclude<keyof UnionFacts, Needed>]: UnionFacts[F] | null }> {
  readonly level: UnionLevel;
  /** The day it was founded; facts and numbers count from then. */
  readonly sinceDay: Day;
  readonly state?: Exclude<UnionState, "closed">;
  readonly term?: NewTerm;
}

export interface AddedUnion extends NewUnion {
  /** Null for the top of the tree only. */
  readonly parentId: string | null;
  /** The division's code as segment of the path; a running number without. */
  readonly code?: string;
}

export interface PlantedUnion extends NewUnion {
  readonly path: string;
  readonly id?: string;
}

/**
 * The next running numbers under a held parent, so many as are asked for. A number is never given
 * twice, even when its union has moved away.
 */
export async function nextSegments(act: Act, parent: Union, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { last, highest } = await lastSegmentOf(act, parent);
  const given = Math.max(last, highest === null ? 0 : runningNumber(highest));
  await noteSegment(act, parent.id, given + count);
  return Array.from({ length: count }, (_, nth) => runningSegment(given + nth + 1));
}

async function runningPath(act: Act, parent: Union): Promise<OrgPath> {
  const [segment] = await nextSegments(act, parent, 1);
  return childOf(parent.path, segment!);
}

export function refuseMisplaced(level: UnionLevel, parent: Union): void {
  if (parent.state === "closed") throw refuse(refusals.closed, { words: { name: parent.name } });
  if (fitsUnder(level, parent.level)) return;
  const words = { level: levels[level], parentLevel: levels[parent.level] };
  throw refuse(refusals.levelMisplaced, { words });
}

const codedPath = (parent: Union, code: string | undefined): OrgPath | undefined =>
  code === undefined ? undefined : childOf(parent.path, code);

async function refuseUnfit(act: Act, union: AddedUnion, parent: Union): Promise<void> {
  refuseMisplaced(union.level, parent);
  refuseDivision(union, parent);
  if (depthOf(parent.path) >= depthAtMost) throw refuse(refusals.tooDeep);
  const words = { parent: parent.name, name: union.name };
  if (await livingSibling(act, parent.id, union.name)) throw refuse(refusals.nameTaken, { words });
  const path = codedPath(parent, union.code);
  if (path && (await unionByPath(act, path))) throw refuse(refusals.codeTaken, { words });
}

async function refuseBorne(act: Act, uscc: string | null | undefined): Promise<void> {
  const bearer = uscc && (await bearerOf(act, uscc));
  if (bearer) throw refuse(refusals.usccBorne, { words: { name: bearer.name } });
}

/**
 * With facts in the form the store keeps. Refuses what cannot be read, whatever stands around it.
 */
function plainUnion(act: Act, added: AddedUnion): AddedUnion {
  const union = { ...added, ...plainFacts(added) } as AddedUnion;
  if (union.sinceDay > dayOf(act.now)) throw refuse(refusals.dayInFuture);
  if (union.code !== undefined && !isDivision(union.code)) {
    throw refuse(refusals.divisionUnreadable);
  }
  if (union.parentId === null) {
    if (union.level !== "province") throw refuse(refusals.parentNeeded);
    refuseDivision(union, undefined);
  }
  return union;
}

/** Refuses what `addUnion` would refuse now, and writes nothing. */
export async function checkUnion(act: Act, added: AddedUnion): Promise<void> {
  const union = plainUnion(act, added);
  const parent = union.parentId ? await unionById(act, union.parentId) : undefined;
  if (union.parentId && !parent) throw refuse(refusals.notFound);
  if (parent) await refuseUnfit(act, union, parent);
  await refuseBorne(act, union.uscc);
}

/**
 * Adds a union under its parent, or at the top. Refuses a closed or unfit parent, a name a living
 * sibling bears, a taken code, a federation with a division of others, facts that cannot be read.
 * Tells `organisations.registered`.
 */
export async function addUnion(act: Act, added: AddedUnion, source: Source): Promise<Union> {
  const union = plainUnion(act, added);
  const [parent] = union.parentId ? await holdUnions(act, [union.parentId], "alone") : [];
  if (union.parentId && !parent) throw refuse(refusals.notFound);
  if (parent) await refuseUnfit(act, union, parent);
  const path = parent
    ? (codedPath(parent, union.code) ?? (await runningPath(act, parent)))
    : orgPath(`/${union.code ?? union.division}/`);
  const id = newId(act.now);
  await plantUnions(act, [{ ...union, id, path }], source);
  await emit(act, events.registered(path, { unionId: id, parentId: union.parentId }));
  return (await unionById(act, id))!;
}

const unionRow = (union: Planted, parentId: string | null): UnionRow => {
  const { full, initials } = pinyinOfOrganisation(union.name);
  const { id, path, name, level, kind, division, state = "live", sinceDay } = union;
  const since_day = sinceDay;
  return {
    ...{ id, path, parent_id: parentId, name, pinyin: full, initials },
    ...{ level, kind, division, state, since_day },
  };
};

type Planted = PlantedUnion & { readonly id: string; readonly path: OrgPath };

const factRows = (union: Planted, source: Source): FactRow[] =>
  factNames.flatMap((field) => {
    const value = union[field] ?? null;
    if (value === null) return [];
    const about = { union_id: union.id, org_path: union.path, from_day: union.sinceDay };
    const from = { source: source.kind, source_id: source.id };
    return { id: newId(), field, value, ...about, ...from };
  });

const codeRows = ({ id, uscc, employerUscc }: Planted) => [
  ...(uscc ? [{ uscc, role: "own" as const, union_id: id }] : []),
  ...(employerUscc ? [{ uscc: employerUscc, role: "employer" as const, union_id: id }] : []),
];

/** Refuses when a code is borne by another union; says by which. */
export async function enterCodes(act: Act, rows: Parameters<typeof claimCodes>[1]): Promise<void> {
  const [taken] = await claimCodes(act, rows);
  if (!taken) return;
  const bearer = await bearerOf(act, taken.uscc);
  throw refuse(refusals.usccBorne, { words: { name: bearer?.name ?? "" } });
}

/** Further firms that have the union as theirs, by their codes in the normal form. */
export const addEmployers = (act: Act, unionId: string, codes: readonly string[]): Promise<void> =>
  enterCodes(
    act,
    codes.map((uscc) => ({ uscc, role: "employer", union_id: unionId })),
  );

async function parentIds(act: Act, planted: readonly Planted[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>(planted.map(({ path, id }) => [path, id]));
  const outside = planted.flatMap(({ path }) => {
    const parent = findParent(path);
    return parent === undefined || ids.has(parent) ? [] : parent;
  });
  for (const { path, id } of await unionsOfPaths(act, [...new Set(outside)])) ids.set(path, id);
  return ids;
}

/**
 * Writes many unions at paths they bring along, parents before those below them. For loading a
 * whole tree: places and names are taken as given. Throws on a path that is taken or stands under
 * none. Answers the ids by path.
 */
export async function plantUnions(
  act: Act,
  unions: readonly PlantedUnion[],
  source: Source,
): Promise<Map<string, string>> {
  const planted = unions.map(
    (union): Planted => ({ ...union, id: union.id ?? newId(), path: orgPath(union.path) }),
  );
  const ids = await parentIds(act, planted);
  const rows = planted.map((union) => {
    const parent = findParent(union.path);
    const parentId = parent === undefined ? null : ids.get(parent);
    if (parentId === undefined) throw new Error(`nothing stands at ${parent}`);
    return unionRow(union, parentId);
  });
  await insertUnions(act, rows);
  await insertFacts(
    act,
    planted.flatMap((union) => factRows(union, source)),
  );
  await enterCodes(act, planted.flatMap(codeRows));
  await insertTerms(
    act,
    planted.flatMap((union) => (union.term ? termRow(union, union.term, 1) : [])),
  );
  const living = planted.filter(({ state }) => state !== "preparing");
  const counted = living.flatMap(({ path, level, sinceDay }) =>
    unionMeasures(level).map((measure) => ({ orgPath: path, measure, day: sinceDay, amount: 1 })),
  );
  await addDeltas(act, counted);
  return new Map(planted.map(({ path, id }) => [path, id]));
}
