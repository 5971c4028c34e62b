// Routes of founding (工会组建); the applications themselves go the way of all cases.
import { type Route, route } from "@niangjia/foundation/http";
import { unionStaff } from "@niangjia/foundation/roles";
import * as contract from "./contract.ts";
import { exportTargets, planTarget, showTargets } from "./coverage.ts";
import { downloadTemplate, importTargets } from "./coverage-import.ts";
import { enders, giveUp } from "./give-up.ts";
import { exportProgress, showProgress } from "./progress.ts";

const may = unionStaff;

export const routes: readonly Route[] = [
  route(contract.list, { may, run: showTargets }),
  route(contract.exportList, { may, run: exportTargets, callsAMinute: 20 }),
  route(contract.template, { may, run: downloadTemplate, callsAMinute: 20 }),
  route(contract.importTargets, { may, run: importTargets, callsAMinute: 20 }),
  route(contract.plan, { may, run: planTarget, callsAMinute: 60 }),
  route(contract.progressFile, { may, run: exportProgress, callsAMinute: 20 }),
  route(contract.progress, { may, run: showProgress }),
  route(contract.giveUp, { may: enders, run: giveUp, callsAMinute: 60 }),
];
