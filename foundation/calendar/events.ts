// Events of the calendar (放假安排事件): a year's notice was loaded.
import type { Event } from "../outbox/index.ts";

export interface Announced {
  readonly year: number;
  /** Title and number of the notice. */
  readonly source: string;
}

export const announcedName = "calendar.announced";

export const announced = (body: Announced): Event<string, Announced> => ({
  name: announcedName,
  body,
});
