// The room of the electronic member card (电子会员卡), as the server takes it up.
import { unionStaff } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { seenSweep } from "./check.ts";
import { keySweep } from "./issuer.ts";
import { cardReactions } from "./reactions.ts";
import { reissue } from "./reissue.ts";
import { cardRoutesAt } from "./routes.ts";

export { offlineData } from "./offline.ts";

/** `address` is where people reach the house, such as `https://gh.example.gov.cn`: certificates lead there. */
export const roomAt = (address: string): CaseRoom => ({
  word: "card",
  title: "电子会员卡",
  platform: "realname",
  functions: [
    { id: "card.issue", title: "领取电子会员卡", may: ["member"] },
    { id: "card.show", title: "动态码亮证", may: ["member"] },
    { id: "card.check", title: "扫码验证", may: ["partner", ...unionStaff] },
    { id: reissue.id, title: reissue.title, may: reissue.may },
    { id: "card.certificate", title: "会员证明开具", may: ["member"] },
  ],
  routes: cardRoutesAt(address),
  cases: [reissue],
  reactions: cardReactions,
  sweeps: [keySweep, seenSweep],
});
