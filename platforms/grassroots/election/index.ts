// The room of elections (换届与调整), as the server takes it up.
import { unionStaff } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { adjust } from "./adjust.ts";
import { merge } from "./merge.ts";
import { mergingJob } from "./merging.ts";
import { parametersOn } from "./parameters.ts";
import { remindSweep } from "./remind.ts";
import { renew } from "./renew.ts";
import { routes } from "./routes.ts";

const cases = [renew, adjust, merge];

export const room: CaseRoom = {
  word: "election",
  title: "换届与调整",
  platform: "grassroots",
  parameters: parametersOn,
  functions: [
    ...cases.map(({ id, title, may }) => ({ id, title, may })),
    { id: "election.remind", title: "到期提醒", may: unionStaff },
  ],
  routes,
  longJobs: [mergingJob],
  sweeps: [remindSweep],
  cases,
};
