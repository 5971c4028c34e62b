// Disclosure (厂务公开): items open to the members of a union from a day on; withdrawn with a reason; how many read them.
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { sheetFile } from "@niangjia/foundation/excel";
import { findFile, getFile, mediaTypeOf, placeFiles } from "@niangjia/foundation/files";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { numbersAt } from "@niangjia/registers/organisations";
import type {
  disclose as discloseContract,
  disclosuresFile as exportContract,
  disclosedFile as fileContract,
  disclosures as listContract,
  seen as seenContract,
  disclosure as showContract,
  withdraw as withdrawContract,
} from "./contract.ts";
import {
  countReaders,
  type DisclosureRow,
  findDisclosure,
  insertDisclosure,
  listDisclosures,
  noteView,
  withdrawDisclosure,
} from "./disclosure-store.ts";
import { unionInReach, unionNames } from "./reach.ts";
import { refusals } from "./refusals.ts";
import { refuseTooMany, whole } from "./whole.ts";
import { disclosureKinds } from "./words.ts";

export async function publish(
  act: Act,
  { body }: Asked<typeof discloseContract>,
): Promise<Answer<typeof discloseContract>> {
  const union = await unionInReach(act, body.union);
  const today = dayOf(act.now);
  const from_day = day(body.fromDay ?? today);
  if (from_day < today) throw refuse(refusals.dayPast);
  for (const file of body.files) {
    if (!(await findFile(act, file))) throw refuse(refusals.fileNotFound);
  }
  await placeFiles(act, body.files, union.path);
  const id = newId(act.now);
  const { kind, title, words, files } = body;
  await insertDisclosure(act, {
    ...{ id, org_id: union.id, org_path: union.path, kind, title, words, files, from_day },
    ...{ made_at: act.now, made_by: act.actor.accountId! },
    ...{ withdrawn_at: null, withdrawn_why: null },
  });
  return { id };
}

const states = { early: "未到公开日期", open: "公开中", withdrawn: "已撤回" } as const;

function stateOf(act: Act, { withdrawn_at, from_day }: DisclosureRow): keyof typeof states {
  if (withdrawn_at !== null) return "withdrawn";
  return from_day > dayOf(act.now) ? "early" : "open";
}

const isStaff = ({ actor }: Act): boolean => actor.kind === "staff";

/** Members do not see what is to come. */
async function getDisclosure(act: Act, id: string): Promise<DisclosureRow> {
  const found = await findDisclosure(act, id);
  if (!found || (!isStaff(act) && found.from_day > dayOf(act.now))) {
    throw refuse(refusals.disclosureNotFound);
  }
  return found;
}

async function itemsOf(act: Act, rows: readonly (DisclosureRow & { seen: number })[]) {
  const unionOf = await unionNames(act, rows);
  return rows.map((row) => {
    const state = stateOf(act, row);
    const { id, kind, title, from_day, seen } = row;
    return {
      ...{ id, union: unionOf(row), kind, kindName: disclosureKinds[kind], title },
      ...{ fromDay: from_day, state, stateName: states[state], seen: isStaff(act) ? seen : null },
    };
  });
}

export async function showDisclosures(
  act: Act,
  { query: { page, size, ...wanted } }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const openBy = isStaff(act) ? null : dayOf(act.now);
  const wish = { ...wanted, openBy, limit: size, offset: (page - 1) * size };
  const { rows, total } = await listDisclosures(act, wish);
  return { rows: await itemsOf(act, rows), total, page, size };
}

const columns = [
  { title: "标题", widthCharacters: 40 },
  { title: "类别", widthCharacters: 32 },
  { title: "工会", widthCharacters: 28 },
  { title: "公开日期", widthCharacters: 12 },
  { title: "状态", widthCharacters: 10 },
  { title: "看过的会员", widthCharacters: 12, kind: "number" },
] as const;

export async function exportDisclosures(
  act: Act,
  { query }: Asked<typeof exportContract>,
): Promise<Download> {
  const { rows, total } = await listDisclosures(act, { ...query, openBy: null, ...whole });
  refuseTooMany(total);
  const cells = (await itemsOf(act, rows)).map(
    ({ title, kindName, union, fromDay, stateName, seen }) => {
      return [title, kindName, union.name, fromDay, stateName, seen];
    },
  );
  return sheetFile({ name: "公开事项", columns, rows: cells, madeAt: act.now });
}

export async function showDisclosure(
  act: Act,
  { params: { id } }: Asked<typeof showContract>,
): Promise<Answer<typeof showContract>> {
  const row = await getDisclosure(act, id);
  const [item] = await itemsOf(act, [{ ...row, seen: await countReaders(act, id) }]);
  const files = await asHouse(act, (house) =>
    Promise.all(row.files.map((file) => findFile(house, file))),
  );
  const members = isStaff(act)
    ? (await numbersAt(act, orgPath(row.org_path), ["members"])).members
    : null;
  return {
    ...item!,
    ...{ words: row.words, withdrawnWhy: row.withdrawn_why, members },
    files: files.flatMap((file) =>
      file ? { id: file.id, name: file.name, size: Number(file.size) } : [],
    ),
  };
}

/** Who may read the item may read what is attached to it; of a withdrawn one only staff may. */
export async function fetchDisclosed(
  act: Act,
  { params: { id, file } }: Asked<typeof fileContract>,
): Promise<Download> {
  const row = await getDisclosure(act, id);
  const hidden = row.withdrawn_at !== null && !isStaff(act);
  if (hidden || !row.files.includes(file)) throw refuse(refusals.fileNotFound);
  const { name, kind, sha256 } = await asHouse(act, (house) => getFile(house, file));
  return { name, type: mediaTypeOf(kind), bytes: act.vault.read(sha256) };
}

export async function noteSeen(
  act: Act,
  { params: { id } }: Asked<typeof seenContract>,
): Promise<Answer<typeof seenContract>> {
  const row = await getDisclosure(act, id);
  const { personId } = act.actor;
  if (personId === null) throw new Error("a member has a person");
  return { first: await asHouse(act, (house) => noteView(house, row, personId)) };
}

export async function withdrawItem(
  act: Act,
  { params: { id }, body }: Asked<typeof withdrawContract>,
): Promise<Answer<typeof withdrawContract>> {
  await getDisclosure(act, id);
  if (!(await withdrawDisclosure(act, id, body.why))) throw refuse(refusals.withdrawnAlready);
  return { id };
}
