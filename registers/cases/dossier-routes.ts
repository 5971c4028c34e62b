// Routes of the case file (卷宗接口).
import { type Route, route } from "@niangjia/foundation/http";
import { caseHelpers, unionStaff } from "@niangjia/foundation/roles";
import { checkDossier, fetchDossier, fetchWholeDossier, takeDossier } from "./dossier.ts";
import * as contract from "./dossier-contract.ts";
import type { Offers } from "./functions.ts";

export const dossierRoutes = (offers: Offers): readonly Route[] => {
  const may = [...unionStaff, ...caseHelpers];
  return [
    route(contract.fetchDossier, { may, run: (act, asked) => fetchDossier(act, offers, asked) }),
    route(contract.takeDossier, { may, run: (act, asked) => takeDossier(act, offers, asked) }),
    route(contract.fetchWholeDossier, { may, run: fetchWholeDossier }),
    route(contract.checkDossier, { may, run: checkDossier }),
  ];
};
