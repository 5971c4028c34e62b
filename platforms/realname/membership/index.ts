// The room of membership (会员入转退), as the server takes it up.
import type { CaseRoom } from "@niangjia/registers/cases";
import { change } from "./change.ts";
import { join } from "./join.ts";
import { leave } from "./leave.ts";
import { reactions } from "./reactions.ts";
import { restore } from "./restore.ts";
import { routes } from "./routes.ts";
import { transfer } from "./transfer.ts";

const cases = [join, transfer, leave, restore, change];

export const membership: CaseRoom = {
  word: "membership",
  title: "会员入转退",
  platform: "realname",
  functions: cases.map(({ id, title, may }) => ({ id, title, may })),
  routes,
  reactions,
  cases,
};
