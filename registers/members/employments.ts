// Employments (工作单位): everyone a person works for, several at a time, with who said so and when.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import {
  closeEmployments,
  type Employment,
  openEmployment,
  readEmployments,
} from "./employment-store.ts";
import { findRecord } from "./person-store.ts";
import type { Source } from "./source.ts";

export type { Employment };

export interface Work {
  readonly personId: string;
  readonly employer: string;
  readonly occupation: string | null;
  readonly fromDay: Day;
}

/** One more employer beside those there are; one that is on file already stays as it is. */
export const beginWork = (act: Act, source: Source, work: Work): Promise<void> =>
  asHouse(act, (house) => openEmployment(house, source, { id: newId(), ...work }));

/** The last day with an employer; nothing happens where they are not on file. */
export const endWork = (
  act: Act,
  work: { readonly personId: string; readonly employer: string; readonly toDay: Day },
): Promise<void> => asHouse(act, (house) => closeEmployments(house, work));

/** Those that last first. Of persons in the actor's reach, and of oneself; of anybody else there are none. */
export async function employmentsOf(act: Act, personId: string): Promise<Employment[]> {
  const record = await findRecord(act, personId);
  return record ? asHouse(act, (house) => readEmployments(house, personId)) : [];
}
