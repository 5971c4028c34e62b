// Routes of local flows (本地流程接口), and of bringing running cases to the flow of today.
import { type Route, route } from "@niangjia/foundation/http";
import { unionStaff } from "@niangjia/foundation/roles";
import { exportFlow, readFlow } from "./flow-file.ts";
import { checkMoves, listMoves, orderMove, showMoves } from "./flow-move.ts";
import * as moves from "./flow-move-contract.ts";
import type { Offers } from "./functions.ts";
import * as contract from "./variant-contract.ts";
import { decideFlow, listFlows, previewFlow, proposeFlow, showFlow } from "./variants.ts";

export const variantRoutes = (offers: Offers): readonly Route[] => {
  const may = ["chair", "cadre"] as const;
  return [
    route(contract.listFlows, { may, run: (act) => listFlows(act, offers) }),
    route(contract.showFlow, { may, run: (act, asked) => showFlow(act, offers, asked) }),
    route(contract.previewFlow, { may, run: (act, asked) => previewFlow(act, offers, asked) }),
    route(contract.proposeFlow, { may, run: (act, asked) => proposeFlow(act, offers, asked) }),
    route(contract.decideFlow, { may, run: decideFlow }),
    route(contract.exportFlow, {
      may: unionStaff,
      run: (act, asked) => exportFlow(act, offers, asked),
    }),
    route(contract.readFlow, {
      may,
      run: (act, asked) => readFlow(act, offers, asked),
      callsAMinute: 30,
    }),
    route(moves.listMoves, { may, run: (act) => listMoves(act, offers) }),
    route(moves.showMoves, { may, run: (act, asked) => showMoves(act, offers, asked) }),
    route(moves.checkMoves, {
      may,
      run: (act, asked) => checkMoves(act, offers, asked),
      callsAMinute: 60,
    }),
    route(moves.orderMove, { may, run: (act, asked) => orderMove(act, offers, asked) }),
  ];
};
