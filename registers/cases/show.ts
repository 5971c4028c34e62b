// Showing (查看): a function before it is filed, and a case with its facts masked, its progress and
// its doors.
import { nation } from "@niangjia/engine/policy";
import {
  type Action,
  allNodes,
  applicantForm,
  type CaseState,
  can,
  type Definition,
  type Door,
  draft,
  type Field,
  fieldsOf,
  formDescription,
  handlerForm,
  openTasks,
  openTokens,
  type Rules,
  shutAlso,
  stages,
  statuses,
  wordOf,
} from "@niangjia/engine/process";
import { postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { isId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { unionsByIds } from "../organisations/index.ts";
import { callerOf } from "./around.ts";
import { filesIn, filesOf } from "./case-files.ts";
import { partsOf } from "./case-parts.ts";
import type { showCase as caseContract, showFunction as functionContract } from "./contract.ts";
import { readDraft } from "./draft.ts";
import { factText, isSealed, maskFacts, tableOf } from "./facts.ts";
import type { CaseFunction } from "./function.ts";
import { closedTo, functionOf, getOffer, type Offers, unionFields } from "./functions.ts";
import { hiddenFor } from "./hidden.ts";
import { isOwn } from "./own.ts";
import { seat } from "./places.ts";
import { postFields } from "./post-choices.ts";
import { prefillOf } from "./prefill.ts";
import { ratingOf } from "./rate.ts";
import { refusals } from "./refusals.ts";
import { rulesAt, rulesBefore } from "./rules.ts";
import { actionsOf, findCase, type StoredCase } from "./store.ts";
import { amberAt } from "./task-store.ts";
import { clockOf } from "./term.ts";

type ShownCase = Answer<typeof caseContract>;
type Group = ShownCase["facts"][number];
type Line = Group["lines"][number];

/** Whether a case waits for the actor to mend it: it may have passed to somebody who may not file such. */
async function isToMend(act: Act, fn: CaseFunction, caseId: string): Promise<boolean> {
  const row = await findCase(act, caseId);
  if (!row) throw refuse(refusals.notFound);
  if (row.function !== fn.id) return false;
  const doors = await doorsOf(act, { fn, row, state: row.state, rules: undefined });
  return mayResubmit(doors);
}

const mayResubmit = (doors: readonly Door[]): boolean =>
  doors.some(({ command, open }) => command === "resubmit" && open);

export async function showFunction(
  act: Act,
  offers: Offers,
  { params, query }: Asked<typeof functionContract>,
): Promise<Answer<typeof functionContract>> {
  const known = offers.get(params.id);
  const mends = known && query.case && (await isToMend(act, known.fn, query.case));
  const { fn, platform, room } = mends ? known : getOffer(act, offers, params.id);
  return {
    id: fn.id,
    title: fn.title,
    says: fn.says,
    closed: mends ? null : await closedTo(act, fn),
    platform,
    room,
    form: formDescription(applicantForm(fn.form), dayOf(act.now)),
    stages: stages(fn.flow, draft, {
      rules: await rulesBefore(act, fn),
    }),
    prefill: mends ? {} : maskFacts(fn, await prefillOf(act, fn)),
    draft: mends ? null : await readDraft(act, fn),
  };
}

/** What ids in the facts are called: unions by name, files as they were brought. */
async function namesIn(act: Act, fn: CaseFunction, { facts }: StoredCase) {
  const unionIds = unionFields(fn).flatMap((name) => (facts[name] ? String(facts[name]) : []));
  const unions = await unionsByIds(act, unionIds);
  const names = new Map([...unions].map(([id, { name }]) => [id, name]));
  const posts = postFields(fn).map((name) => String(facts[name] ?? ""));
  for (const { postId, words } of await postHolders(act, posts.filter(isId))) {
    names.set(postId, words);
  }
  const files = filesIn(fn, facts);
  const found = files.length > 0 ? await filesOf(act, files) : undefined;
  for (const id of files) names.set(id, found?.get(id)?.name ?? "（文件已不在）");
  return names;
}

function lineOf(
  fn: CaseFunction,
  { facts, filedAt }: StoredCase,
  names: ReadonlyMap<string, string>,
): (name: string, field: Field) => Line | undefined {
  return (name, field) => {
    const value = facts[name];
    if (value === undefined) return undefined;
    const line = { name, title: field.label, masked: isSealed(fn, name, field) };
    const nameOf = (id: string) => names.get(id) ?? "";
    if (field.kind === "union") return { ...line, text: nameOf(String(value)) };
    if (field.kind === "post") return { ...line, text: nameOf(String(value)) || "（已不在岗）" };
    if (field.kind === "rows") {
      const table = tableOf(field, value, dayOf(filedAt));
      return { ...line, table, text: `${table.rows.length} 行` };
    }
    if (field.kind !== "files") return { ...line, text: factText(field, value, dayOf(filedAt)) };
    const files = (value as string[]).map((id) => ({ id, name: nameOf(id) }));
    return { ...line, files, text: files.map(({ name: file }) => file).join("、") };
  };
}

/** What the answers would replace; once the case has ended the record's own history says it. */
async function replacedBy(act: Act, fn: CaseFunction, row: StoredCase) {
  const { facts, personId, endedAt } = row;
  return (endedAt === null && (await fn.replaces?.(act, { facts, personId }))) || {};
}

/** The form's groups with what was filled in, as whoever looks may see it. */
async function factGroups(act: Act, fn: CaseFunction, row: StoredCase): Promise<Group[]> {
  const hidden = await hiddenFor(act, row);
  const line = lineOf(fn, row, await namesIn(act, fn, row));
  const replaced = await replacedBy(act, fn, row);
  const fields = new Map(fieldsOf(fn.form));
  const { groups } = formDescription(fn.form, dayOf(act.now));
  const withOld = (name: string, shown: Line): Line =>
    replaced[name] === undefined ? shown : { ...shown, was: replaced[name] };
  return groups
    .map(({ title, fields: described }) => ({
      ...(title === undefined ? {} : { title }),
      lines: described.flatMap(({ name }) => {
        const shown = hidden.includes(name) ? undefined : line(name, fields.get(name)!);
        return shown ? [withOld(name, shown)] : [];
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
}

const historyLine =
  (definition: Definition, state: CaseState) =>
  (action: Action): ShownCase["history"][number] => {
    const { id: seq, at, kind, by, opinion, node } = action;
    const step = allNodes(definition).find(({ id }) => id === node)?.title ?? null;
    return {
      seq,
      at,
      kind,
      title: wordOf(definition, state, action),
      step,
      who: by.words,
      opinion,
    };
  };

interface Writing {
  readonly row: StoredCase;
  readonly doors: readonly Door[];
}

/** What may be written at the steps whose doors are open, with what was written there before. */
function writableAt(act: Act, fn: CaseFunction, { row, doors }: Writing): ShownCase["writes"] {
  const names = doors.flatMap((door) => (door.open ? (door.write ?? []) : []));
  const filled = names.flatMap((name) => (name in row.facts ? [[name, row.facts[name]]] : []));
  const form = formDescription(handlerForm(fn.form, names, row.facts), dayOf(act.now));
  return { ...form, filled: Object.fromEntries(filled) };
}

interface Before {
  readonly fn: CaseFunction;
  readonly row: StoredCase;
  readonly state: CaseState;
  readonly rules: Rules | undefined;
}

/** The doors of a case for whoever looks at it: what its function refuses for sure is shut too. */
async function doorsOf(act: Act, { fn, row, state, rules }: Before): Promise<Door[]> {
  const caller = { ...(await callerOf(act, { fn: { id: row.function }, state })), rules };
  const { definition, facts } = row;
  return shutAlso(can(definition, state, caller), ({ command: kind, step: node = null }) =>
    node === null ? undefined : fn.shuts?.({ kind, node, facts }),
  );
}

/** The term that ends first: of a task, a wait, a notice, or the whole case. */
function nearest(act: Act, { definition }: StoredCase, state: CaseState): ShownCase["clock"] {
  const waits = openTokens(state).map(({ node, clock }) => ({ node, due: clock?.due ?? null }));
  const whole = { node: null, due: state.term?.due ?? null };
  const [first] = [...openTasks(state), ...waits, whole]
    .flatMap(({ due, node }) => (due ? [{ due, node }] : []))
    .sort((one, other) => (one.due < other.due ? -1 : 1));
  if (state.status !== "running" || !first) return null;
  const node = allNodes(definition).find(({ id }) => id === first.node);
  return clockOf(first.due, dayOf(act.now), amberAt(node));
}

/** What handlers say among themselves is not the applicant's to read; what they do is. */
function openTo({ actor }: Act, own: boolean, lines: readonly Action[]): Action[] {
  if (!own) return [...lines];
  const isInternal = ({ kind, parties, by }: Action): boolean =>
    internal.includes(kind) ||
    (kind === "ask" && parties !== undefined) ||
    (kind === "answer" && by.accountId !== actor.accountId);
  return lines.map((action) => (isInternal(action) ? { ...action, opinion: "" } : action));
}

const internal: readonly string[] = [
  ...["transfer", "delegate", "add-sign", "remove-sign", "copy", "read"],
];

export async function showCase(
  act: Act,
  offers: Offers,
  { params }: Asked<typeof caseContract>,
): Promise<ShownCase> {
  const row = await findCase(act, params.id);
  if (!row) throw refuse(refusals.notFound);
  const fn = functionOf(offers, row.function);
  const { state } = await seat(act, row.state);
  const union = (await unionsByIds(act, [row.orgId])).get(row.orgId);
  const rules = await rulesAt(act, fn, {
    definition: row.definition,
    division: union?.division ?? nation,
  });
  const doors = await doorsOf(act, { fn, row, state, rules });
  const { id, number, title, status, personId, outcome, filedAt, endedAt } = row;
  return {
    ...{ id, number, title, status, personId, outcome },
    function: fn.id,
    functionTitle: fn.title,
    statusTitle: statuses[status],
    union: { id: row.orgId, name: union?.name ?? "" },
    filedAt: filedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    clock: nearest(act, row, state),
    facts: await factGroups(act, fn, row),
    stages: stages(row.definition, state, { facts: row.facts, rules }),
    history: openTo(act, isOwn(act, row, state), await actionsOf(act, id)).map(
      historyLine(row.definition, state),
    ),
    can: doors,
    writes: writableAt(act, fn, { row, doors }),
    answers: mayResubmit(doors) ? row.facts : null,
    ...(await partsOf(act, row, state)),
    records: ((await fn.records?.(act, id)) ?? []).map(({ lines, ...rest }) => ({
      ...rest,
      lines: [...lines],
    })),
    ...(await ratingOf(act, row)),
  };
}
