// Routes beside the case (办件周边接口): who can be asked, proxies, phrases, public notices, sharing out and handing over.
import { type Route, route } from "@niangjia/foundation/http";
import { caseHelpers, everyoneServed, unionStaff } from "@niangjia/foundation/roles";
import * as contract from "./contract.ts";
import type { Offers } from "./functions.ts";
import { fileHandOvers, listHandOvers } from "./hand-overs.ts";
import * as handOvers from "./hand-overs-contract.ts";
import { listHeld, listTakers, previewHandOver } from "./held.ts";
import * as held from "./held-contract.ts";
import { handOverDesk } from "./leaving.ts";
import { listNotices, objectToNotice, showNotice } from "./notices.ts";
import { listParties } from "./parties.ts";
import { addPhrase, listPhrases, removePhrase } from "./phrases.ts";
import { endProxy, listDeputies, listProxies, nameProxy } from "./proxies.ts";
import { giveBackTasks, giveTasks } from "./rebalance.ts";
import * as rebalance from "./rebalance-contract.ts";

/** Who shares out the work of others. */
const sharers = ["chair", "cadre", "security-admin"] as const;

export const keepingRoutes = (offers: Offers): readonly Route[] => {
  const handlers = [...unionStaff, ...caseHelpers];
  const people = everyoneServed;
  return [
    route(contract.listParties, {
      may: handlers,
      run: (act, asked) => listParties(act, offers, asked),
    }),
    route(contract.listProxies, { may: handlers, run: (act) => listProxies(act, offers) }),
    route(contract.listDeputies, { may: handlers, run: listDeputies }),
    route(contract.nameProxy, {
      may: handlers,
      run: (act, asked) => nameProxy(act, offers, asked),
    }),
    route(contract.endProxy, { may: handlers, run: endProxy }),
    route(contract.listPhrases, { may: handlers, run: listPhrases }),
    route(contract.addPhrase, { may: handlers, run: addPhrase }),
    route(contract.removePhrase, { may: handlers, run: removePhrase }),
    route(contract.listNotices, { may: people, run: listNotices }),
    route(contract.showNotice, { may: people, run: showNotice }),
    route(contract.objectToNotice, {
      may: people,
      run: (act, asked) => objectToNotice(act, offers, asked),
    }),
    route(held.previewHandOver, {
      may: sharers,
      run: (act, asked) => previewHandOver(act, offers, asked),
    }),
    route(handOvers.listHandOvers, {
      may: sharers,
      run: (act, asked) => listHandOvers(act, offers, asked),
    }),
    route(handOvers.fileOfHandOvers, {
      may: sharers,
      run: (act, asked) => fileHandOvers(act, offers, asked),
      callsAMinute: 20,
    }),
    route(held.listTakers, { may: sharers, run: listTakers }),
    route(held.listHeld, {
      may: ["chair", "cadre"],
      run: (act, asked) => listHeld(act, offers, asked),
    }),
    route(rebalance.giveTasks, {
      may: ["chair", "cadre"],
      run: (act, asked) => giveTasks(act, offers, asked),
    }),
    route(rebalance.giveBackTasks, {
      may: ["chair", "cadre"],
      run: (act, asked) => giveBackTasks(act, offers, asked),
    }),
    route(contract.handOverDesk, {
      may: sharers,
      run: (act, asked) => handOverDesk(act, offers, asked),
    }),
  ];
};
