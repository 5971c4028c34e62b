// Lawyers (援助律师): the register, kept by the federation; what each declared; questions they answered.
import { postHolders, postsOfSeat } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { contains, orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { unionsByIds } from "@niangjia/registers/organisations";
import { listConsultations } from "./consult-store.ts";
import type * as contract from "./contract.ts";
import { unionInReach } from "./county.ts";
import {
  endInterest as closeInterest,
  findInterest,
  findLawyer,
  insertInterest,
  insertLawyer,
  interestsOf,
  type LawyerRow,
  lawyersAt,
  listLawyers,
  updateLawyer,
} from "./lawyer-store.ts";
import { refusals } from "./refusals.ts";
import { interestKinds, matterKinds, specialities, suggestions } from "./words.ts";

export async function showLawyers(
  act: Act,
  { query }: Asked<typeof contract.lawyers>,
): Promise<Answer<typeof contract.lawyers>> {
  const { q, page, size, ...wanted } = query;
  const { path } = await unionInReach(act, undefined);
  const paging = { size, offset: (page - 1) * size, today: dayOf(act.now) };
  const asked = { speciality: wanted.speciality, active: wanted.active, sort: wanted.sort };
  const { rows, total } = await listLawyers(act, {
    ...{ range: rangeOf(path), q: q || undefined, ...asked, ...paging },
  });
  const unions = await unionsByIds(
    act,
    rows.flatMap(({ org_id, serves_id }) => [org_id, serves_id]),
  );
  const shown = rows.map((row) => ({
    ...{ id: row.post_id, name: row.name, firm: row.firm, practiceNumber: row.practice_number },
    ...{ unionName: unions.get(row.org_id)?.name ?? "", serves: row.serves_id },
    servesName: row.serves_id === row.org_id ? "全部" : (unions.get(row.serves_id)?.name ?? ""),
    specialities: row.specialities,
    specialityNames: row.specialities.map((one) => specialities[one]),
    ...{ active: row.active, onDuty: row.on_duty, open: row.open, answered: row.answered },
    ...{ stars: row.stars, interests: row.interests, mine: row.account_id === act.actor.accountId },
  }));
  return { rows: shown, total, page, size };
}

/** Posts of lawyers at the actor's own federation that are not on the register yet. */
export async function showLawyerPosts(act: Act): Promise<Answer<typeof contract.lawyerPosts>> {
  const { path } = await unionInReach(act, undefined);
  const posts = await postsOfSeat(act, { role: "lawyer", orgPath: path });
  const known = new Set((await lawyersAt(act, path)).map(({ post_id }) => post_id));
  const unknown = posts.filter(({ postId }) => !known.has(postId));
  return { rows: unknown.map(({ postId, words }) => ({ id: postId, words })) };
}

/** The union whose people a lawyer serves first; at or below that of the post. */
async function servedBy(act: Act, serves: string | undefined, orgId: string): Promise<string> {
  const [union, post] = [await unionInReach(act, serves ?? orgId), await unionInReach(act, orgId)];
  if (!contains(post.path, union.path)) throw refuse(refusals.unionNotFound);
  return union.id;
}

export async function registerLawyer(
  act: Act,
  { body }: Asked<typeof contract.register>,
): Promise<Answer<typeof contract.register>> {
  const [holder] = await postHolders(act, [body.post]);
  const own = orgPath(act.actor.post!.orgPath);
  if (holder?.role !== "lawyer" || !contains(own, orgPath(holder.orgPath))) {
    throw refuse(refusals.notLawyer);
  }
  const added = await insertLawyer(act, {
    ...{ post_id: holder.postId, account_id: holder.accountId, active: true },
    ...{ org_id: holder.orgId, org_path: holder.orgPath },
    ...{ name: holder.words.replace(/（.*$/, ""), firm: body.firm },
    ...{ practice_number: body.practiceNumber, specialities: [...new Set(body.specialities)] },
    serves_id: await servedBy(act, body.serves, holder.orgId),
    ...{ noted_at: act.now, noted_by: act.actor.accountId!, left_at: null },
  });
  if (!added) throw refuse(refusals.alreadyRegistered);
  return { id: holder.postId };
}

export async function getLawyer(act: Act, postId: string): Promise<LawyerRow> {
  const found = await findLawyer(act, postId);
  if (!found) throw refuse(refusals.lawyerNotFound);
  return found;
}

export async function changeLawyer(
  act: Act,
  { params, body }: Asked<typeof contract.changeLawyer>,
): Promise<Answer<typeof contract.changeLawyer>> {
  const { org_id } = await getLawyer(act, params.id);
  const isThere = (await postHolders(act, [params.id])).length > 0;
  if (body.active && !isThere) throw refuse(refusals.notLawyer);
  await updateLawyer(act, params.id, {
    ...{ firm: body.firm, practice_number: body.practiceNumber, active: body.active },
    specialities: [...new Set(body.specialities)],
    serves_id: await servedBy(act, body.serves, org_id),
    ...{ noted_at: act.now, noted_by: act.actor.accountId! },
  });
  return { id: params.id };
}

/** A cadre may look at and declare for any lawyer in reach; a lawyer only for themselves. */
async function getDeclaring(act: Act, postId: string): Promise<LawyerRow> {
  const found = await getLawyer(act, postId);
  const others = act.actor.role === "lawyer" && found.account_id !== act.actor.accountId;
  if (others) throw refuse(refusals.lawyerNotFound);
  return found;
}

export async function showInterests(
  act: Act,
  { params }: Asked<typeof contract.interests>,
): Promise<Answer<typeof contract.interests>> {
  await getDeclaring(act, params.id);
  const rows = (await interestsOf(act, params.id)).map((row) => ({
    ...{ id: row.id, kindName: interestKinds[row.kind], name: row.name, note: row.note },
    declaredAt: row.declared_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }));
  return { rows };
}

export async function declareInterest(
  act: Act,
  { params, body }: Asked<typeof contract.declare>,
): Promise<Answer<typeof contract.declare>> {
  const { post_id, org_path } = await getDeclaring(act, params.id);
  const id = newId(act.now);
  await insertInterest(act, {
    ...{ id, post_id, org_path, kind: body.kind, name: body.name, note: body.note ?? null },
    ...{ declared_at: act.now, declared_by: act.actor.accountId!, ended_at: null },
  });
  return { id };
}

export async function endInterest(
  act: Act,
  { params }: Asked<typeof contract.endInterest>,
): Promise<Answer<typeof contract.endInterest>> {
  const found = await findInterest(act, params.id);
  if (!found) throw refuse(refusals.interestNotFound);
  await getDeclaring(act, found.post_id);
  await closeInterest(act, params.id);
  return { id: params.id };
}

export async function showConsultations(
  act: Act,
  { query }: Asked<typeof contract.consultations>,
): Promise<Answer<typeof contract.consultations>> {
  const { page, size, kind } = query;
  const { path } = await unionInReach(act, undefined);
  const { post, role } = act.actor;
  const lawyer = role === "lawyer" ? post?.id : undefined;
  const wanted = { range: rangeOf(path), kind, lawyer, size, offset: (page - 1) * size };
  const { rows, total } = await listConsultations(act, wanted);
  const unions = await unionsByIds(
    act,
    rows.map(({ org_id }) => org_id),
  );
  const shown = rows.map((row) => ({
    ...{ id: row.case_id, number: row.number, kindName: matterKinds[row.kind] },
    unionName: unions.get(row.org_id)?.name ?? "",
    askedAt: row.asked_at.toISOString(),
    answeredAt: row.answered_at.toISOString(),
    ...{ lawyer: row.lawyer, onDuty: row.on_duty, stars: row.stars },
    suggestionName: suggestions[row.suggestion],
  }));
  return { rows: shown, total, page, size };
}
