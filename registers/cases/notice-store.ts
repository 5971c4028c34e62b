// Store of public notices (公示): what is up at which union, and until when.
import { type Effect, nodeOf, type Stepped } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { Standing } from "./take.ts";

export async function putNotice(
  house: Act,
  { id, filing: { fn, facts, places } }: Standing,
  { token, due }: Extract<Effect, { kind: "publish" }>,
): Promise<void> {
  const words = fn.notice?.(facts) ?? fn.summary(facts);
  await sql`insert into business.case_notices
      (case_id, token, org_path, title, words, from_day, due_day)
    values (${id}, ${token}, ${places.union.path}, ${`${fn.title}公示`}, ${words},
      ${dayOf(house.now)}, ${due})`.execute(house.tx);
}

export async function endNotice(house: Act, caseId: string, token: number): Promise<void> {
  await sql`update business.case_notices set ended_at = ${house.now}
    where case_id = ${caseId} and token = ${token} and ended_at is null`.execute(house.tx);
}

/** Notices whose term a step sets, stops or lets run again. */
export const noticeClocks = ({ definition }: Standing, { actions }: Stepped) =>
  actions
    .flatMap(({ patch }) => patch.tokens ?? [])
    .flatMap(({ id: token, node, clock }) =>
      clock && nodeOf(definition, node).kind === "notice" ? [{ token, due: clock.due }] : [],
    );

/** A notice whose term stands still, or runs again, says so. */
export async function followClocks(
  house: Act,
  { id }: Standing,
  clocks: ReturnType<typeof noticeClocks>,
): Promise<void> {
  for (const { token, due } of clocks) {
    await sql`update business.case_notices set due_day = ${due}
      where case_id = ${id} and token = ${token} and ended_at is null`.execute(house.tx);
  }
}

export interface NoticeRow {
  readonly caseId: string;
  readonly token: number;
  readonly orgPath: string;
  readonly title: string;
  readonly words: string;
  readonly fromDay: Day;
  readonly dueDay: Day | null;
  readonly endedAt: Date | null;
}

const columns = sql`case_id as "caseId", token, org_path as "orgPath", title, words,
  from_day as "fromDay", due_day as "dueDay", ended_at as "endedAt"`;

export interface NoticeWish {
  readonly ended: boolean;
  readonly page: number;
  readonly size: number;
}

/** Those the actor may read, the newest first. */
export async function noticesFor(
  act: Act,
  { ended, page, size }: NoticeWish,
): Promise<{ rows: NoticeRow[]; total: number }> {
  const from = sql`business.case_notices where (ended_at is not null) = ${ended}`;
  const { rows } = await sql<NoticeRow>`select ${columns} from ${from}
    order by from_day desc, case_id, token limit ${size} offset ${(page - 1) * size}`.execute(
    act.tx,
  );
  const counted = await sql<{ total: number }>`select count(*) as total from ${from}`.execute(
    act.tx,
  );
  return { rows, total: counted.rows[0]!.total };
}

export async function findNotice(
  act: Act,
  caseId: string,
  token: number,
): Promise<NoticeRow | undefined> {
  const { rows } = await sql<NoticeRow>`select ${columns} from business.case_notices
    where case_id = ${caseId} and token = ${token}`.execute(act.tx);
  return rows[0];
}
