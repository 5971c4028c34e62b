// Store of cards (会员卡): cards, codes that were seen, checks.
import type { Act } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { sql } from "kysely";
import type { CheckVerdict } from "./contract.ts";

export interface Card {
  readonly id: string;
  readonly personId: string;
  readonly orgPath: string;
  readonly state: "awaiting" | "living" | "revoked";
  /** Compressed point; null until a device takes the card. */
  readonly devicePoint: Buffer | null;
  readonly issuedAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedFor: "lost" | "left" | "merged" | null;
}

const columns = sql`id, person_id as "personId", org_path as "orgPath", state,
  device_point as "devicePoint", issued_at as "issuedAt", expires_at as "expiresAt",
  revoked_for as "revokedFor"`;

/** The card of a person that is not revoked, else the last one they had. */
export async function findCard(act: Act, personId: string): Promise<Card | undefined> {
  const { rows } =
    await sql<Card>`select ${columns} from business.cards where person_id = ${personId}
    order by (state = 'revoked'), issued_at desc, id desc limit 1`.execute(act.tx);
  return rows[0];
}

/** The same, with nobody else at the person's cards until the act ends. */
export async function holdCard(house: Act, personId: string): Promise<Card | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`card:${personId}`}, 0))`.execute(
    house.tx,
  );
  return findCard(house, personId);
}

/** Whether a card exists and was not revoked. One that no store knows, such as after a restore, is not living. */
export async function isLiving(house: Act, cardId: string): Promise<boolean> {
  const { rows } = await sql`select from business.cards
    where id = ${cardId} and state = 'living'`.execute(house.tx);
  return rows.length > 0;
}

export interface NewCard {
  readonly id: string;
  readonly personId: string;
  readonly orgPath: string;
  readonly caseId: string | null;
}

export async function insertCard(house: Act, card: NewCard): Promise<void> {
  const { id, personId, orgPath, caseId } = card;
  await sql`insert into business.cards (id, person_id, org_path, state, issued_at, case_id)
    values (${id}, ${personId}, ${orgPath}, 'awaiting', ${house.now}, ${caseId})`.execute(house.tx);
}

/** A device takes a card, or takes it for longer. */
export async function bindCard(
  house: Act,
  { id, personId }: Pick<Card, "id" | "personId">,
  to: { readonly point: Uint8Array; readonly expiresAt: Date },
): Promise<void> {
  await sql`update business.cards set state = 'living', device_point = ${Buffer.from(to.point)},
      expires_at = ${to.expiresAt}
    where person_id = ${personId} and id = ${id} and state <> 'revoked'`.execute(house.tx);
}

/** Ends the card of a person; undefined when they had none. */
export async function revokeCard(
  house: Act,
  personId: string,
  because: NonNullable<Card["revokedFor"]>,
): Promise<{ id: string; orgPath: string } | undefined> {
  const { rows } = await sql<{ id: string; orgPath: string }>`update business.cards
    set state = 'revoked', revoked_at = ${house.now}, revoked_for = ${because}
    where person_id = ${personId} and state <> 'revoked'
    returning id, org_path as "orgPath"`.execute(house.tx);
  return rows[0];
}

/** Cards go where their person's membership goes. */
export async function placeCards(house: Act, personId: string, orgPath: string): Promise<void> {
  await sql`update business.cards set org_path = ${orgPath} where person_id = ${personId}`.execute(
    house.tx,
  );
}

/** Ids of revoked cards whose codes would still be believed, for those who check off line. */
export async function revokedIds(house: Act): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from business.cards
    where state = 'revoked' and expires_at > ${house.now}`.execute(house.tx);
  return rows.map(({ id }) => id);
}

/** False when this very code was accepted before. */
export async function isFirstSight(house: Act, cardId: string, shownAt: Date): Promise<boolean> {
  const done = await sql`insert into business.card_seen (card_id, shown_at)
    values (${cardId}, ${shownAt}) on conflict do nothing`.execute(house.tx);
  return done.numAffectedRows === 1n;
}

/** Forgets codes that are too old to be shown again; answers how many. */
export async function forgetSeen(house: Act, before: Date): Promise<number> {
  const done = await sql`delete from business.card_seen where shown_at < ${before}`.execute(
    house.tx,
  );
  return Number(done.numAffectedRows ?? 0n);
}

export async function insertCheck(
  act: Act,
  check: { readonly cardId: string | null; readonly verdict: CheckVerdict },
): Promise<void> {
  const { accountId, post } = act.actor;
  await sql`insert into business.card_checks (id, org_path, at, account_id, card_id, verdict)
    values (${newId(act.now)}, ${post?.orgPath}, ${act.now}, ${accountId}, ${check.cardId},
      ${check.verdict})`.execute(act.tx);
}

/** When a card was last found valid by somebody. As the house: the check lies with who asked. */
export async function lastCheckedAt(house: Act, cardId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`select at from business.card_checks
    where card_id = ${cardId} and verdict = 'valid' order by at desc limit 1`.execute(house.tx);
  return rows[0]?.at ?? null;
}
