// The register of rules' numbers (规定数值): what federations set for their own places, read with what the files say.
import type { AccountsOfSamePerson } from "@niangjia/foundation/access";
import { route } from "@niangjia/foundation/http";
import type { Room } from "@niangjia/foundation/room";
import * as contract from "./contract.ts";
import { listRules } from "./list.ts";
import { type RuledRoom, ruledRoomsOf } from "./room.ts";
import { decideValue, proposeValue } from "./set.ts";

export { parametersHere, setAt } from "./here.ts";
export type { RuledRoom } from "./room.ts";

/** The register over the numbers of these rooms. */
export function rulesRoom(
  rooms: readonly RuledRoom[],
  accountsOfSamePerson: AccountsOfSamePerson,
): Room {
  const ruled = { rooms: ruledRoomsOf(rooms), accountsOfSamePerson };
  const may = ["chair", "cadre"] as const;
  return {
    word: "rules",
    title: "规定数值",
    routes: [
      route(contract.list, { may, run: (act) => listRules(act, ruled) }),
      route(contract.propose, { may, run: (act, asked) => proposeValue(act, ruled, asked) }),
      route(contract.decide, { may, run: (act, asked) => decideValue(act, ruled, asked) }),
    ],
  };
}
