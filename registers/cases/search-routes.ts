// Routes of the overview (办件总览接口): searching cases, saved lists, workload, time spent, forecast.
import { type Route, route } from "@niangjia/foundation/http";
import { unionStaff } from "@niangjia/foundation/roles";
import { showDurations } from "./durations.ts";
import * as durations from "./durations-contract.ts";
import { showForecast, showForecastCheck } from "./forecast.ts";
import * as forecast from "./forecast-contract.ts";
import type { Offers } from "./functions.ts";
import { keepList, listSaved, orderLists, removeList } from "./saved.ts";
import * as saved from "./saved-contract.ts";
import { fileCases, listCases, listKinds } from "./search.ts";
import * as search from "./search-contract.ts";
import { whoOf } from "./search-wish.ts";
import { showWorkload } from "./workload.ts";
import * as workload from "./workload-contract.ts";

/** For union staff over what was filed at their union and below. */
export const overviewRoutes = (offers: Offers): readonly Route[] => {
  const may = unionStaff;
  return [
    route(search.listCases, { may, run: (act, asked) => listCases(act, offers, asked) }),
    route(search.fileOfCases, { may, run: (act, asked) => fileCases(act, offers, asked) }),
    route(search.findWho, { may, run: whoOf, callsAMinute: 30 }),
    route(search.caseKinds, { may, run: () => listKinds(offers) }),
    route(saved.listSaved, { may, run: listSaved }),
    route(saved.keepSaved, { may, run: keepList }),
    route(saved.removeSaved, { may, run: removeList }),
    route(saved.orderSaved, { may, run: orderLists }),
    route(workload.showWorkload, { may, run: showWorkload }),
    route(durations.showDurations, { may, run: (act, asked) => showDurations(act, offers, asked) }),
    route(forecast.showForecast, { may, run: (act, asked) => showForecast(act, offers, asked) }),
    route(forecast.showForecastCheck, { may, run: showForecastCheck }),
  ];
};
