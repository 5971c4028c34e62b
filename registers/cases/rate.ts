// Rating (评价办件): the applicant says how their case was handled, once it was decided, and may think again for a week.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { emit } from "@niangjia/foundation/outbox";
import { type Refusal, refuse } from "@niangjia/foundation/refusal";
import { type rateCase as contract, ratingLimits } from "./contract.ts";
import { rated } from "./events.ts";
import { findRating, putRating, type StoredRating } from "./rating-store.ts";
import { refusals } from "./refusals.ts";
import { findCase, lockCase, type StoredCase } from "./store.ts";

type Rating = Answer<typeof contract>;

const dayMs = 86_400_000;

const lastChange = ({ ratedAt }: StoredRating): Date =>
  new Date(ratedAt.getTime() + ratingLimits.days * dayMs);

const shownRating = (rating: StoredRating): Rating => ({
  stars: rating.stars,
  words: rating.words,
  ratedAt: rating.ratedAt.toISOString(),
  changeableUntil: lastChange(rating).toISOString(),
});

/** Why the actor cannot rate a case now; undefined when they can. */
function closedTo(
  { actor, now }: Act,
  { accountId, status, state }: StoredCase,
  before: StoredRating | undefined,
): Refusal | undefined {
  // Staff who apply for somebody would rate their own counter.
  const asStaff = actor.post || state.applicant?.postId !== null;
  if (accountId !== actor.accountId || asStaff) return refuse(refusals.notApplicant);
  if (status === "withdrawn") return refuse(refusals.notRated);
  if (status !== "approved" && status !== "rejected") return refuse(refusals.notEnded);
  if (before === undefined || now < lastChange(before)) return undefined;
  return refuse(refusals.ratedFinally, { words: { days: ratingLimits.days } });
}

/** The rating of a case as whoever reads the case reads it, and whether the reader may give or change it. */
export async function ratingOf(
  act: Act,
  row: StoredCase,
): Promise<{ readonly rating: Rating | null; readonly mayRate: boolean }> {
  const found = await findRating(act, row.id);
  return {
    rating: found ? shownRating(found) : null,
    mayRate: closedTo(act, row, found) === undefined,
  };
}

export async function rateCase(
  act: Act,
  { params, body }: Asked<typeof contract>,
): Promise<Rating> {
  if (!(await findCase(act, params.id))) throw refuse(refusals.notFound);
  // Two ratings of one case at once come one after the other.
  const row = await asHouse(act, (house) => lockCase(house, params.id));
  const before = await findRating(act, row.id);
  const closed = closedTo(act, row, before);
  if (closed) throw closed;
  const { stars, words } = body;
  const rating = { stars, words: words || null, ratedAt: before?.ratedAt ?? act.now };
  await asHouse(act, (house) => putRating(house, row, rating));
  await emit(act, rated(row.orgPath, { caseId: row.id, function: row.function, stars }));
  return shownRating(rating);
}
