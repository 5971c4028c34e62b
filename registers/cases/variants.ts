// Local flows (本地流程): shown, previewed, proposed by one post-holder of a federation, agreed to by another.
import {
  allNodes,
  applyVariant,
  type Changes,
  type Definition,
  draft,
  isDecision,
  soundness,
  stages,
  type Unsound,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { type Role, roles } from "@niangjia/foundation/roles";
import { accountsOfSamePerson } from "../members/index.ts";
import { type Union, unionsByIds } from "../organisations/index.ts";
import type { CaseFunction } from "./function.ts";
import type { Offers } from "./functions.ts";
import { refusals } from "./refusals.ts";
import type * as contract from "./variant-contract.ts";
import {
  decideProposal,
  insertProposal,
  lockProposed,
  type VariantRow,
  variantInForce,
  variantsAt,
} from "./variant-store.ts";
import { changeWords } from "./variant-words.ts";

const federal: readonly string[] = ["province", "city", "county"];

/** The federation the actor speaks for. */
export async function federationOf(act: Act): Promise<Union> {
  const { post } = act.actor;
  const union = post && (await unionsByIds(act, [post.orgId])).get(post.orgId);
  if (!union || !federal.includes(union.level)) throw refuse(refusals.notFederation);
  return union;
}

const adjustableOf = (node: ReturnType<typeof allNodes>[number]) =>
  "adjustable" in node ? node.adjustable : undefined;

const isAdjustable = ({ flow }: CaseFunction): boolean => allNodes(flow).some(adjustableOf);

export function getFlow(offers: Offers, id: string): CaseFunction {
  const fn = offers.get(id)?.fn;
  if (!fn) throw refuse(refusals.functionUnknown);
  if (!isAdjustable(fn)) throw refuse(refusals.flowNotAdjustable);
  return fn;
}

/** The flow with the changes, or everything that speaks against it. */
export function changedFlow(
  fn: CaseFunction,
  offers: Offers,
  changes: Changes,
): Definition | Unsound[] {
  const changed = applyVariant(fn.flow, changes);
  if (Array.isArray(changed)) return changed;
  const faults = faultsOf(fn, offers, changed);
  return faults.length > 0 ? faults : changed;
}

/** What would keep a case of the function from its end on this flow. */
export const faultsOf = ({ id, form }: CaseFunction, offers: Offers, flow: Definition): Unsound[] =>
  soundness(flow, form, { self: id, find: (name) => offers.get(name)?.fn.flow });

/** As the house: what a federation above decided holds below as well. */
const inForce = (act: Act, { id, version }: CaseFunction, { id: placeId }: Union) =>
  asHouse(act, (house) => variantInForce(house, { function: id, version, placeId }));

const isChange = (changes: Changes): boolean => Object.keys(changes).length > 0;

export async function listFlows(
  act: Act,
  offers: Offers,
): Promise<Answer<typeof contract.listFlows>> {
  const union = await federationOf(act);
  const rows = [];
  for (const { fn } of offers.values()) {
    if (!isAdjustable(fn)) continue;
    const history = await variantsAt(act, { function: fn.id, orgPath: orgPath(union.path) });
    const current = await inForce(act, fn, union);
    const waits = history.some(({ state }) => state === "proposed");
    rows.push({ id: fn.id, title: fn.title, waits, changed: isChange(current?.changes ?? {}) });
  }
  return { rows };
}

const choicesOf = (of: readonly Role[] = []) => of.map((id) => ({ id, title: roles[id] }));

function stepsOf({ flow }: CaseFunction): Answer<typeof contract.showFlow>["steps"] {
  const drawn = new Map(stagesIn(stages(flow, draft)).map((stage) => [stage.id, stage]));
  return allNodes(flow).flatMap((node) => {
    const open = adjustableOf(node);
    if (!open) return [];
    const term = "within" in node ? node.within : null;
    const [shortest, longest] = open.within ?? [];
    const within =
      term && !("rule" in term) && shortest !== undefined && longest !== undefined
        ? {
            now: "workdays" in term ? term.workdays : term.days,
            ...{ shortest, longest, unit: "workdays" in term ? "个工作日" : "日" },
          }
        : null;
    const own = isDecision(node) ? node.signers.of.map(({ role }) => role) : [];
    return {
      ...{ id: node.id, title: node.title, who: drawn.get(node.id)?.who ?? "" },
      ...{ drop: open.drop === true, within, addAfter: choicesOf(open.addAfter) },
      roles: choicesOf(open.roles?.filter((role) => !own.includes(role))),
    };
  });
}

type Stages = ReturnType<typeof stages>;
const stagesIn = (all: Stages): Stages =>
  all.flatMap((stage) => [
    stage,
    ...(stage.arms ?? []).flatMap((arm) => stagesIn(arm.stages as Stages)),
  ]);

const stateTitles = { proposed: "等人核准", agreed: "已核准", refused: "没有同意" } as const;

/** Four eyes are two people's: two accounts may turn out to be one person's. */
async function isProposer(act: Act, { proposedBy }: VariantRow): Promise<boolean> {
  const own = await asHouse(act, (house) => accountsOfSamePerson(house, accountOf(act)));
  return own.includes(proposedBy);
}

const variantOf =
  (
    fn: CaseFunction,
    { current, decidable }: { readonly current?: number | undefined; readonly decidable: boolean },
  ): ((row: VariantRow) => Answer<typeof contract.showFlow>["variants"][number]) =>
  (row) => ({
    ...{ number: row.number, fromDay: row.fromDay, state: row.state },
    stateTitle: stateTitles[row.state],
    current: row.number === current,
    past: row.version !== fn.version,
    changes: isChange(row.changes) ? changeWords(fn.flow, row.changes) : ["恢复统一流程"],
    proposed: { who: row.proposedWords, at: row.proposedAt.toISOString() },
    decided: row.decidedAt
      ? { who: row.decidedWords ?? "", at: row.decidedAt.toISOString() }
      : null,
    mayDecide: row.state === "proposed" && decidable,
  });

export async function showFlow(
  act: Act,
  offers: Offers,
  { params }: Asked<typeof contract.showFlow>,
): Promise<Answer<typeof contract.showFlow>> {
  const union = await federationOf(act);
  const fn = getFlow(offers, params.id);
  const current = await inForce(act, fn, union);
  const changed = applyVariant(fn.flow, current?.changes ?? {});
  const history = await variantsAt(act, { function: fn.id, orgPath: orgPath(union.path) });
  const waiting = history.find(({ state }) => state === "proposed");
  const decidable = waiting !== undefined && !(await isProposer(act, waiting));
  return {
    ...{ id: fn.id, title: fn.title, unionName: union.name },
    stages: stages(fn.flow, draft),
    today: stages(Array.isArray(changed) ? fn.flow : changed, draft),
    steps: stepsOf(fn),
    variants: history.map(variantOf(fn, { current: current?.number, decidable })),
  };
}

export async function previewFlow(
  act: Act,
  offers: Offers,
  { params, body }: Asked<typeof contract.previewFlow>,
): Promise<Answer<typeof contract.previewFlow>> {
  await federationOf(act);
  const fn = getFlow(offers, params.id);
  const changed = changedFlow(fn, offers, body.changes);
  const words = changeWords(fn.flow, body.changes);
  return Array.isArray(changed)
    ? { stages: null, faults: changed.map(({ say }) => say), changes: words }
    : { stages: stages(changed, draft), faults: [], changes: words };
}

export async function proposeFlow(
  act: Act,
  offers: Offers,
  { params, body }: Asked<typeof contract.proposeFlow>,
): Promise<Answer<typeof contract.proposeFlow>> {
  const union = await federationOf(act);
  const fn = getFlow(offers, params.id);
  const { changes } = body;
  const changed = changedFlow(fn, offers, changes);
  if (Array.isArray(changed)) {
    const faults = changed.map(({ say }) => say).join("\n");
    throw refuse(refusals.variantFaulty, { words: { faults } });
  }
  const fromDay = day(body.fromDay);
  if (fromDay < dayOf(act.now)) throw refuse(refusals.variantDay);
  const number = await insertProposal(act, {
    ...{ function: fn.id, version: fn.version, orgPath: orgPath(union.path), fromDay, changes },
    ...{ proposedBy: accountOf(act), proposedWords: act.actor.name },
  });
  if (number === undefined) throw refuse(refusals.variantWaits);
  concerns(act, `flow:${fn.id}`);
  return { number };
}

function accountOf({ actor }: Act): string {
  if (actor.accountId === null) throw new Error("whoever holds a post has an account");
  return actor.accountId;
}

/** Four eyes: another post-holder of the same federation says whether it shall be so. */
export async function decideFlow(
  act: Act,
  { params, body }: Asked<typeof contract.decideFlow>,
): Promise<Answer<typeof contract.decideFlow>> {
  const union = await federationOf(act);
  const found = await lockProposed(act, params.number);
  if (!found || found.orgPath !== union.path) throw refuse(refusals.noSuchVariant);
  const by = accountOf(act);
  if (body.agree && (await isProposer(act, found))) throw refuse(refusals.variantOwn);
  if (body.agree && found.fromDay < dayOf(act.now)) throw refuse(refusals.variantDay);
  const state = body.agree ? "agreed" : "refused";
  await decideProposal(act, found.number, { state, by, words: act.actor.name });
  concerns(act, `flow:${found.function}`);
  return { state };
}
