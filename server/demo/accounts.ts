// Demo accounts (演示账号): one for each kind of user, with the one-time password of this moment.
import { type Route, route } from "@niangjia/foundation/http";
import { roles } from "@niangjia/foundation/roles";
import { generateSync } from "otplib";
import { demoAccounts as contract } from "../me/contract.ts";
import { demoSeed } from "./seed.ts";
import { type DemoAccount, demoAccounts } from "./staff.ts";
import { demoUnions } from "./unions.ts";

export interface ShownAccount extends DemoAccount {
  readonly union: string;
}

/** The accounts to try, one of each kind, in a line from the province to a firm. */
export function shownAccounts(): ShownAccount[] {
  const unions = demoUnions(demoSeed);
  const names = new Map(unions.map(({ path, name }) => [path, name]));
  return demoAccounts(demoSeed, unions)
    .filter(({ shown }) => shown)
    .map((account) => ({
      ...account,
      union: account.unionPath === null ? "还没有入会" : (names.get(account.unionPath) ?? ""),
    }));
}

/** Only for a house of invented people. */
export function demoAccountsRoute(): Route {
  const accounts = shownAccounts();
  return route(contract, {
    may: "anyone",
    async run(act) {
      const epoch = Math.floor(act.now.getTime() / 1000);
      const rows = accounts.map(({ role, title, name, union, phone, password, totpSecret }) => ({
        kind: `${roles[role]} · ${title}`,
        name,
        union,
        phone,
        password,
        totp: totpSecret === null ? null : generateSync({ secret: totpSecret, epoch }),
      }));
      return { rows };
    },
  });
}
