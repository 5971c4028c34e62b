// The sample roster to download (演示名册): 2,000 invented people with known faults, so that an import can be tried at once.
import { dayOf } from "@niangjia/foundation/day";
import { xlsxType } from "@niangjia/foundation/excel";
import { type Route, route } from "@niangjia/foundation/http";
import { demoRoster as contract } from "../me/contract.ts";
import { dirtyRoster } from "./dirty-roster.ts";
import { rosterWorkbook } from "./roster-workbook.ts";
import { demoSeed } from "./seed.ts";

/** Only for a house of invented people. The same day gives the same file. */
export function demoRosterRoute(): Route {
  return route(contract, {
    may: "signed-in",
    callsAMinute: 10,
    run: async (act) => ({
      name: "演示名册（2000人，含问题行）.xlsx",
      type: xlsxType,
      bytes: await rosterWorkbook(dirtyRoster(demoSeed, dayOf(act.now))),
    }),
  });
}
