// The calendar's door (放假安排): which days are worked, as the house was told.
import { type Route, route } from "../http/route.ts";
import { announce, listYears } from "./announce.ts";
import * as contract from "./contract.ts";

export { checkNotice, loadedLately, takeUpCalendar } from "./announce.ts";
export { type Announced, announcedName } from "./events.ts";
export { calendarChannel } from "./store.ts";

export const calendarRoutes: readonly Route[] = [
  route(contract.listYears, { may: ["system-admin"], run: listYears }),
  route(contract.announce, { may: ["system-admin"], run: announce }),
];
