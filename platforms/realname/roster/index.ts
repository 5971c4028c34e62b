// The roster room (实名采集): rosters come in as Excel and go out as Excel.
import { unionStaff } from "@niangjia/foundation/roles";
import type { Room } from "@niangjia/foundation/room";
import { resumeSweep } from "./resume.ts";
import { rosterRoutes } from "./routes.ts";
import { importJob } from "./run.ts";

export { type ImportLimits, openImport } from "./import.ts";
export { resumeSweep } from "./resume.ts";
export { runImport } from "./run.ts";

export const roster: Room = {
  word: "roster",
  title: "实名采集",
  platform: "realname",
  functions: [
    { id: "roster.import", title: "名册批量导入", may: unionStaff },
    { id: "roster.export", title: "名册导出", may: unionStaff },
  ],
  routes: rosterRoutes,
  longJobs: [importJob],
  sweeps: [resumeSweep],
};
