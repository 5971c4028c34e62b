// One's own record (本人信息): what the register knows of whoever asks, whole, so that nobody is asked
// twice.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { findRecord, historyOf } from "./person-store.ts";
import { wholeOf } from "./unmask.ts";

export interface OwnRecord {
  readonly name: string;
  readonly sex: string;
  readonly birthDay: Day | null;
  readonly documentKind: string;
  readonly documentNumber: string | null;
  readonly phone: string | null;
  readonly education: string | null;
  /** Where they are a member now. */
  readonly unionId: string | null;
}

/** Undefined for who has never been on file, and for staff, who act for others. */
export async function ownRecord(act: Act): Promise<OwnRecord | undefined> {
  const { kind, personId } = act.actor;
  const record = kind === "person" && personId ? await findRecord(act, personId) : undefined;
  if (!record) return undefined;
  const { memberships } = await historyOf(act, record.id);
  const { name, sex, birthDay, documentKind, education } = record;
  return {
    name,
    sex,
    birthDay,
    documentKind,
    education,
    documentNumber: wholeOf(act.keys, record, "documentNumber"),
    phone: wholeOf(act.keys, record, "phone"),
    unionId: memberships.find(({ state }) => state !== "ended")?.unionId ?? null,
  };
}
