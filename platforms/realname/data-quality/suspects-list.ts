// The list of suspects (疑似清单): what was found, its evidence, and the words of whoever looked into it.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf, formatDay } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { maskName } from "@niangjia/foundation/masks";
import { refuse } from "@niangjia/foundation/refusal";
import { type Check, checksOn, type Evidence, factText } from "@niangjia/registers/members";
import { verdicts } from "@niangjia/registers/members/contract";
import { type Union, unionsByPaths } from "@niangjia/registers/organisations";
import { unionInReach } from "./reach.ts";
import {
  type dismiss,
  suspectRefusals as refusals,
  type reopen,
  type SuspectState,
  type suspect,
  suspectStates,
  type suspects,
} from "./suspects-contract.ts";
import {
  countKinds,
  decideSuspect,
  findSuspectRow,
  listSuspectRows,
  type Party,
  type SuspectRow,
} from "./suspects-list-store.ts";

type Shown = Answer<typeof suspect>;

interface Known {
  readonly unions: ReadonlyMap<string, Union>;
  readonly checks: ReadonlyMap<string, Check>;
}

function partyOf({ id, orgPath, name, sex, verified, ...party }: Party, { unions }: Known) {
  return {
    ...party,
    personId: id,
    name: maskName(name),
    sex: factText("sex", sex),
    unionName: unions.get(orgPath)?.name ?? null,
    verified: verdicts[verified as keyof typeof verdicts],
  };
}

const kindTitles: Readonly<Record<string, string>> = {
  duplicate: "疑似同一人",
  phone: "手机号已换人使用",
};

const titleOf = (kind: string, { checks }: Pick<Known, "checks">): string =>
  kindTitles[kind] ?? checks.get(kind)?.title ?? kind;

interface Facts {
  readonly birthDay?: Day;
  readonly joinedDay?: Day;
  readonly sinceDay?: Day;
  readonly phoneMask?: string;
  readonly otherSaidAt?: string;
}

/** The registered days a value is doubted for. */
function registered(kind: string, { birthDay, joinedDay, sinceDay }: Facts): string {
  const days: [boolean, string, Day | undefined][] = [
    [!kind.startsWith("joined.before-union"), "出生日期", birthDay],
    [kind.startsWith("joined"), "入会日期", joinedDay],
    [kind === "joined.before-union", "本会成立日期", sinceDay],
  ];
  const said = days.flatMap(([shown, word, day]) =>
    shown && day ? `${word}${formatDay(day)}` : [],
  );
  return `登记的${said.join("，")}。`;
}

function evidenceOf({ kind, evidence }: SuspectRow, { checks }: Known): Shown["evidence"] {
  if (kind === "duplicate") return (evidence as Evidence[]).map(({ rule, say }) => ({ rule, say }));
  const facts = evidence as Facts;
  if (kind === "phone") {
    const later = facts.otherSaidAt ? formatDay(dayOf(new Date(facts.otherSaidAt))) : "后来";
    const say = `手机号 ${facts.phoneMask} 在${later}又登记给另一名会员，可能已换人使用，请核对后更正；确实共用的请确认。`;
    return [{ rule: kind, say }];
  }
  const say = checks.get(kind)?.say ?? "";
  return [
    { rule: kind, say },
    { rule: "registered", say: registered(kind, facts) },
  ];
}

const dismissed = (kind: string): SuspectState => (kind === "duplicate" ? "not-same" : "accepted");

function shown(row: SuspectRow, known: Known): Shown {
  const { id, kind, score, state, foundAt, decidedAt, decidedName, note, person, other } = row;
  const open = state === "open";
  return {
    ...{ id, kind, score, state },
    kindTitle: titleOf(kind, known),
    stateTitle: suspectStates[state],
    person: partyOf(person, known),
    other: other && partyOf(other, known),
    evidence: evidenceOf(row, known),
    foundAt: foundAt.toISOString(),
    decided: decidedAt && { at: decidedAt.toISOString(), by: decidedName ?? "系统", note },
    can: {
      merge: open && kind === "duplicate" && other !== null,
      dismiss: open,
      reopen: state === "not-same" || state === "accepted",
    },
  };
}

async function knownOf(act: Act, rows: readonly SuspectRow[]): Promise<Known> {
  const paths = rows.flatMap(({ person, other }) => [
    person.orgPath,
    ...(other ? [other.orgPath] : []),
  ]);
  const checks = checksOn(dayOf(act.now)).map((check): [string, Check] => [check.code, check]);
  return { unions: await unionsByPaths(act, paths), checks: new Map(checks) };
}

export async function listSuspects(
  act: Act,
  { query }: Asked<typeof suspects>,
): Promise<Answer<typeof suspects>> {
  const { page, size, kind, state } = query;
  const { path } = await unionInReach(act, query.unionId);
  const filter = { path, kind, state };
  const rows = await listSuspectRows(act, filter, { size, offset: (page - 1) * size });
  const kinds = await countKinds(act, filter);
  const known = await knownOf(act, rows);
  const asked = kinds.filter((one) => kind === undefined || one.kind === kind);
  return {
    rows: rows.map((row) => shown(row, known)),
    total: asked.reduce((sum, { count }) => sum + count, 0),
    kinds: kinds.map((one) => ({ ...one, title: titleOf(one.kind, known) })),
    page,
    size,
  };
}

export async function showSuspect(act: Act, { params }: Asked<typeof suspect>): Promise<Shown> {
  const row = await findSuspectRow(act, params.id);
  if (!row) throw refuse(refusals.notFound);
  return shown(row, await knownOf(act, [row]));
}

/** The suspect, held; refuses one whose state does not allow what is wanted. */
async function hold(
  act: Act,
  id: string,
  allowed: (state: SuspectState) => boolean,
): Promise<SuspectRow> {
  const row = await findSuspectRow(act, id, { hold: true });
  if (!row) throw refuse(refusals.notFound);
  if (!allowed(row.state)) {
    throw refuse(refusals.notOpen, { words: { state: suspectStates[row.state] } });
  }
  return row;
}

/** Two are not one, or a strange value is true: remembered, and never shown again. */
export async function dismissSuspect(
  act: Act,
  { params, body }: Asked<typeof dismiss>,
): Promise<Answer<typeof dismiss>> {
  const { id, kind } = await hold(act, params.id, (state) => state === "open");
  const state = dismissed(kind);
  await decideSuspect(act, id, { state, note: body.note });
  return { state };
}

/** Takes back a dismissal; the next sweep says whether it still is one. */
export async function reopenSuspect(
  act: Act,
  { params, body }: Asked<typeof reopen>,
): Promise<Answer<typeof reopen>> {
  const decided = (state: SuspectState) => state === "not-same" || state === "accepted";
  const { id } = await hold(act, params.id, decided);
  await decideSuspect(act, id, { state: "open", note: body.note ?? null });
  return { state: "open" };
}
