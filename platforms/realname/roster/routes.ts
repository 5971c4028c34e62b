// Routes of the roster room (实名采集).
import { type Route, route } from "@niangjia/foundation/http";
import { unionStaff } from "@niangjia/foundation/roles";
import * as contract from "./contract.ts";
import { fetchRoster, takeOutRoster } from "./export.ts";
import { takeOutFaulty } from "./faulty.ts";
import { showFaultyRows } from "./faulty-rows.ts";
import {
  cancelImport,
  listImports,
  mapImport,
  openImport,
  showProgress,
  startImport,
} from "./import.ts";
import { showNewMembers } from "./new-members.ts";
import { previewImport } from "./preview.ts";
import { downloadTemplate } from "./template.ts";

const may = unionStaff;

export const rosterRoutes: readonly Route[] = [
  route(contract.template, { may, run: downloadTemplate }),
  route(contract.open, { may, run: (act, asked) => openImport(act, asked), callsAMinute: 30 }),
  route(contract.list, { may, run: listImports }),
  route(contract.show, { may, run: showProgress }),
  route(contract.preview, { may, run: previewImport, callsAMinute: 60 }),
  route(contract.map, { may, run: mapImport, callsAMinute: 60 }),
  route(contract.start, { may, run: startImport }),
  route(contract.cancel, { may, run: cancelImport }),
  route(contract.faulty, { may, run: takeOutFaulty, callsAMinute: 30 }),
  route(contract.faultyRows, { may, run: showFaultyRows, callsAMinute: 120 }),
  route(contract.newMembers, { may, run: showNewMembers, callsAMinute: 120 }),
  route(contract.takeOut, { may, run: takeOutRoster, callsAMinute: 10 }),
  route(contract.takeOutFile, { may, run: fetchRoster, callsAMinute: 30 }),
];
