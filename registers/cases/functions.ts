// The functions on offer (事项清单): which of them an actor may start, and by what words each is found.
import {
  actions,
  allNodes,
  assigneesOf,
  fieldsOf,
  rulesNamed,
  soundness,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Answer } from "@niangjia/foundation/http";
import { pinyinOfOrganisation } from "@niangjia/foundation/names";
import { Refusal, refuse } from "@niangjia/foundation/refusal";
import { isSelf } from "@niangjia/foundation/roles";
import type { listFunctions as contract, listActs as named } from "./contract.ts";
import type { CaseFunction, CaseRoom } from "./function.ts";
import { refusals } from "./refusals.ts";

/** A function with the room it belongs to. */
export interface Offer {
  readonly fn: CaseFunction;
  readonly platform: string | null;
  readonly room: string;
  readonly roomTitle: string;
  readonly words: readonly string[];
}

export type Offers = ReadonlyMap<string, Offer>;

function wordsOf({ title, words = [] }: CaseFunction): string[] {
  const { full, initials } = pinyinOfOrganisation(title);
  return [...words, full, initials];
}

/** The union fields of a form, by name. */
export const unionFields = ({ form }: CaseFunction): string[] =>
  fieldsOf(form).flatMap(([name, { kind }]) => (kind === "union" ? name : []));

/** What makes a function impossible to run: a mistake in the code that names it. */
function faultOf(fn: CaseFunction, room: string): string | undefined {
  if (!fn.id.startsWith(`${room}.`)) return `does not belong to room ${room}`;
  const fields = unionFields(fn);
  if (!fn.place && !fields.includes("union")) return "names no union it is filed at";
  const unruled = rulesNamed(fn.flow).find((rule) => !fn.parameters?.terms.includes(rule));
  if (unruled) return `has a term by ${unruled}, which is no term of its parameters`;
  const roots = ["union", ...fields];
  const named = allNodes(fn.flow).flatMap(assigneesOf);
  const astray = named.find(({ at }) => !roots.includes(at.split(".")[0] ?? ""));
  return astray && `looks for somebody at ${astray.at}, which the form does not ask for`;
}

/** What would keep a case of a function from its end, with the way to it. */
function flowFault(offers: Offers, { id, flow, form }: CaseFunction): string | undefined {
  const begun = allNodes(flow).flatMap((node) => (node.kind === "sub" ? node.function : []));
  const missing = begun.find((name) => !offers.has(name));
  if (missing) return `begins cases of ${missing}, and no room has this function`;
  const find = (name: string) => offers.get(name)?.fn.flow;
  return soundness(flow, form, { self: id, find })[0]?.say;
}

/**
 * All functions of these rooms by id. Throws on a function that could not run, whose flow is not
 * sound, or that is named twice.
 */
export function offersOf(rooms: readonly CaseRoom[]): Offers {
  const offers = new Map<string, Offer>();
  for (const { word: room, title: roomTitle, platform = null, cases = [] } of rooms) {
    for (const fn of cases) {
      const fault = offers.has(fn.id) ? "is named twice" : faultOf(fn, room);
      if (fault) throw new Error(`${fn.id} ${fault}`);
      offers.set(fn.id, { fn, platform, room, roomTitle, words: wordsOf(fn) });
    }
  }
  for (const { fn } of offers.values()) {
    const fault = flowFault(offers, fn);
    if (fault) throw new Error(`${fn.id} ${fault}`);
  }
  return offers;
}

const opensFor = ({ actor }: Act, { may }: CaseFunction): boolean =>
  actor.role !== null && may.includes(actor.role);

/** Why whoever asks for themselves is refused whatever they fill in; null when nothing says so. */
export async function closedTo(act: Act, { opens }: CaseFunction) {
  if (act.actor.role === null || !isSelf(act.actor.role)) return null;
  try {
    await opens?.(act);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { say: refusal.message, next: refusal.next };
  }
}

/** The function of an id, when the actor may start it. */
export function getOffer(act: Act, offers: Offers, id: string): Offer {
  const offer = offers.get(id);
  if (!offer) throw refuse(refusals.functionUnknown);
  if (!opensFor(act, offer.fn)) {
    throw refuse(refusals.notForYou, { words: { title: offer.fn.title } });
  }
  return offer;
}

/** Functions by id, for whoever only runs them. */
export type Functions = ReadonlyMap<string, Pick<Offer, "fn">>;

/** The function a case runs on. */
export function functionOf(offers: Functions, id: string): CaseFunction {
  const offer = offers.get(id);
  if (!offer) throw new Error(`cases of ${id} exist, and no room has this function`);
  return offer.fn;
}

export async function listFunctions(act: Act, offers: Offers): Promise<Answer<typeof contract>> {
  const open = [...offers.values()].filter(({ fn }) => opensFor(act, fn));
  const groups: Answer<typeof contract>["groups"] = [];
  for (const offered of Map.groupBy(open, ({ room }) => room).values()) {
    const { platform, room, roomTitle } = offered[0]!;
    const functions = [];
    for (const { fn, words } of offered) {
      const { id, title, says } = fn;
      functions.push({ id, title, says, words: [...words], closed: await closedTo(act, fn) });
    }
    groups.push({ platform, room, title: roomTitle, functions });
  }
  return { groups };
}

/** What was done to cases as the audit's record calls it, in words: `membership.join.agree` is 入会申请：同意. */
export async function listActs(offers: Offers): Promise<Answer<typeof named>> {
  const rows = [...offers.values()].flatMap(({ fn }) =>
    Object.entries(actions).map(([kind, done]) => ({
      id: `${fn.id}.${kind}`,
      title: `${fn.title}：${done}`,
    })),
  );
  return { rows };
}
