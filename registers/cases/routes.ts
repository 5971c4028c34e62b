// Routes of the case register (办件接口): one set for the case functions of all rooms.
import { type Route, route } from "@niangjia/foundation/http";
import { caseHelpers, everyoneServed, unionStaff } from "@niangjia/foundation/roles";
import { adviseFiling } from "./advice.ts";
import { agreeAll } from "./agree-all.ts";
import { commandCase } from "./command.ts";
import * as contract from "./contract.ts";
import { countDesks, listDeskFunctions, showDesk } from "./desk.ts";
import { dossierRoutes } from "./dossier-routes.ts";
import { keepDraft } from "./draft.ts";
import { fetchCaseFile } from "./fetch-file.ts";
import { fileCase } from "./file.ts";
import { listActs, listFunctions, type Offers } from "./functions.ts";
import { keepingRoutes } from "./keeping-routes.ts";
import { listPostChoices } from "./post-choices.ts";
import { rateCase } from "./rate.ts";
import { previewNotice } from "./recount.ts";
import { previewNotice as previewContract } from "./recount-contract.ts";
import { searchCases } from "./search.ts";
import { overviewRoutes } from "./search-routes.ts";
import { showCase, showFunction } from "./show.ts";
import { unmaskFacts } from "./unmask.ts";
import { variantRoutes } from "./variant-routes.ts";

/** Who may start a function is its own to say; who may read or decide a case, the case's. */
export const caseRoutes = (offers: Offers, address: string): readonly Route[] => {
  const may = everyoneServed;
  const handlers = [...unionStaff, ...caseHelpers];
  const anyone = [...everyoneServed, ...caseHelpers];
  return [
    route(contract.listFunctions, { may: anyone, run: (act) => listFunctions(act, offers) }),
    route(contract.listActs, { may: ["audit-admin"], run: () => listActs(offers) }),
    route(contract.showFunction, {
      may: anyone,
      run: (act, asked) => showFunction(act, offers, asked),
    }),
    route(contract.listPostChoices, {
      may: anyone,
      run: (act, asked) => listPostChoices(act, offers, asked),
    }),
    route(contract.keepDraft, { may: anyone, run: (act, asked) => keepDraft(act, offers, asked) }),
    route(contract.adviseFiling, {
      may: anyone,
      run: (act, asked) => adviseFiling(act, offers, asked),
    }),
    route(contract.fileCase, { may: anyone, run: (act, asked) => fileCase(act, offers, asked) }),
    route(contract.searchCases, { may, run: searchCases }),
    route(contract.showCase, { may: anyone, run: (act, asked) => showCase(act, offers, asked) }),
    route(contract.fetchCaseFile, {
      may: anyone,
      run: (act, asked) => fetchCaseFile(act, offers, asked),
    }),
    route(contract.commandCase, {
      may: anyone,
      run: (act, asked) => commandCase(act, offers, asked),
    }),
    route(contract.rateCase, { may, run: rateCase }),
    route(previewContract, { may: ["system-admin"], run: previewNotice }),
    route(contract.agreeAll, {
      may: unionStaff,
      run: (act, asked) => agreeAll(act, offers, asked),
    }),
    route(contract.unmaskFacts, { may: handlers, run: unmaskFacts }),
    route(contract.desk, { may: anyone, run: (act, asked) => showDesk(act, offers, asked) }),
    route(contract.deskFunctions, {
      may: anyone,
      run: (act, asked) => listDeskFunctions(act, offers, asked),
    }),
    route(contract.deskCounts, { may: anyone, run: countDesks }),
    ...keepingRoutes(offers),
    ...overviewRoutes(offers),
    ...dossierRoutes(offers, address),
    ...variantRoutes(offers),
  ];
};
