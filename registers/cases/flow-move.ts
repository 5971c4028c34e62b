// Moves (转入新流程): which running cases are on an earlier flow, what a map would do to each, and the order to bring them.
import {
  allNodes,
  applyVariant,
  type Definition,
  draft,
  lostSteps,
  migrationFaults,
  openTokens,
  stages,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { contains, type OrgPath, orgPath } from "@niangjia/foundation/orgpath";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import type { Union } from "../organisations/index.ts";
import { moveAsked } from "./events.ts";
import { flowOfVersion } from "./flow-migration-store.ts";
import type * as contract from "./flow-move-contract.ts";
import { lookedAtMost } from "./flow-move-contract.ts";
import {
  countByFlow,
  type FlowKey,
  insertMove,
  localFlowsAround,
  type MapOfSteps,
  movesAt,
  type RunningCase,
  runningCases,
  type Stay,
  staysOf,
} from "./flow-move-store.ts";
import type { CaseFunction } from "./function.ts";
import type { Offers } from "./functions.ts";
import { refusals } from "./refusals.ts";
import { keepFlow } from "./store.ts";
import { federationOf } from "./variants.ts";

const shownAtMost = 100;

const flowTitle = ({ version, variant }: FlowKey): string =>
  variant === 0 ? `统一流程第 ${version} 版` : `本地流程第 ${variant} 号（第 ${version} 版）`;

const same = (one: FlowKey, other: FlowKey): boolean =>
  one.version === other.version && one.variant === other.variant;

/** The flows cases take that are filed today, at a federation and at each union below it. */
export interface Today {
  readonly target: FlowKey;
  readonly definition: Definition;
  /** The flow of a case filed at this union. */
  readonly at: (path: OrgPath) => FlowKey;
  readonly isToday: (flow: FlowKey) => boolean;
}

export async function flowsToday(house: Act, fn: CaseFunction, path: OrgPath): Promise<Today> {
  const { id, version, flow } = fn;
  const around = await localFlowsAround(house, { function: id, orgPath: path, version });
  const nearest = (at: OrgPath) => around.findLast((row) => contains(row.orgPath, at));
  const keyOf = (row: ReturnType<typeof nearest>): FlowKey => {
    const changes = row && Object.keys(row.changes).length > 0;
    return { version, variant: changes ? row.number : 0 };
  };
  const own = nearest(path);
  const changed = applyVariant(flow, own?.changes ?? {});
  if (Array.isArray(changed)) throw new Error(`local flow ${own?.number} no longer fits ${id}`);
  const target = keyOf(own);
  const todays = [target, ...around.filter((row) => contains(path, row.orgPath)).map(keyOf)];
  return {
    ...{ target, definition: changed, at: (at) => keyOf(nearest(at)) },
    isToday: (key) => todays.some((one) => same(one, key)),
  };
}

interface Scene {
  readonly fn: CaseFunction;
  readonly union: Union;
  readonly today: Today;
  readonly place: { readonly function: string; readonly orgPath: OrgPath };
}

async function sceneOf(act: Act, offers: Offers, id: string): Promise<Scene> {
  const union = await federationOf(act);
  const fn = offers.get(id)?.fn;
  if (!fn) throw refuse(refusals.functionUnknown);
  const path = orgPath(union.path);
  const today = await asHouse(act, (house) => flowsToday(house, fn, path));
  return { fn, union, today, place: { function: fn.id, orgPath: path } };
}

const earlierFlows = async (act: Act, { place, today }: Scene) =>
  (await countByFlow(act, place)).filter((flow) => !today.isToday(flow));

const sum = (groups: readonly { readonly cases: number }[]): number =>
  groups.reduce((all, { cases }) => all + cases, 0);

export async function listMoves(
  act: Act,
  offers: Offers,
): Promise<Answer<typeof contract.listMoves>> {
  const rows = [];
  for (const { fn } of offers.values()) {
    const scene = await sceneOf(act, offers, fn.id);
    const cases = sum(await earlierFlows(act, scene));
    const running = (await movesAt(act, scene.place)).some(({ endedAt }) => endedAt === null);
    if (cases > 0 || running) rows.push({ id: fn.id, title: fn.title, cases, running });
  }
  return { rows };
}

/** Steps at which a case may stand. */
const halts = (definition: Definition) =>
  allNodes(definition).filter(({ kind }) => kind !== "copy");

async function definitionOf(act: Act, fn: CaseFunction, flow: FlowKey): Promise<Definition> {
  const kept = await asHouse(act, (house) => flowOfVersion(house, { function: fn.id, ...flow }));
  if (!kept) throw new Error(`cases of ${fn.id} run on ${flowTitle(flow)}, which is not kept`);
  return kept.definition;
}

export async function showMoves(
  act: Act,
  offers: Offers,
  { params }: Asked<typeof contract.showMoves>,
): Promise<Answer<typeof contract.showMoves>> {
  const scene = await sceneOf(act, offers, params.id);
  const { fn, union, today, place } = scene;
  const flows = await earlierFlows(act, scene);
  const cases = await runningCases(act, { ...place, flows }, lookedAtMost);
  const choices = halts(today.definition).map(({ id, title }) => ({ id, title }));
  const groups = [];
  for (const flow of flows) {
    const standing = cases
      .filter((one) => same(one, flow))
      .flatMap(({ state }) => openTokens(state));
    const steps = halts(await definitionOf(act, fn, flow)).map(({ id, title }) => ({
      ...{ id, title, standing: standing.filter(({ node }) => node === id).length },
      to: choices.some((choice) => choice.id === id) ? id : null,
    }));
    groups.push({ ...flow, title: flowTitle(flow), steps });
  }
  const moves = [];
  for (const move of await movesAt(act, place)) {
    const { id, askedWords: who, because, wanted, looked, moved, endedAt } = move;
    const to = { version: move.toVersion, variant: move.toVariant };
    moves.push({
      ...{ id, who, because, wanted, looked, moved, at: move.askedAt.toISOString() },
      ...{ flowTitle: flowTitle(to), ended: endedAt?.toISOString() ?? null },
      stays: await staysOf(act, id, shownAtMost),
    });
  }
  return {
    ...{ id: fn.id, title: fn.title, unionName: union.name, flowTitle: flowTitle(today.target) },
    ...{ stages: stages(today.definition, draft), choices, groups, moves },
    ...{ total: sum(flows), looked: cases.length },
  };
}

/** Why a case would stay on its flow; undefined when it can go on under today's. */
export function whyStays(
  { orgPath: path, state }: Pick<RunningCase, "orgPath" | "state">,
  today: Pick<Today, "target" | "definition" | "at">,
  { from, steps }: { readonly from: Definition; readonly steps: MapOfSteps["steps"] },
): string | undefined {
  const own = today.at(path);
  if (!same(own, today.target)) return `所在工会现在按${flowTitle(own)}办，不归这份流程管。`;
  const [lost] = lostSteps(today.definition, state, steps);
  if (lost === undefined) return undefined;
  const title = allNodes(from).find(({ id }) => id === lost)?.title ?? lost;
  return `停在“${title}”，新流程里没有同类、同位置的步骤。`;
}

export async function checkMoves(
  act: Act,
  offers: Offers,
  { params, body: { maps } }: Asked<typeof contract.checkMoves>,
): Promise<Answer<typeof contract.checkMoves>> {
  const scene = await sceneOf(act, offers, params.id);
  const { fn, today, place } = scene;
  const flows = (await earlierFlows(act, scene)).filter((flow) =>
    maps.some((map) => same(map, flow)),
  );
  const cases = await runningCases(act, { ...place, flows }, lookedAtMost);
  const faults = [];
  const stays: Stay[] = [];
  for (const { version, variant } of flows) {
    const flow = { version, variant };
    const from = await definitionOf(act, fn, flow);
    const { steps } = maps.find((map) => same(map, flow))!;
    for (const { path, say } of migrationFaults(from, today.definition, steps)) {
      faults.push({ ...flow, step: path.at(-1)?.id ?? "", say });
    }
    for (const one of cases.filter((running) => same(running, flow))) {
      const why = whyStays(one, today, { from, steps });
      if (why) stays.push({ id: one.id, number: one.number, why });
    }
  }
  const [looked, staying] = [cases.length, stays.length];
  return { looked, moves: looked - staying, stays: stays.slice(0, shownAtMost), staying, faults };
}

/** Keeps the order; a long job carries it out, case after case. */
export async function orderMove(
  act: Act,
  offers: Offers,
  { params, body: { maps, because } }: Asked<typeof contract.orderMove>,
): Promise<Answer<typeof contract.orderMove>> {
  const scene = await sceneOf(act, offers, params.id);
  const { fn, today, place } = scene;
  const { accountId, name: askedWords } = act.actor;
  if (accountId === null) throw new Error("whoever holds a post has an account");
  const flows = (await earlierFlows(act, scene)).filter((flow) =>
    maps.some((map) => same(map, flow)),
  );
  if (flows.length === 0) throw refuse(refusals.nothingToMove);
  const { version, variant } = today.target;
  await asHouse(act, (house) =>
    keepFlow(house, { id: fn.id, version, variant, flow: today.definition }),
  );
  const id = newId(act.now);
  const kept = await insertMove(act, {
    ...{ id, ...place, toVersion: version, toVariant: variant, because, askedWords },
    ...{ askedBy: accountId, askedAt: act.now, wanted: sum(flows) },
    maps: maps.filter((map) => flows.some((flow) => same(map, flow))),
  });
  if (!kept) throw refuse(refusals.moveRuns);
  await emit(act, moveAsked(place.orgPath, { moveId: id }));
  concerns(act, `flow:${fn.id}`);
  return { id };
}
