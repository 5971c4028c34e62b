// Routes of the case file (卷宗接口).
import { type Route, route } from "@niangjia/foundation/http";
import { caseHelpers, unionStaff } from "@niangjia/foundation/roles";
import { checkDossier, fetchDossier, takeDossierAt } from "./dossier.ts";
import * as contract from "./dossier-contract.ts";
import { checkIssued } from "./dossier-issued.ts";
import type { Offers } from "./functions.ts";

/** `address`: where anyone checks a file, as printed on it. */
export const dossierRoutes = (offers: Offers, address: string): readonly Route[] => {
  const may = [...unionStaff, ...caseHelpers];
  const take = takeDossierAt(address);
  return [
    route(contract.takeDossier, { may, run: (act, asked) => take(act, offers, asked) }),
    route(contract.fetchDossier, { may, run: fetchDossier }),
    route(contract.checkDossier, { may, run: checkDossier }),
    // Slow enough that 55 bits are beyond guessing, quick enough for a counter.
    route(contract.checkIssued, {
      may: "anyone",
      run: (act, asked) => checkIssued(act, offers, asked),
      callsAMinute: 20,
    }),
  ];
};
