// Routes of the case register (办件接口): one set for the case functions of all rooms.
import { type Route, route } from "@niangjia/foundation/http";
import { everyoneServed, unionStaff } from "@niangjia/foundation/roles";
import { adviseFiling } from "./advice.ts";
import { agreeAll } from "./agree-all.ts";
import { commandCase } from "./command.ts";
import * as contract from "./contract.ts";
import { countDesks, listDeskFunctions, showDesk } from "./desk.ts";
import { keepDraft } from "./draft.ts";
import { fileCase } from "./file.ts";
import { listActs, listFunctions, type Offers } from "./functions.ts";
import { rateCase } from "./rate.ts";
import { searchCases } from "./search.ts";
import { showCase, showFunction } from "./show.ts";
import { unmaskFacts } from "./unmask.ts";

/** Who may start a function is its own to say; who may read or decide a case, the case's. */
export const caseRoutes = (offers: Offers): readonly Route[] => {
  const may = everyoneServed;
  return [
    route(contract.listFunctions, { may, run: (act) => listFunctions(act, offers) }),
    route(contract.listActs, { may: ["audit-admin"], run: () => listActs(offers) }),
    route(contract.showFunction, { may, run: (act, asked) => showFunction(act, offers, asked) }),
    route(contract.keepDraft, { may, run: (act, asked) => keepDraft(act, offers, asked) }),
    route(contract.adviseFiling, { may, run: (act, asked) => adviseFiling(act, offers, asked) }),
    route(contract.fileCase, { may, run: (act, asked) => fileCase(act, offers, asked) }),
    route(contract.searchCases, { may, run: searchCases }),
    route(contract.showCase, { may, run: (act, asked) => showCase(act, offers, asked) }),
    route(contract.commandCase, { may, run: (act, asked) => commandCase(act, offers, asked) }),
    route(contract.rateCase, { may, run: rateCase }),
    route(contract.agreeAll, {
      may: unionStaff,
      run: (act, asked) => agreeAll(act, offers, asked),
    }),
    route(contract.unmaskFacts, { may: unionStaff, run: unmaskFacts }),
    route(contract.desk, { may, run: (act, asked) => showDesk(act, offers, asked) }),
    route(contract.deskFunctions, {
      may,
      run: (act, asked) => listDeskFunctions(act, offers, asked),
    }),
    route(contract.deskCounts, { may, run: countDesks }),
  ];
};
