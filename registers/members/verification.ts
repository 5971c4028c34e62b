// Verification (实名核验) in the register: whose name and number are to be asked about, and the verdicts that came back.
import type { Act } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { type RawBuilder, sql } from "kysely";
import type { Verdict } from "./merge.ts";
import type { Source } from "./source.ts";
import { openDocument } from "./whole.ts";

/** A name and a number that say they belong together. Whole personal data: for the provider's ears only. */
export interface IdentityClaim {
  readonly personId: string;
  readonly name: string;
  readonly documentKind: string;
  readonly documentNumber: string;
  readonly idMask: string;
}

/** Kinds of document whose number is the citizen's identity number; a provider knows no others. */
const kinds = ["111", "112", "113"];

export const isVerifiable = (documentKind: string): boolean => kinds.includes(documentKind);

const verifiable = sql`p.document_kind = any(${kinds}::text[]) and p.id_cipher is not null
  and p.merged_into is null`;

async function claimsWhere(
  { keys, tx }: Act,
  where: RawBuilder<unknown>,
  atMost: number,
): Promise<IdentityClaim[]> {
  type Row = Omit<IdentityClaim, "documentNumber"> & { readonly cipher: Buffer };
  const { rows } = await sql<Row>`select p.id as "personId", p.name,
      p.document_kind as "documentKind", p.id_mask as "idMask", p.id_cipher as cipher
    from member.persons p where ${where} and ${verifiable} order by p.id limit ${atMost}`.execute(
    tx,
  );
  return rows.map(({ cipher, ...row }) => ({
    ...row,
    documentNumber: openDocument(keys, { id: row.personId, idCipher: cipher }),
  }));
}

/**
 * The claims of these persons, as far as a provider can tell, without those that have a verdict; one of before `since`
 * is to be asked for anew.
 */
export const claimsOf = (
  act: Act,
  personIds: readonly string[],
  since?: Date,
): Promise<IdentityClaim[]> =>
  claimsWhere(
    act,
    sql`p.id = any(${personIds}::uuid[])
      and (p.verified = 'unverified' or p.verified_at < ${since ?? null}::timestamptz)`,
    personIds.length,
  );

/** Claims nobody has asked about yet, in order of person, from the one after `after` on. */
export const claimsWaiting = (
  act: Act,
  { after, atMost }: { readonly after: string | null; readonly atMost: number },
): Promise<IdentityClaim[]> =>
  claimsWhere(
    act,
    sql`p.verified = 'unverified' and (${after}::uuid is null or p.id > ${after}::uuid)`,
    atMost,
  );

export interface ClaimVerdict extends IdentityClaim {
  readonly verdict: Exclude<Verdict, "unverified">;
}

const saidOf = ({ verdict, name, documentKind, idMask }: ClaimVerdict): string =>
  JSON.stringify(
    verdict === "matched"
      ? { name, documentKind, documentNumber: idMask, verified: verdict }
      : { verified: verdict },
  );

/**
 * Writes verdicts where name and number still are what was asked about. A verdict that is another than before is a
 * statement of its own: what matched has the provider as its source from now on. Answers how many were written.
 */
export async function recordVerdicts(
  act: Act,
  source: Source,
  verdicts: readonly ClaimVerdict[],
): Promise<number> {
  if (verdicts.length === 0) return 0;
  const { rows } = await sql<{ written: number }>`
    with asked as (
      select * from unnest(${verdicts.map(({ personId }) => personId)}::uuid[],
        ${verdicts.map(({ name }) => name)}::text[], ${verdicts.map(({ idMask }) => idMask)}::text[],
        ${verdicts.map(({ verdict }) => verdict)}::text[], ${verdicts.map(saidOf)}::jsonb[],
        ${verdicts.map(() => newId())}::uuid[]) as a (id, name, mask, verdict, said, said_id)),
    held as (
      select a.*, p.org_path, p.verified as was from asked a join member.persons p on p.id = a.id
      where p.name = a.name and p.id_mask = a.mask and p.merged_into is null for update of p),
    written as (
      update member.persons p set verified = h.verdict, verified_at = ${act.now}
      from held h where p.id = h.id returning p.id),
    said as (
      insert into member.statements
        (id, person_id, org_path, at, source, source_id, by_account, said)
      select said_id, id, org_path, ${act.now}::timestamptz, ${source.kind}::text,
        ${source.id}::uuid, ${source.byAccount}::uuid, said
      from held where was <> verdict)
    select count(*) as written from written`.execute(act.tx);
  return rows[0]!.written;
}
