// The room of membership (会员入转退), as the server takes it up.
import type { CaseRoom } from "@niangjia/registers/cases";
import { join } from "./join.ts";

export const membership: CaseRoom = {
  word: "membership",
  title: "会员入转退",
  platform: "realname",
  functions: [join],
  cases: [join],
};
