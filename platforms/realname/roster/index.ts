// The roster room (实名采集): rosters come in as Excel and go out as Excel.
import { unionStaff } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { mendedReactions, mendedSweep } from "./mended.ts";
import { peopleRoutes } from "./people-routes.ts";
import { rectify } from "./rectify.ts";
import { resumeSweep } from "./resume.ts";
import { rosterRoutes } from "./routes.ts";
import { importJob } from "./run.ts";

export { type ImportLimits, openImport } from "./import.ts";
export type { AskedIdentity, IdentityProvider, IdentityVerdict } from "./provider.ts";
export { resumeSweep } from "./resume.ts";
export { runImport } from "./run.ts";
export { verifyWork } from "./verify.ts";

export const roster: CaseRoom = {
  word: "roster",
  title: "实名采集",
  platform: "realname",
  functions: [
    { id: "roster.import", title: "名册批量导入", may: unionStaff },
    { id: "roster.verify", title: "实名核验", may: unionStaff },
    { id: rectify.id, title: rectify.title, may: rectify.may },
    { id: "roster.merge", title: "重复会员归并", may: unionStaff },
    { id: "roster.export", title: "名册导出", may: unionStaff },
  ],
  routes: [...rosterRoutes, ...peopleRoutes],
  cases: [rectify],
  reactions: mendedReactions,
  longJobs: [importJob],
  sweeps: [resumeSweep, mendedSweep],
};
