// Serving before joining (先服务后入会): recorded by an officer or partner, the member's own once they joined.
import { accountOfPerson, phoneOf } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { nameOf } from "@niangjia/foundation/codelists";
import { day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { maskName, maskPhone } from "@niangjia/foundation/masks";
import { normaliseName } from "@niangjia/foundation/names";
import { tell } from "@niangjia/foundation/notices";
import { readPhone } from "@niangjia/foundation/phone";
import { refuse } from "@niangjia/foundation/refusal";
import { phoneBlinds } from "@niangjia/registers/members";
import { holdUnion, unionsByIds } from "@niangjia/registers/organisations";
import {
  type services as listContract,
  type ownServices as ownContract,
  type record as recordContract,
  refusals,
  serviceKinds,
} from "./contract.ts";
import { unionInReach } from "./invitations.ts";
import {
  type Candidate,
  candidatesOf,
  claimServices,
  insertService,
  listServices,
  memberOf,
  type ServiceRow,
  servicesFor,
} from "./service-store.ts";

const shownAtMost = 100;

function getPhone(text: string): string {
  const read = readPhone(text);
  if (read.ok) return read.value;
  throw refuse(refusals.faulty, {
    fields: [{ path: "phone", say: read.say }],
    words: { count: 1 },
  });
}

/** Whether the person is a member already, the partner who records it is not told. */
export async function recordService(
  act: Act,
  { body }: Asked<typeof recordContract>,
): Promise<Answer<typeof recordContract>> {
  const { id: orgId } = await unionInReach(act, body.union);
  const union = await holdUnion(act, orgId);
  const phone = getPhone(body.phone);
  const served = day(body.day);
  if (served > dayOf(act.now)) throw refuse(refusals.dayAhead);
  const name = normaliseName(body.name);
  const blinds = phoneBlinds(act.keys, phone);
  const member = await asHouse(act, (house) => memberOf(house, { name, phoneBlinds: blinds }));
  const id = newId(act.now);
  await insertService(act, {
    ...{ id, name, org_id: union.id, org_path: union.path, day: served },
    phone_cipher: act.keys.encrypt({ field: "joining.phone", row: id }, phone),
    phone_mask: maskPhone(phone),
    phone_blind: blinds[0]!,
    ...{ trade: body.trade, kind: body.kind, what: body.what, cost_fen: body.costFen },
    recorded_at: act.now,
    recorded_by: act.actor.accountId ?? "",
    person_id: member ?? null,
    joined_person_id: member ?? null,
    joined_at: member === undefined ? null : act.now,
  });
  return { id };
}

async function shown(act: Act, rows: readonly ServiceRow[]) {
  const ids = rows.map(({ org_id }) => org_id);
  const unions = await unionsByIds(act, ids);
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, what: row.what, day: row.day, costFen: row.cost_fen },
    unionName: unions.get(row.org_id)?.name ?? "",
    kindName: serviceKinds[row.kind],
    joinedAt: row.joined_at?.toISOString() ?? null,
  }));
}

export async function showServices(
  act: Act,
  { query }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const { joined, page, size } = query;
  const { rows, total } = await listServices(act, { joined, size, offset: (page - 1) * size });
  const plain = await shown(act, rows);
  const named = plain.map((service, nth) => {
    const { name, phone_mask, trade } = rows[nth]!;
    const tradeName = nameOf("gig-occupation", trade);
    return { ...service, name: maskName(name), phone: phone_mask, tradeName };
  });
  return { rows: named, total, page, size };
}

/** Who has not joined yet finds what was recorded for the phone they signed in with. */
export async function showOwnServices(act: Act): Promise<Answer<typeof ownContract>> {
  const { personId, accountId } = act.actor;
  if (personId === null || accountId === null) throw new Error("a worker has a person");
  const phone = await phoneOf(act, accountId);
  const blinds = phone === undefined ? [] : phoneBlinds(act.keys, phone);
  const rows = await asHouse(act, (house) => servicesFor(house, { personId, phoneBlinds: blinds }));
  const costFen = rows.reduce((sum, row) => sum + row.cost_fen, 0);
  return { rows: await shown(act, rows.slice(0, shownAtMost)), count: rows.length, costFen };
}

/** Whether it is one phone. Hashes of two index keys say nothing of each other, so that the number itself is asked. */
function isOnePhone({ keys }: Act, candidate: Candidate): boolean {
  const { serviceId, servicePhone, personPhone, sealed } = candidate;
  if (servicePhone.equals(personPhone)) return true;
  const phone = keys.decrypt({ field: "joining.phone", row: serviceId }, sealed);
  return phoneBlinds(keys, phone).some((blind) => blind.equals(personPhone));
}

/** What was done for them before becomes theirs, and they hear so. */
export async function linkServices(act: Act, personIds: readonly string[]): Promise<void> {
  const candidates = await candidatesOf(act, personIds);
  const theirs = candidates.filter((candidate) => isOnePhone(act, candidate));
  // Two new records of one name and phone are suspects of being one person; a service goes to one of them.
  const claims = [...new Map(theirs.map((claim) => [claim.serviceId, claim])).values()];
  if (claims.length === 0) return;
  await claimServices(act, claims);
  for (const [personId, { length }] of Map.groupBy(claims, (claim) => claim.personId)) {
    const accountId = await accountOfPerson(act, personId);
    if (accountId === undefined) continue;
    const body = `您入会前接受的 ${length} 次工会服务已归到您名下，可在“我的”里查看。`;
    await tell(act, { accountId, title: "入会前的服务记录", body });
  }
}
