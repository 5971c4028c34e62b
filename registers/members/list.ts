// Listing members (会员列表): a page of who lives under a union, narrowed down, masked; and looking someone up by number.
import type { Act } from "@niangjia/foundation/act";
import { ageOn, dayOf } from "@niangjia/foundation/day";
import { readDocument } from "@niangjia/foundation/document";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { maskName } from "@niangjia/foundation/masks";
import { readPhone } from "@niangjia/foundation/phone";
import { refuse } from "@niangjia/foundation/refusal";
import type { Verdict } from "@niangjia/foundation/verdict";
import { findUnion, numbersAt } from "../organisations/index.ts";
import { type find, limits, type list, type MemberFilter, refusals } from "./contract.ts";
import { factText } from "./facts.ts";
import { measuresOf, selectionOf } from "./filter.ts";
import {
  countUpTo,
  type Line,
  linesByDocument,
  linesByPhone,
  pageOf,
  type SortKey,
} from "./list-store.ts";
import { identityBlinds, phoneBlinds } from "./seals.ts";

type Row = Answer<typeof list>["rows"][number];

/** The path a filter speaks of: the union asked for, or that of the post. Refuses one out of reach. */
export async function pathOf(act: Act, { unionId }: MemberFilter): Promise<string> {
  const own = act.actor.post?.orgPath ?? "/";
  if (unionId === undefined) return own;
  const union = await findUnion(act, unionId);
  if (!union?.path.startsWith(own)) throw refuse(refusals.unionNotFound);
  return union.path;
}

/** Lines as lists show them. */
export function rowsOf(act: Act, lines: readonly Line[]): Row[] {
  const today = dayOf(act.now);
  return lines.map((line) => ({
    personId: line.personId,
    name: maskName(line.name),
    sex: factText("sex", line.sex),
    age: line.birthDay && ageOn(line.birthDay, today),
    idMask: line.idMask,
    phoneMask: line.phoneMask,
    unionId: line.unionId,
    unionName: line.unionName,
    number: line.number,
    state: line.state,
    joinedDay: line.joinedDay,
    employer: line.employer,
    occupation: line.occupation,
    gig: line.gig,
    verified: line.verified,
  }));
}

/** How many a filter finds: exact from rollups where it can, else counted up to a limit. */
export async function countMembers(
  act: Act,
  filter: MemberFilter,
  path: string,
): Promise<{ total: number; capped: boolean }> {
  const measures = measuresOf(filter);
  if (measures) {
    const numbers = await numbersAt(act, path, measures);
    const total = measures.reduce((sum, measure) => sum + numbers[measure], 0);
    return { total, capped: false };
  }
  const { countedAtMost } = limits;
  const found = await countUpTo(act, selectionOf(filter, path, dayOf(act.now)), countedAtMost);
  return { total: Math.min(found, countedAtMost), capped: found > countedAtMost };
}

export async function listMembers(
  act: Act,
  { query }: Asked<typeof list>,
): Promise<Answer<typeof list>> {
  const { sort, page, size, ...filter } = query;
  const key = sort.replace("-", "") as SortKey;
  const offset = (page - 1) * size;
  const { reachableRows, countedAtMost } = limits;
  if (offset >= reachableRows) throw refuse(refusals.tooFar, { words: { limit: reachableRows } });
  const path = await pathOf(act, filter);
  const counting = countMembers(act, filter, path);
  if (key !== "union") {
    const { total, capped } = await counting;
    const tooMany = capped || total > countedAtMost;
    if (tooMany) throw refuse(refusals.tooMany, { words: { limit: countedAtMost } });
  }
  const wholeReach = filter.unionId === undefined && filter.below;
  const people = selectionOf(filter, wholeReach ? undefined : path, dayOf(act.now));
  const [counted, lines] = await Promise.all([
    counting,
    pageOf(act, people, { key, descending: sort.startsWith("-"), size, offset }),
  ]);
  return { rows: rowsOf(act, lines), ...counted, page, size };
}

/** Refuses a number that cannot be one, with the reader's own sentence. */
function readable<Value>(verdict: Verdict<Value, string>): Value {
  if (verdict.ok) return verdict.value;
  throw refuse(refusals.unreadable, { words: { say: verdict.say } });
}

/** Living members in reach who bear a document, or one phone number. */
export async function findMembers(
  act: Act,
  { body }: Asked<typeof find>,
): Promise<Answer<typeof find>> {
  if (body.phone) {
    const phone = readable(readPhone(body.phone));
    const lines = await linesByPhone(act, phoneBlinds(act.keys, phone));
    return { rows: rowsOf(act, lines) };
  }
  const context = { today: dayOf(act.now), typed: true };
  const { kind, number } = readable(
    readDocument(body.documentKind, body.documentNumber ?? "", context),
  );
  const lines = await linesByDocument(act, identityBlinds(act.keys, kind, number));
  return { rows: rowsOf(act, lines) };
}
